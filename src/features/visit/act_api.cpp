#include "features/visit/act_api.hpp"

#include "core/typed_fields.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "features/visit/finding_store.hpp"
#include "features/visit/ground_api.hpp"
#include "features/visit/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::visit {
namespace {

using Decided = Result<std::pair<Visit, Happening>>;

// The item of the contract's checklist, if it holds for this visit and the visit has not begun.
Result<const contract::VisitCheck*> item_of(const Ground& ground, const Listed& before, const std::string& id)
{
    if (state_of(before.visit) != VisitState::planned)
        return fail(ErrorKind::conflict, "visit/does_not_follow",
            {"訪問前の確認は、到着の前に行います。", "the checklist is ticked before the arrival"});
    const auto checks = checks_of(ground.profile->visits, before.visit.plan.incident.has_value(), before.device_class);
    const auto item = std::ranges::find(checks, id, [](const contract::VisitCheck* check) { return check->id; });
    if (item == checks.end())
        return refused_at("item", "visit/no_item",
            {"この訪問の確認の項目ではありません。", "no item of the checklist of this visit"});
    return *item;
}

// A unit that stands as a spare, is of the failed one's class and goes along nowhere else.
Result<contract::Device> spare_of(
    db::Reader& reader, const Listed& before, const std::optional<DeviceId>& id, LocalDay today)
{
    if (!id)
        return refused_at("spare_id", "visit/which_spare",
            {"持って行く予備機を選んでください。", "choose the spare unit that goes along"});
    const ContractId& contract = before.visit.contract_id;
    auto unit = device::get_device(reader, contract, *id);
    if (!unit)
        return refused_at("spare_id", "visit/no_spare", unit.error().text);
    const auto course = device::course_of(reader, contract, *id);
    TRY(check_spare(device::on(course, today), unit->number));
    if (!before.device_class.empty() && unit->device_class != before.device_class)
        return refused_at("spare_id", "visit/other_class",
            {fmt::format("{}は故障した機器と別の区分です。", unit->number),
                fmt::format("{} is of another class than the failed unit", unit->number)});
    TRY(check_not_taken(reader, before.visit, *id, unit->number));
    return unit;
}

Result<OneVisit> tick(http::Context& context, const TickVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles, [&](db::Tx& tx, const Ground& ground, const Listed& before) -> Decided {
        TRY_ASSIGN(const auto* const item, item_of(ground, before, body.item));
        Tick tick{.item = item->id, .by = context.actor().name, .at = context.now()};
        Happening happening{"visit.ticked", {{"item", item->label.ja}}};
        if (item->spare) {
            TRY_ASSIGN(const auto unit, spare_of(tx, before, body.spare_id, day_of(context.now())));
            tick.spare = unit.id;
            happening.more.emplace("spare", unit.number);
        }
        put_tick(tx, before.visit, tick);
        return std::pair{before.visit, std::move(happening)};
    });
}

Result<OneVisit> untick(http::Context& context, const UntickVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles, [&](db::Tx& tx, const Ground& ground, const Listed& before) -> Decided {
        TRY_ASSIGN(const auto* const item, item_of(ground, before, body.item));
        remove_tick(tx, before.visit, item->id);
        return std::pair{before.visit, Happening{"visit.unticked", {{"item", item->label.ja}}}};
    });
}

Result<OneVisit> arrive(http::Context& context, const ArriveOnVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles, [&](db::Tx& tx, const Ground& ground, const Listed& before) -> Decided {
        TRY_ASSIGN(
            auto after, arrived(*ground.profile, before.visit, body.arrived_at.value_or(context.now()), context.now()));
        std::string reason = body.unticked_reason;
        TRY(take_fields({{"unticked_reason", reason, 1'000}}));
        std::vector<Tick> ticks;
        for (const ListedTick& each : ticks_of(tx, after.contract_id, after.id))
            ticks.push_back(each.tick);
        const auto checks = checks_of(ground.profile->visits, after.plan.incident.has_value(), before.device_class);
        TRY(check_ticked(checks, ticks, reason));
        if (!unticked(checks, ticks).empty())
            after.unticked_reason = std::move(reason);
        return std::pair{std::move(after), Happening{"visit.arrived"}};
    });
}

Result<OneVisit> begin_work(http::Context& context, const StartOnVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles, [&](db::Tx&, const Ground& ground, const Listed& before) -> Decided {
        TRY_ASSIGN(
            auto after, started(*ground.profile, before.visit, body.started_at.value_or(context.now()), context.now()));
        return std::pair{std::move(after), Happening{"visit.started"}};
    });
}

Result<OneVisit> depart(http::Context& context, const DepartFromVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles, [&](db::Tx& tx, const Ground& ground, const Listed& before) -> Decided {
        TRY_ASSIGN(auto after,
            departed(*ground.profile, before.visit, body.departed_at.value_or(context.now()), context.now()));
        Record record{.times = after.times, .workers = after.plan.workers, .result = body.result};
        if (!body.workers.empty()) {
            TRY_ASSIGN(
                record.workers, visitors_of(tx, *ground.profile, body.workers, day_of(after.times.arrived.value())));
        }
        std::string no_reason;
        TRY_ASSIGN(after, recorded(*ground.profile, std::move(after), std::move(record), no_reason, context.now()));
        return std::pair{std::move(after), Happening{"visit.departed"}};
    });
}

Result<OneVisit> record_visit(http::Context& context, const RecordVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles, [&](db::Tx& tx, const Ground& ground, const Listed& before) -> Decided {
        const LocalDay day = day_of(body.arrived_at.value_or(before.visit.plan.from));
        TRY_ASSIGN(auto workers, visitors_of(tx, *ground.profile, body.workers, day));
        std::string reason = body.reason;
        TRY_ASSIGN(auto after,
            recorded(*ground.profile, before.visit,
                {{body.arrived_at, body.started_at, body.departed_at}, std::move(workers), body.result}, reason,
                context.now()));
        TRY(check_findings_within(tx, after, day_of(context.now())));
        return std::pair{std::move(after), Happening{"visit.recorded", {}, std::move(reason)}};
    });
}

Result<OneVisit> call_off(http::Context& context, const CallOffVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles, [&](db::Tx&, const Ground&, const Listed& before) -> Decided {
        TRY_ASSIGN(auto after, called_off(before.visit, body.reason));
        const std::string reason = after.called_off;
        return std::pair{std::move(after), Happening{"visit.called_off", {}, reason}};
    });
}

template <class Body>
auto with_profiles(
    contract::ProfileCache& profiles, Result<OneVisit> (*act)(http::Context&, const Body&, contract::ProfileCache&))
{
    return [&profiles, act](http::Context& context, const Body& body) { return act(context, body, profiles); };
}

}

void add_act_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string one = "/api/v1/contracts/{contract}/visits/{id}";
    router.post(one + "/ticks", with_profiles<TickVisit>(profiles, tick))
        .permission(Permission::record_visit)
        .summary({"訪問前の確認を付ける", "Tick an item before a visit"});
    router.post(one + "/unticks", with_profiles<UntickVisit>(profiles, untick))
        .permission(Permission::record_visit)
        .summary({"訪問前の確認を外す", "Remove a tick before a visit"});
    router.post(one + "/arrival", with_profiles<ArriveOnVisit>(profiles, arrive))
        .permission(Permission::record_visit)
        .summary({"訪問先への到着を記録する", "Record the arrival on a visit"});
    router.post(one + "/start", with_profiles<StartOnVisit>(profiles, begin_work))
        .permission(Permission::record_visit)
        .summary({"訪問先での着手を記録する", "Record that work on a visit began"});
    router.post(one + "/departure", with_profiles<DepartFromVisit>(profiles, depart))
        .permission(Permission::record_visit)
        .summary({"訪問先からの出発を記録する", "Record the departure from a visit"});
    router.put(one + "/record", with_profiles<RecordVisit>(profiles, record_visit))
        .permission(Permission::record_visit)
        .summary({"訪問の記録を記入・訂正する", "Enter or correct the record of a visit"});
    router.post(one + "/cancellation", with_profiles<CallOffVisit>(profiles, call_off))
        .permission(Permission::record_visit)
        .summary({"訪問を中止する", "Call a visit off"});
}

}
