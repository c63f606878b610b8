#include "features/incident/proof_store.hpp"

#include "features/desk/call_store.hpp"
#include "features/incident/flow_store.hpp"
#include "features/repair/repair_store.hpp"

#include <algorithm>
#include <ranges>

namespace hoshuban::incident {
namespace {

using contract::StepProof;

constexpr int most_calls = 50;
constexpr int most_repairs = 20;

// The first that shows a step counts: a later call or repair adds nothing to it.
void show(Proofs& proofs, StepProof proof, Proof shown)
{
    proofs.emplace(proof, std::move(shown));
}

void show_entry(Proofs& proofs, const Entry& entry)
{
    const Proof shown{entry.at, entry.city_person.empty() ? entry.person : entry.city_person, entry.text};
    switch (entry.act) {
    case Act::contacted:
        return show(proofs, StepProof::contacted, shown);
    case Act::visit_decided:
        return show(proofs, StepProof::visit_decided, shown);
    case Act::restored:
        return show(proofs, StepProof::restored, shown);
    case Act::checked:
        return show(proofs, StepProof::checked, shown);
    case Act::reopened:
        // What was restored and checked before is no longer so.
        proofs.erase(StepProof::restored);
        proofs.erase(StepProof::checked);
        return;
    default:
        return;
    }
}

void show_call(Proofs& proofs, const desk::Call& call)
{
    const desk::CallFacts& facts = call.facts;
    show(proofs, StepProof::maker_called, {facts.reached_at, call.entered_by, call.desk_name});
    if (facts.visit_at)
        show(proofs, StepProof::maker_appointed, {facts.reached_at, call.entered_by, call.desk_name});
    if (facts.site_told_at)
        show(proofs, StepProof::site_told, {*facts.site_told_at, facts.site_told, call.desk_name});
    if (facts.visited_at)
        show(proofs, StepProof::maker_came, {*facts.visited_at, call.desk_name, facts.outcome});
}

void show_calls(Proofs& proofs, db::Reader& reader, const ContractId& contract, const std::string& name)
{
    if (name.empty())
        return;
    const auto calls = desk::list_calls(reader, contract, {.incident = name}, "", most_calls);
    for (const desk::Call& call : calls.value().calls | std::views::reverse)
        show_call(proofs, call);
}

std::optional<StepProof> proof_of(const repair::Step& step)
{
    switch (step.act) {
    case repair::Act::tested:
        return StepProof::unit_tested;
    case repair::Act::sent_to_maker:
        return StepProof::sent_to_maker;
    case repair::Act::erased:
        return StepProof::drive_erased;
    case repair::Act::handed_over:
        return StepProof::handed_over;
    default:
        return std::nullopt;
    }
}

void show_repair(Proofs& proofs, const repair::Repair& repair, const std::vector<repair::Step>& steps)
{
    show(proofs, StepProof::repair_opened, {repair.entered_at, repair.entered_by, repair.number});
    for (const repair::Step& step : steps) {
        const Proof shown{step.entered_at, step.person, repair.number};
        if (const auto proof = proof_of(step))
            show(proofs, *proof, shown);
        if (step.certificate)
            show(proofs, StepProof::erasure_certified, shown);
    }
}

// The days on which a repair belongs to the incident: from the one on which the unit failed to the one it was closed.
bool belongs_to(const repair::Repair& repair, const Incident& incident, const std::vector<Entry>& entries)
{
    Instant first = entries.empty() ? incident.entered_at : entries.front().at;
    if (incident.intake.occurred_at)
        first = std::min(first, *incident.intake.occurred_at);
    const auto closed = std::ranges::find(entries.rbegin(), entries.rend(), Act::closed, &Entry::act);
    return repair.failed_on >= day_of(first) && (closed == entries.rend() || repair.failed_on <= day_of(closed->at));
}

}

Proofs proofs_of(db::Reader& reader, const Incident& incident, const std::vector<Entry>& entries)
{
    Proofs proofs;
    for (const Entry& entry : entries)
        show_entry(proofs, entry);
    // A call names the incident as people do, by the city's number, or by its id.
    for (const std::string& name : {incident.id.text, incident.case_number})
        show_calls(proofs, reader, incident.contract_id, name);
    if (!incident.intake.device)
        return proofs;
    const auto repairs =
        repair::list(reader, incident.contract_id, {.device = incident.intake.device->text}, "", most_repairs);
    for (const repair::Listed& listed : repairs.value().repairs) {
        if (!belongs_to(listed.repair, incident, entries))
            continue;
        show_repair(proofs, listed.repair, repair::steps_of(reader, incident.contract_id, listed.repair.id));
        break;
    }
    return proofs;
}

FlowSource flow_source(
    db::Reader& reader, const Listed& listed, const std::vector<Entry>& course, const std::vector<StepEntry>& steps)
{
    return {.device_class = listed.incident.intake.device_class,
        .model = listed.device_model,
        .entries = holding(steps),
        .proofs = proofs_of(reader, listed.incident, course)};
}

Flow flow_now(
    db::Reader& reader, const contract::Profile& profile, const Listed& listed, const std::vector<Entry>& course)
{
    if (profile.branches.empty())
        return {};
    const auto steps = steps_of(reader, profile.id, listed.incident.id);
    return flow_of(profile.branches, flow_source(reader, listed, course, steps));
}

}
