#include "features/incident/flow_api.hpp"

#include "features/incident/act_api.hpp"
#include "features/incident/flow_body_api.hpp"
#include "features/incident/flow_reach_api.hpp"
#include "features/incident/flow_store.hpp"
#include "features/incident/proof_store.hpp"
#include "features/incident/swap_api.hpp"
#include "features/incident/swap_store.hpp"

#include <algorithm>

namespace hoshuban::incident {
namespace {

const char* kind_of(StepAct act)
{
    if (act == StepAct::not_needed)
        return "incident.step_waived";
    return act == StepAct::done ? "incident.step_done" : "incident.step_decided";
}

Result<One> choose_branch(http::Context& context, const ChooseBranch& body, contract::ProfileCache& profiles)
{
    StepEntry entry{.id = context.new_id<StepEntryId>(),
        .act = StepAct::chosen,
        .branch = body.branch,
        .at = context.now(),
        .person = context.actor().name,
        .text = body.reason,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return carry_out(
        context, profiles, [&](db::Tx& tx, const Present& present) -> Result<std::pair<Incident, Happening>> {
            const Incident& incident = present.listed.incident;
            TRY(check_flows(incident));
            const auto& branches = present.profile->branches;
            const Flow flow = flow_now(tx, *present.profile, present.listed, present.entries);
            TRY(check_choice(branches, flow, incident.intake.device_class, entry.branch, entry.text));
            insert_step(tx, incident, entry);
            auto facts = facts_of(entry, branches);
            facts.erase("text");
            return std::pair{incident, Happening{"incident.branch_chosen", std::move(facts), entry.text}};
        });
}

Result<One> take_step(http::Context& context, const TakeStep& body, contract::ProfileCache& profiles)
{
    StepEntry entry{.id = context.new_id<StepEntryId>(),
        .act = body.act,
        .step = body.step,
        .at = body.at,
        .person = body.person,
        .city_person = body.city_person,
        .text = body.text,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return carry_out(
        context, profiles, [&](db::Tx& tx, const Present& present) -> Result<std::pair<Incident, Happening>> {
            const Incident& incident = present.listed.incident;
            TRY(check_flows(incident));
            const Flow flow = flow_now(tx, *present.profile, present.listed, present.entries);
            if (const FlowStep* step = flow.find(entry.step))
                TRY(check_takes(context, *step->step));
            TRY(check_by_swap(flow, entry));
            TRY(check_step(flow, entry, present.entries.front().at, context.now()));
            insert_step(tx, incident, entry);
            return std::pair{incident, Happening{kind_of(entry.act), facts_of(entry, present.profile->branches), {}}};
        });
}

Result<void> take_entry_back(
    db::Tx& tx, http::Context& context, const Present& present, const StepEntry& entry, const std::string& reason)
{
    if (!entry.spare) {
        take_back_step(tx, present.listed.incident, entry.id, reason);
        return {};
    }
    TRY(check_swaps(context));
    return take_swap_back(tx, *present.profile, audit::cause_of(context), present.listed.incident, entry, reason,
        context.new_id<device::MovementId>(), context.new_id<device::MovementId>());
}

Result<One> take_step_back(http::Context& context, const TakeStepBack& body, const ExchangeRooms& rooms)
{
    const auto id = context.path<StepEntryId>("entry");
    bool moved = false;
    auto after = carry_out(
        context, rooms.profiles, [&](db::Tx& tx, const Present& present) -> Result<std::pair<Incident, Happening>> {
            const Incident& incident = present.listed.incident;
            TRY(check_flows(incident));
            std::string reason = body.reason;
            const auto entries = steps_of(tx, present.profile->id, incident.id);
            const Flow flow = flow_now(tx, *present.profile, present.listed, present.entries);
            TRY_ASSIGN(const auto entry, check_take_back(flow, entries, id, reason));
            TRY(check_takes_back(context, *present.profile, entry));
            TRY(take_entry_back(tx, context, present, entry, reason));
            moved = entry.spare.has_value();
            return std::pair{incident,
                Happening{moved ? "incident.exchange_taken_back" : "incident.step_taken_back",
                    facts_of(entry, present.profile->branches), reason}};
        });
    if (after && moved)
        rooms.units_moved(context);
    return after;
}

}

void add_flow_routes(http::Router& router, const ExchangeRooms& rooms)
{
    contract::ProfileCache& profiles = rooms.profiles;
    const std::string one = "/api/v1/contracts/{contract}/incidents/{id}";
    router
        .put(one + "/branch",
            [&profiles](
                http::Context& context, const ChooseBranch& body) { return choose_branch(context, body, profiles); })
        .permission(Permission::record_incident)
        .summary({"復旧の流れを選ぶ", "Choose the branch of an incident"});
    router
        .post(one + "/steps",
            [&profiles](http::Context& context, const TakeStep& body) { return take_step(context, body, profiles); })
        .permission(Permission::view_incident)
        .summary({"復旧の流れの手順を記録する", "Record a step of the flow of an incident"});
    router
        .post(one + "/steps/{entry}/take-back",
            [rooms](http::Context& context, const TakeStepBack& body) { return take_step_back(context, body, rooms); })
        .permission(Permission::view_incident)
        .summary({"誤った手順の記録を取り消す", "Take a wrong step of an incident back"});
    add_swap_routes(router, rooms);
}

}
