#include "features/device/bulk_api.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/bulk.hpp"
#include "features/device/ledger_api.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/reference_day.hpp"
#include "features/device/register_import_view_api.hpp"
#include "platform/crypto.hpp"

#include <algorithm>
#include <utility>

namespace hoshuban::device {

inline auto describe(const BulkEdit*)
{
    using E = BulkEdit;
    return json::object<E>("BulkEdit", json::field("site_id", &E::site, {"拠点", "Site"}),
        json::field("place", &E::place, {"場所", "Place"}, json::length(0, 200)),
        json::field("use", &E::use, {"使い方", "Use"}),
        json::field("division", &E::division, {"システムの区分", "Division"}, json::length(0, 200)),
        json::field("remarks", &E::remarks, {"備考", "Remarks"}, json::length(0, 1000)),
        json::field("bought_on", &E::bought_on, {"購入日", "Bought on"}),
        json::field("warranty_ends_on", &E::warranty_ends_on, {"保証の終わり", "Warranty ends on"}),
        json::field("wire", &E::wire, {"セキュリティワイヤー", "Security wire"}),
        json::field("spare_key", &E::spare_key, {"予備鍵の借用", "Spare key lent"}),
        json::field("medium_edition", &E::medium_edition, {"復旧媒体の版", "Edition of the recovery medium"},
            json::length(0, 200)));
}

/// All units that match, as the register's list finds them.
struct BulkFilter {
    std::optional<std::string> site;
    std::optional<std::string> device_class;
    std::optional<std::string> division;
    std::optional<Use> use;
    std::optional<std::string> q;
};

inline auto describe(const BulkFilter*)
{
    using F = BulkFilter;
    return json::object<F>("BulkFilter", json::field("site", &F::site, {"拠点", "Site"}, json::length(0, 100)),
        json::field("class", &F::device_class, {"機器の区分", "Class"}, json::length(0, 100)),
        json::field("division", &F::division, {"システムの区分", "Division"}, json::length(0, 100)),
        json::field("use", &F::use, {"使い方", "Use"}),
        json::field("q", &F::q, {"検索語", "Words"}, json::length(0, 100)));
}

struct BulkChange {
    LocalDay on;
    Cause cause = Cause::correction;
    std::vector<DeviceId> units; ///< empty: all that match the filter
    std::optional<BulkFilter> filter;
    BulkEdit edit;
};

inline auto describe(const BulkChange*)
{
    using B = BulkChange;
    return json::object<B>("BulkChange", json::field("on", &B::on, {"異動日", "Day"}),
        json::field("cause", &B::cause, {"異動の理由", "Cause"}, json::defaulted()),
        json::field("units", &B::units, {"機器", "Units"}, json::items(0, most_bulk_units), json::defaulted()),
        json::field("filter", &B::filter, {"絞り込み", "Filter"}),
        json::field("edit", &B::edit, {"変える項目", "What to change"}));
}

struct SaveBulkChange {
    BulkChange change;
    std::string preview; ///< of the view that the person saw
    std::string reason;
    bool skip_refused = false;
};

inline auto describe(const SaveBulkChange*)
{
    using B = SaveBulkChange;
    return json::object<B>("SaveBulkChange", json::field("change", &B::change, {"変更", "Change"}),
        json::field("preview", &B::preview, {"確認した内容", "What was seen"}, json::length(64, 64)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)),
        json::field("skip_refused", &B::skip_refused,
            {"変えられない機器を除いて登録する", "Save without the refused units"}, json::defaulted()));
}

namespace {

constexpr int one_too_many = static_cast<int>(most_bulk_units) + 1;

/// What the routes share.
struct Bulking {
    contract::ProfileCache& profiles;
    MediumEditions media;
};

/// A bulk change beside the register.
struct OpenBulk {
    RegisterState state;
    std::string stamp;
    RegisterPlan plan;
    std::string preview;
};

UnitFilter filter_of(const BulkChange& change)
{
    const BulkFilter filter = change.filter.value_or(BulkFilter{});
    return {.day = change.on,
        .site = filter.site.value_or(""),
        .device_class = filter.device_class.value_or(""),
        .division = filter.division.value_or(""),
        .use = filter.use,
        .words = filter.q.value_or("")};
}

std::vector<Unit> chosen_of(const RegisterState& state, std::vector<DeviceId> ids)
{
    std::ranges::sort(ids);
    std::vector<Unit> units;
    for (const Unit& unit : state.units) {
        if (std::ranges::binary_search(ids, unit.device.id))
            units.push_back(unit);
    }
    return units;
}

Result<OpenBulk> planned_bulk(const http::Context& context, const BulkChange& change, const Bulking& bulking)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), bulking.profiles, contract));
    const LocalDay today = day_of(context.now());
    TRY(check_reference_day(*profile, change.on, today));
    OpenBulk open;
    std::vector<Unit> units;
    EditionCheck check_edition;
    TRY(context.database().read([&](db::Reader& reader) -> Result<void> {
        open.stamp = register_stamp(reader, contract);
        open.state = register_state(reader, contract, change.on);
        if (change.edit.medium_edition)
            check_edition = bulking.media.check_of_list(reader, *profile);
        if (change.units.empty() && change.filter) {
            TRY_ASSIGN(auto page, list_units(reader, contract, filter_of(change), "", one_too_many));
            units = std::move(page.units);
        }
        return {};
    }));
    if (!change.units.empty())
        units = chosen_of(open.state, change.units);
    TRY_ASSIGN(const auto rows, rows_of(*profile, units, change.edit));
    ImportTerms terms{*profile, change.on, change.cause, today};
    terms.side = context.actor().side(contract);
    terms.check_edition = std::move(check_edition);
    open.plan = plan_import(terms, open.state, rows);
    open.plan.left_out.clear();
    open.preview = crypto::sha256_hex(fingerprint(open.plan));
    return open;
}

Result<RegisterImportView> preview_bulk(http::Context& context, const BulkChange& body, const Bulking& bulking)
{
    TRY_ASSIGN(const auto open, planned_bulk(context, body, bulking));
    RegisterImport change;
    change.on = body.on;
    change.cause = body.cause;
    return view_of(change, open.preview, open.plan);
}

std::unexpected<Error> changed_since_shown()
{
    return fail(ErrorKind::precondition, "import/changed",
        {"確認した後に台帳が変わりました。内容をもう一度確認してください。",
            "the register has changed since you looked: look at the change again"});
}

Result<SavedRegister> save_bulk(http::Context& context, const SaveBulkChange& body, const Bulking& bulking)
{
    contract::ProfileCache& profiles = bulking.profiles;
    TRY_ASSIGN(const auto open, planned_bulk(context, body.change, bulking));
    if (open.preview != body.preview)
        return changed_since_shown();
    if (open.plan.count(sheet::Outcome::refused) > 0 && !body.skip_refused) {
        return fail(ErrorKind::conflict, "import/refused_rows",
            {"変えられない機器があります。選び直すか、その機器を除いて登録することを選んでください。",
                "some units are refused: choose others, or save without them"});
    }
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY_ASSIGN(const auto saved, context.database().write([&](db::Tx& tx) -> Result<SavedRegister> {
        if (register_stamp(tx, contract) != open.stamp)
            return changed_since_shown();
        TRY_ASSIGN(const auto stored,
            write_plan(tx, contract, audit::cause_of(context),
                {.kind = ActKind::bulk, .reason = body.reason, .on = body.change.on}, open.state, open.plan,
                [&] { return context.new_id<DeviceId>().text; }));
        await_editions(tx, *profile, *calendar, stored.moves, stored.divisions, context.now());
        return stored;
    }));
    profiles.forget(contract);
    renew_editions(context, profiles, saved.moves);
    return saved;
}

}

void add_bulk_routes(http::Router& router, contract::ProfileCache& profiles, const MediumEditions& media)
{
    const Bulking bulking{profiles, media};
    const std::string bulk = "/api/v1/contracts/{contract}/register/bulk";
    router
        .post(bulk + "/preview",
            [bulking](http::Context& context, const BulkChange& body) { return preview_bulk(context, body, bulking); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"機器の一括変更の内容を見る", "Show what a change of many units would do"});
    router
        .post(bulk,
            [bulking](http::Context& context, const SaveBulkChange& body) { return save_bulk(context, body, bulking); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"確認した一括変更を登録する", "Save a change of many units that was looked at"});
}

}
