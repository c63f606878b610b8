#include "features/visit/finding_view_api.hpp"

namespace hoshuban::visit {
namespace {

void add_acts_of_contractor(const Finding& finding, std::vector<FindingAct>& acts)
{
    const FindingState state = state_of(finding);
    if (state == FindingState::reply)
        acts.push_back(FindingAct::reply);
    if (!finding.facts.report)
        acts.push_back(FindingAct::report);
    if (state == FindingState::action)
        acts.push_back(FindingAct::finish);
    acts.push_back(FindingAct::correct);
    if (!finding.instruction)
        acts.push_back(FindingAct::take_back);
}

std::vector<FindingAct> acts_of(const Finding& finding, const Actor& actor)
{
    std::vector<FindingAct> acts;
    if (!finding.taken_back.empty())
        return acts;
    if (actor.may(Permission::record_visit, finding.contract_id))
        add_acts_of_contractor(finding, acts);
    if (!actor.may(Permission::direct_visit, finding.contract_id))
        return acts;
    if (state_of(finding) == FindingState::instruction)
        acts.push_back(FindingAct::instruct);
    if (finding.instruction)
        acts.push_back(FindingAct::instruct_anew);
    return acts;
}

}

FindingView view_of(const ListedFinding& listed, const Actor& actor, LocalDay today)
{
    const Finding& finding = listed.finding;
    const FindingFacts& facts = finding.facts;
    const Reply reply = facts.reply.value_or(Reply{});
    const Instruction instruction = finding.instruction.value_or(Instruction{});
    const auto day = [](const auto& act) { return act ? std::optional{act->on} : std::nullopt; };
    return {.id = finding.id,
        .visit_id = finding.visit,
        .site_id = finding.site,
        .site = listed.site_name,
        .kind = facts.kind,
        .state = state_of(finding),
        .text = facts.text,
        .told_by = facts.told_by,
        .found_on = facts.found_on,
        .answer = facts.answer,
        .promised_on = facts.promised_on,
        .replied_on = day(facts.reply),
        .reply = reply.text,
        .replied_to = reply.to,
        .late = is_late(finding, today),
        .reported_on = day(facts.report),
        .reported_by = facts.report.value_or(Report{}).by,
        .instructed_on = day(finding.instruction),
        .instruction = instruction.text,
        .asks = instruction.asks,
        .instructed_by = instruction.by,
        .done_on = day(facts.completion),
        .done = facts.completion.value_or(Completion{}).text,
        .taken_back = finding.taken_back,
        .entered_by = finding.entered_by,
        .entered_at = finding.entered_at,
        .acts = acts_of(finding, actor),
        .version = finding.version};
}

}
