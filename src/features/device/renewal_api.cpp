#include "features/device/renewal_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/device/city_kept.hpp"
#include "features/device/device_api.hpp"
#include "features/device/follow_api.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/renewal_body_api.hpp"
#include "features/device/renewal_store.hpp"
#include "features/device/renewal_view_api.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

Result<const contract::Generation*> known_generation(const contract::Profile& profile, const std::string& id)
{
    const contract::Generation* generation = find_generation(profile, id);
    if (generation != nullptr && !generation->replaces.empty())
        return generation;
    return fail(ErrorKind::not_found, "renewal/generation_not_found",
        {"この契約に、そのような更改はありません。", "the contract plans no such renewal"});
}

const contract::Generation* newest_generation(const contract::Profile& profile)
{
    const auto found = std::find_if(profile.generations.rbegin(), profile.generations.rend(),
        [](const contract::Generation& each) { return !each.replaces.empty(); });
    return found == profile.generations.rend() ? nullptr : &*found;
}

void put_units(RenewalListView& view, const contract::Profile& profile, const std::vector<RenewalUnit>& units,
    const std::string& site)
{
    for (const RenewalUnit& each : units) {
        ++(each.state == RenewalState::done ? view.done : view.left);
        const auto& stands = each.unit.placement.spot.site;
        if (stands && stands->text == site)
            view.units.push_back(view_of(profile, each, {}));
    }
}

Result<RenewalListView> show_renewals(
    http::Context& context, const RenewalQuery& query, contract::ProfileCache& profiles)
{
    UnitFilter filter = filter_of(context, {});
    filter.day = query.on.value_or(filter.day);
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<RenewalListView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        RenewalListView view{.on = filter.day,
            .generation = {},
            .generations = {},
            .contract_plans = {},
            .sites = {},
            .units = {},
            .done = 0,
            .left = 0,
            .may_change = context.actor().may(Permission::move_device, contract)};
        const contract::Generation* generation = newest_generation(*profile);
        if (query.generation) {
            TRY_ASSIGN(generation, known_generation(*profile, *query.generation));
        }
        if (generation == nullptr)
            return view;
        view.generation = generation->id;
        for (const contract::Generation& each : profile->generations) {
            if (!each.replaces.empty())
                view.generations.push_back({each.id, each.label});
        }
        for (const RenewalPlan& plan : contract_plans(*generation))
            view.contract_plans.push_back(view_of(plan));
        TRY_ASSIGN(const auto units, renewal_units(reader, *profile, *generation, filter.day, filter.only));
        for (const SiteRenewal& site : by_site(*profile, units, filter.day))
            view.sites.push_back(view_of(*profile, site));
        put_units(view, *profile, units, query.site.value_or(""));
        return view;
    });
}

/// Which units somebody means.
struct Chosen {
    std::optional<SiteId> site;
    std::vector<DeviceId> units;
};

// What the city keeps is renewed by its people, or on its request.
Result<void> check_all_kept(const http::Context& context, const std::vector<RenewalUnit>& units,
    const std::optional<WorkRequestId>& request = {})
{
    std::vector<StandingAt> standing;
    for (const RenewalUnit& each : units)
        standing.push_back({each.unit.device.number, each.unit.placement.spot});
    return check_kept(standing, context.actor().side(context.path<ContractId>("contract")), request);
}

/// What is left at a site on a day, or the units of it that somebody chose.
Result<std::vector<RenewalUnit>> chosen_units(db::Reader& reader, const http::Context& context,
    const contract::Profile& profile, const contract::Generation& generation, const Chosen& chosen, LocalDay day)
{
    const UnitFilter filter = filter_of(context, {});
    TRY_ASSIGN(auto units, renewal_units(reader, profile, generation, day, filter.only));
    std::erase_if(units, [&](const RenewalUnit& each) {
        const bool asked = chosen.units.empty()
            ? each.unit.placement.spot.site == chosen.site
            : std::ranges::find(chosen.units, each.unit.device.id) != chosen.units.end();
        return !asked || each.state != RenewalState::left;
    });
    if (units.empty() || (!chosen.units.empty() && units.size() != chosen.units.size())) {
        return fail(ErrorKind::conflict, "renewal/nothing_left",
            {"選んだ機器は、この日には更改が済んでいるか、対象ではありません。日付と機器を確かめてください。",
                "on that day the units are renewed already or not concerned: check the day and the units"});
    }
    return units;
}

// Saved only as it was seen.
Result<void> check_stamp(db::Reader& reader, const ContractId& contract, const std::string& seen)
{
    if (renewal_stamp(reader, contract) == seen)
        return {};
    return fail(ErrorKind::conflict, "renewal/changed_meanwhile",
        {"確認している間に台帳が変わりました。もう一度確認してください。",
            "the register changed in the meantime: look at the preview again"});
}

Result<RenewalPreviewView> plan_sites(http::Context& context, const PlanRenewal& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    const std::string act = context.new_id<MovementId>().text;
    const auto plan = [&](db::Reader& reader, db::Tx* tx) -> Result<RenewalPreviewView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        TRY_ASSIGN(const auto* generation, known_generation(*profile, body.generation));
        PlanChange change{body.from, body.to, body.reason};
        TRY(take(*profile, change));
        TRY_ASSIGN(const auto units,
            chosen_units(reader, context, *profile, *generation, {body.site_id, body.units}, day_of(context.now())));
        TRY(check_all_kept(context, units));
        RenewalPreviewView view{renewal_stamp(reader, contract), tx != nullptr, {}};
        for (const RenewalUnit& each : units)
            view.units.push_back(view_of(*profile, each, {}));
        if (tx != nullptr) {
            TRY(check_stamp(reader, contract, *body.seen));
            put_plans(*tx, contract, audit::cause_of(context), *generation, units, change, act);
        }
        return view;
    };
    if (!body.seen)
        return context.database().read([&](db::Reader& reader) { return plan(reader, nullptr); });
    return context.database().write([&](db::Tx& tx) { return plan(tx, &tx); });
}

Result<std::vector<UnitRenewal>> renewals_for(const contract::Profile& profile, const contract::Generation& generation,
    std::vector<RenewalUnit> units, const ModelChoice& stated)
{
    std::vector<UnitRenewal> renewals;
    for (RenewalUnit& each : units) {
        UnitRenewal renewal{std::move(each), {}, {}};
        if (!renewal.unit.ends) {
            TRY_ASSIGN(renewal.to, model_for(profile, renewal.unit.unit.device, generation.id, stated));
        }
        renewals.push_back(std::move(renewal));
    }
    return renewals;
}

Result<RenewalPreviewView> renew_sites(http::Context& context, const RenewUnits& body, contract::ProfileCache& profiles)
{
    const auto reach = reach_of(context);
    const RenewalAct act{body.on, body.request_id, body.note};
    const auto renewed = [&](db::Reader& reader, db::Tx* tx) -> Result<RenewalPreviewView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, reach.contract));
        TRY_ASSIGN(const auto* generation, known_generation(*profile, body.generation));
        TRY(check_done_on(*profile, body.on, day_of(context.now())));
        if (act.request)
            TRY(work_request::get(reader, reach, *act.request));
        TRY_ASSIGN(
            auto units, chosen_units(reader, context, *profile, *generation, {body.site_id, body.units}, body.on));
        TRY(check_all_kept(context, units, act.request));
        TRY_ASSIGN(
            const auto renewals, renewals_for(*profile, *generation, std::move(units), {body.model, body.type_number}));
        RenewalPreviewView view{renewal_stamp(reader, reach.contract), tx != nullptr, {}};
        for (const UnitRenewal& each : renewals)
            view.units.push_back(view_of(*profile, each.unit, each.to));
        if (tx != nullptr) {
            TRY(check_stamp(reader, reach.contract, *body.seen));
            TRY(renew(*tx, reach.contract, audit::cause_of(context), renewals, act,
                [&] { return context.new_id<MovementId>().text; }));
        }
        return view;
    };
    if (!body.seen)
        return context.database().read([&](db::Reader& reader) { return renewed(reader, nullptr); });
    auto done = context.database().write([&](db::Tx& tx) { return renewed(tx, &tx); });
    if (done)
        follow(context, profiles);
    return done;
}

Result<void> renew_one(db::Tx& tx, const http::Context& context, const RenewUnit& body, const UnitRenewal& renewal)
{
    const auto contract = context.path<ContractId>("contract");
    const auto new_id = [&] { return context.new_id<MovementId>().text; };
    const RenewalAct act{body.on, body.request_id, body.note};
    if (!body.successor_id && body.successor_number.empty())
        return renew(tx, contract, audit::cause_of(context), {&renewal, 1}, act, new_id);
    const Successor successor{body.successor_id, body.successor_number, body.takes_address};
    return replace_unit(tx, contract, audit::cause_of(context), renewal, successor, act, new_id);
}

Result<RenewalUnitView> renew_unit(http::Context& context, const RenewUnit& body, contract::ProfileCache& profiles)
{
    const auto reach = reach_of(context);
    auto done = context.database().write([&](db::Tx& tx) -> Result<RenewalUnitView> {
        TRY(check_seen(context, tx));
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, reach.contract));
        TRY_ASSIGN(const auto* generation, known_generation(*profile, body.generation));
        TRY(check_done_on(*profile, body.on, day_of(context.now())));
        if (body.request_id)
            TRY(work_request::get(tx, reach, *body.request_id));
        TRY_ASSIGN(auto units,
            chosen_units(tx, context, *profile, *generation, {{}, {context.path<DeviceId>("id")}}, body.on));
        TRY(check_all_kept(context, units, body.request_id));
        TRY_ASSIGN(
            auto renewals, renewals_for(*profile, *generation, std::move(units), {body.model, body.type_number}));
        UnitRenewal& renewal = renewals.front();
        renewal.serial = body.serial;
        TRY(renew_one(tx, context, body, renewal));
        return view_of(*profile, renewal.unit, renewal.to);
    });
    if (done)
        follow(context, profiles);
    return done;
}

}

void add_renewal_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/register";
    router
        .get(all + "/renewals",
            [&profiles](
                http::Context& context, const RenewalQuery& query) { return show_renewals(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"更改計画", "Plans and progress of a renewal"});
    router
        .post(all + "/renewals/plans",
            [&profiles](
                http::Context& context, const PlanRenewal& body) { return plan_sites(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"更改の予定を入れる", "Plan the renewal of a site"});
    router
        .post(all + "/renewals/done",
            [&profiles](
                http::Context& context, const RenewUnits& body) { return renew_sites(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"拠点の更改を記録する", "Record the renewal of a site"});
    router
        .post(all + "/{id}/renewals",
            [&profiles](http::Context& context, const RenewUnit& body) { return renew_unit(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"機器の更改を記録する", "Record the renewal of a unit"});
}

}
