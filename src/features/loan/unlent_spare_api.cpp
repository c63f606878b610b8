#include "features/loan/unlent_spare_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/loan/loan_store.hpp"
#include "features/loan/unlent_spare_store.hpp"
#include "formats/json.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hoshuban::loan {

struct UnlentSpareView {
    DeviceId id;
    std::string number;
    std::string kind;
    std::string model;
    std::string site;
    std::string place;
    bool entered; ///< an open loan of its number is there and leads nowhere
};

inline auto describe(const UnlentSpareView*)
{
    using V = UnlentSpareView;
    return json::object<V>("UnlentSpare", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("model", &V::model, {"機種", "Model"}), json::field("site", &V::site, {"拠点", "Site"}),
        json::field("place", &V::place, {"場所", "Place"}),
        json::field("entered", &V::entered, {"同じ番号の貸与がある", "A loan of its number is there"}));
}

struct UnlentSpares {
    std::vector<UnlentSpareView> items;
    bool may_keep;
};

inline auto describe(const UnlentSpares*)
{
    using V = UnlentSpares;
    return json::object<V>("UnlentSpares", json::field("items", &V::items), json::field("may_keep", &V::may_keep));
}

struct LendSpares {
    std::vector<DeviceId> units;
    std::string lent_by;
    std::string lent_to;
    std::string holder;
    std::string storage_place; ///< empty: where the register has each
    LocalDay lent_on;
    std::optional<LocalDay> due_back;
    std::string note;
};

inline auto describe(const LendSpares*)
{
    using B = LendSpares;
    return json::object<B>("LendSpares",
        json::field("units", &B::units, {"機器", "Units"}, json::items(1, most_unlent_spares)),
        json::field("lent_by", &B::lent_by, {"貸与者", "Lent by"}, json::length(1, 200)),
        json::field("lent_to", &B::lent_to, {"貸与先", "Lent to"}, json::length(1, 200)),
        json::field("holder", &B::holder, {"保管者", "Holder"}, json::length(1, 200)),
        json::field("storage_place", &B::storage_place, {"保管場所", "Place of storage"}, json::length(0, 200),
            json::defaulted()),
        json::field("lent_on", &B::lent_on, {"貸与日", "Lent on"}),
        json::field("due_back", &B::due_back, {"返却期限", "Due back"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct LentSpares {
    int lent = 0; ///< entered anew
    int linked = 0; ///< entered before, and lead to their unit now
};

inline auto describe(const LentSpares*)
{
    using V = LentSpares;
    return json::object<V>("LentSpares", json::field("lent", &V::lent, {"新しく記録した数", "Entered"}),
        json::field("linked", &V::linked, {"結び付けた数", "Linked"}));
}

namespace {

Result<UnlentSpares> list_spares(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto spares = context.database().read(
        [&](db::Reader& reader) { return unlent_spares(reader, contract, day_of(context.now())); });
    UnlentSpares view{.items = {}, .may_keep = context.actor().may(Permission::keep_loan, contract)};
    for (const UnlentSpare& spare : spares) {
        view.items.push_back(
            {spare.id, spare.number, spare.kind, spare.model, spare.site, spare.place, spare.entered.has_value()});
    }
    return view;
}

// Those of the list that were chosen; refuses what is on loan meanwhile, or no spare.
Result<std::vector<UnlentSpare>> chosen_spares(std::vector<UnlentSpare> spares, const std::vector<DeviceId>& units)
{
    std::vector<UnlentSpare> chosen;
    for (UnlentSpare& spare : spares) {
        if (std::ranges::find(units, spare.id) != units.end())
            chosen.push_back(std::move(spare));
    }
    if (chosen.size() == units.size())
        return chosen;
    const Text text{
        "選んだ機器に、予備機でないもの、または貸与品台帳にすでにあるものがあります。一覧を読み直して選び直し"
        "てください。",
        "a chosen unit is no spare, or is in the ledger of loans already: read the list again and choose anew"};
    return fail(ErrorKind::conflict, "loan/spares_changed", text, {{"units", "loan/spares_changed", text}});
}

/// What one act of entering spares needs.
struct Lending {
    const WorkingCalendar& calendar;
    const audit::Cause& cause;
    std::optional<int> check_months;
    LocalDay today;
};

// A loan of the spare's number that leads nowhere is led to it; nothing else of it changes.
Result<void> link_entered(
    db::Tx& tx, const Lending& lending, const ContractId& contract, const LoanId& id, const UnlentSpare& spare)
{
    TRY_ASSIGN(const auto before, get(tx, contract, id));
    Loan after = before;
    after.device = spare.id;
    TRY(update(tx, lending.calendar, lending.cause, {"loan.changed"}, before, std::move(after)));
    return {};
}

Result<LentSpares> lend_spares(http::Context& context, const LendSpares& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    const auto cause = audit::cause_of(context);
    const Lending lending{*calendar, cause, profile->staff.document_check_months, day_of(context.now())};
    const Loan common{.contract_id = contract,
        .lent_by = body.lent_by,
        .lent_to = body.lent_to,
        .holder = body.holder,
        .storage_place = body.storage_place,
        .lent_on = body.lent_on,
        .due_back = body.due_back,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return context.database().write([&](db::Tx& tx) -> Result<LentSpares> {
        TRY_ASSIGN(const auto chosen, chosen_spares(unlent_spares(tx, contract, lending.today), body.units));
        LentSpares done;
        for (const UnlentSpare& spare : chosen) {
            if (spare.entered) {
                TRY(link_entered(tx, lending, contract, *spare.entered, spare));
                ++done.linked;
                continue;
            }
            Loan wanted = loan_of(spare, common);
            wanted.id = context.new_id<LoanId>();
            TRY_ASSIGN(const auto loan, lend(std::move(wanted), lending.check_months, lending.today));
            TRY(insert(tx, *calendar, cause, loan));
            ++done.lent;
        }
        return done;
    });
}

}

void add_spare_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/loans/spares";
    router.get(all, list_spares)
        .permission(Permission::view_loan)
        .summary({"貸与品台帳にない予備機", "List the spares that the ledger of loans does not have"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const LendSpares& body) { return lend_spares(context, body, profiles); })
        .permission(Permission::keep_loan)
        .summary({"予備機の貸与をまとめて記録する", "Enter the loans of spares at once"});
}

}
