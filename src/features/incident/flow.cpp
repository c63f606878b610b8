#include "features/incident/flow.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

constexpr std::size_t longest_step_name = 200;
constexpr std::size_t longest_step_text = 5'000;

StepStanding standing_of(StepAct act)
{
    switch (act) {
    case StepAct::not_needed:
        return StepStanding::not_needed;
    case StepAct::yes:
        return StepStanding::yes;
    case StepAct::no:
        return StepStanding::no;
    case StepAct::chosen:
    case StepAct::done:
        return StepStanding::done;
    }
    return StepStanding::done;
}

StepStanding wanted_of(contract::StepAnswer answer)
{
    switch (answer) {
    case contract::StepAnswer::done:
        return StepStanding::done;
    case contract::StepAnswer::yes:
        return StepStanding::yes;
    case contract::StepAnswer::no:
        return StepStanding::no;
    }
    return StepStanding::done;
}

/// How a step stands that nobody has taken, by the one it depends on; that one is not of the flow when it is for other
/// units.
StepStanding untaken(const Flow& before, const contract::BranchStep& step)
{
    if (!step.when)
        return StepStanding::open;
    const FlowStep* earlier = before.find(step.when->step);
    if (earlier == nullptr || earlier->standing == StepStanding::off)
        return StepStanding::off;
    if (!earlier->taken())
        return StepStanding::waits;
    return earlier->standing == wanted_of(step.when->is) ? StepStanding::open : StepStanding::off;
}

FlowStep step_of(const Flow& before, const contract::BranchStep& step, const FlowSource& source)
{
    FlowStep flow_step{.step = &step};
    const auto entry = std::ranges::find(source.entries, step.id, &StepEntry::step);
    if (entry != source.entries.end()) {
        flow_step.entry = *entry;
        flow_step.standing = standing_of(entry->act);
        return flow_step;
    }
    flow_step.standing = untaken(before, step);
    const auto proof = step.shown_by ? source.proofs.find(*step.shown_by) : source.proofs.end();
    if (proof != source.proofs.end() && flow_step.standing == StepStanding::open) {
        flow_step.shown = proof->second;
        flow_step.standing = StepStanding::done;
    }
    return flow_step;
}

const contract::IncidentBranch* chosen_branch(
    const std::vector<contract::IncidentBranch>& branches, const std::vector<StepEntry>& entries)
{
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->act == StepAct::chosen)
            return contract::find_branch(branches, entry->branch);
    }
    return nullptr;
}

std::unexpected<Error> refused_step(ErrorKind kind, std::string code, Text text, const char* field = "step")
{
    return fail(kind, code, text, {{field, code, text}});
}

Result<void> check_standing(const Flow& flow, const FlowStep& step)
{
    const Text& label = step.step->label;
    if (step.taken())
        return refused_step(ErrorKind::conflict, "incident/step_taken",
            {fmt::format("「{}」は済んでいます。違っていれば、その記録を取り消してください。", label.ja),
                fmt::format("\"{}\" is taken already: take it back if it is wrong", label.en)});
    if (step.step->shown_by && contract::is_of_course(*step.step->shown_by))
        return refused_step(ErrorKind::conflict, "incident/step_by_course",
            {fmt::format("「{}」は障害の経過に記録してください。流れはそれに従います。", label.ja),
                fmt::format("\"{}\" is recorded in the course of the incident, which the flow follows", label.en)});
    if (step.standing == StepStanding::off)
        return refused_step(ErrorKind::conflict, "incident/step_off",
            {fmt::format("「{}」は、前の手順の結果により不要です。", label.ja),
                fmt::format("\"{}\" falls away by what an earlier step came to", label.en)});
    if (step.standing != StepStanding::waits)
        return {};
    const Text& before = flow.find(step.step->when->step)->step->label;
    return refused_step(ErrorKind::conflict, "incident/step_waits",
        {fmt::format("「{}」は、先に「{}」を記録してください。", label.ja, before.ja),
            fmt::format("\"{}\" follows \"{}\": record that first", label.en, before.en)});
}

Result<void> check_act(const FlowStep& step, StepAct act)
{
    if (act == StepAct::not_needed && step.step->mandatory && !step.step->waivable)
        return refused_step(ErrorKind::conflict, "incident/step_mandatory",
            {fmt::format("「{}」は契約で必ず行う手順です。不要にはできません。", step.step->label.ja),
                fmt::format("the contract wants \"{}\": it cannot be left out", step.step->label.en)},
            "act");
    const auto possible = possible_acts(step);
    if (std::ranges::find(possible, act) != possible.end())
        return {};
    return refused_step(ErrorKind::invalid, "incident/step_act",
        {"この手順には、この記録はできません。画面を読み込み直してください。",
            "this cannot be recorded about this step: reload the page"},
        "act");
}

Result<void> check_moment(Instant at, Instant begun, Instant now)
{
    if (at > now)
        return refused_step(ErrorKind::invalid, "incident/in_future",
            {"まだ来ていない日時です。", "this moment has not come yet"}, "at");
    if (at < begun)
        return refused_step(ErrorKind::invalid, "incident/out_of_order",
            {fmt::format("障害の始まり（{}）より前の日時です。", to_text_jst(begun)),
                fmt::format("this is before the incident began, {}", to_text_jst(begun))},
            "at");
    return {};
}

}

bool FlowStep::taken() const
{
    return standing != StepStanding::open && standing != StepStanding::waits && standing != StepStanding::off;
}

const FlowStep* Flow::find(std::string_view step) const
{
    const auto found = std::ranges::find_if(steps, [&](const FlowStep& each) { return each.step->id == step; });
    return found == steps.end() ? nullptr : &*found;
}

const FlowStep* Flow::next() const
{
    const auto found = std::ranges::find(steps, StepStanding::open, &FlowStep::standing);
    return found == steps.end() ? nullptr : &*found;
}

std::vector<StepEntry> holding(std::vector<StepEntry> entries)
{
    std::erase_if(entries, [](const StepEntry& entry) { return !entry.taken_back.empty(); });
    return entries;
}

Flow flow_of(const std::vector<contract::IncidentBranch>& branches, const FlowSource& source)
{
    Flow flow{.branch = chosen_branch(branches, source.entries)};
    if (flow.branch == nullptr) {
        flow.branch = contract::usual_branch(branches, source.device_class);
        flow.by_itself = flow.branch != nullptr;
    }
    if (flow.branch == nullptr)
        return flow;
    for (const contract::BranchStep& step : flow.branch->steps) {
        if (contract::is_for(step, source.device_class, source.model))
            flow.steps.push_back(step_of(flow, step, source));
    }
    return flow;
}

// What is mandatory once something earlier is known holds too as long as nobody has said it: unknown is never not
// needed.
std::vector<Text> missing_steps(const Flow& flow)
{
    std::vector<Text> missing;
    for (const FlowStep& each : flow.steps) {
        const contract::BranchStep& step = *each.step;
        if (!step.mandatory)
            continue;
        if (each.standing == StepStanding::open)
            missing.push_back({fmt::format("復旧の流れの「{}」が済んでいません（{}）。", step.label.ja, step.clause),
                fmt::format("\"{}\" of the flow is not done ({})", step.label.en, step.clause)});
        if (each.standing == StepStanding::waits) {
            const Text& before = flow.find(step.when->step)->step->label;
            missing.push_back(
                {fmt::format("復旧の流れの「{}」が要るかどうか決まっていません。先に「{}」を記録してください（{}）。",
                     step.label.ja, before.ja, step.clause),
                    fmt::format("whether \"{}\" of the flow is needed is open: record \"{}\" first ({})", step.label.en,
                        before.en, step.clause)});
        }
    }
    return missing;
}

std::vector<StepAct> possible_acts(const FlowStep& step)
{
    if (step.standing != StepStanding::open || (step.step->shown_by && contract::is_of_course(*step.step->shown_by)))
        return {};
    std::vector<StepAct> acts{StepAct::done};
    if (step.step->kind == contract::StepKind::decision)
        acts = {StepAct::yes, StepAct::no};
    if (!step.step->mandatory || step.step->waivable)
        acts.push_back(StepAct::not_needed);
    return acts;
}

Result<void> check_step(const Flow& flow, StepEntry& entry, Instant begun, Instant now)
{
    const FlowStep* step = flow.find(entry.step);
    if (step == nullptr)
        return refused_step(ErrorKind::invalid, "incident/no_step",
            {"この障害の流れに、その手順はありません。画面を読み込み直してください。",
                "the flow of this incident has no such step: reload the page"});
    TRY(check_standing(flow, *step));
    TRY(check_act(*step, entry.act));
    const bool by_city =
        step->step->kind == contract::StepKind::decision && step->step->turn == contract::StepTurn::city;
    const bool told = entry.act == StepAct::not_needed || (entry.act == StepAct::done && step->step->shown_by);
    TRY(take_fields({{"person", entry.person, longest_step_name, true},
        {"city_person", entry.city_person, longest_step_name, by_city},
        {"text", entry.text, longest_step_text, told}}));
    entry.branch = flow.branch->id;
    return check_moment(entry.at, begun, now);
}

Result<void> check_choice(const std::vector<contract::IncidentBranch>& branches, const Flow& flow,
    std::string_view device_class, std::string_view branch, std::string& reason)
{
    const contract::IncidentBranch* wanted = contract::find_branch(branches, branch);
    if (wanted == nullptr || !contract::fits(*wanted, device_class))
        return refused_step(ErrorKind::invalid, "incident/no_branch",
            {"この機器の区分に、その流れはありません。一覧から選んでください。",
                "there is no such flow for this class of units: choose one of the list"},
            "branch");
    if (wanted == flow.branch)
        return refused_step(ErrorKind::conflict, "incident/branch_taken",
            {"既にこの流れです。", "the incident takes this flow already"}, "branch");
    return take_fields({{"reason", reason, longest_step_text, flow.branch != nullptr}});
}

Result<StepEntry> check_take_back(
    const Flow& flow, const std::vector<StepEntry>& entries, const StepEntryId& id, std::string& reason)
{
    TRY(take_fields({{"reason", reason, longest_step_text, true}}));
    const auto wrong = std::ranges::find(entries, id, &StepEntry::id);
    if (wrong == entries.end() || !wrong->taken_back.empty() || wrong->act == StepAct::chosen)
        return fail(ErrorKind::not_found, "incident/no_step_entry", {"その記録がありません。", "no such entry"});
    for (const FlowStep& each : flow.steps) {
        if (each.entry && each.step->when && each.step->when->step == wrong->step)
            return fail(ErrorKind::conflict, "incident/step_builds_on",
                {fmt::format("「{}」がこの記録に続いています。先にそちらを取り消してください。", each.step->label.ja),
                    fmt::format("\"{}\" builds on this entry: take that back first", each.step->label.en)});
    }
    return *wrong;
}

}
