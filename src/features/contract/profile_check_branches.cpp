#include "features/contract/profile_check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace hoshuban::contract {
namespace {

void object(std::vector<Objection>& found, std::string path, std::string code, Text text)
{
    found.push_back({"incidents.yaml", std::move(path), std::move(code), std::move(text)});
}

void check_known(std::vector<Objection>& found, const Profile& profile, const std::string& path,
    const std::vector<std::string>& classes, const std::vector<std::string>& models)
{
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (std::ranges::find(profile.device_classes, classes[i], &DeviceClass::id) == profile.device_classes.end())
            object(found, fmt::format("{}.classes[{}]", path, i), "contract/unknown_reference",
                {fmt::format("機器の区分「{}」はこのプロファイルにありません。", classes[i]),
                    fmt::format("there is no device class \"{}\" in this profile", classes[i])});
    }
    for (std::size_t i = 0; i < models.size(); ++i) {
        if (std::ranges::find(profile.equipment, models[i], &Equipment::model) == profile.equipment.end())
            object(found, fmt::format("{}.models[{}]", path, i), "contract/unknown_reference",
                {fmt::format("機種「{}」はこのプロファイルにありません。", models[i]),
                    fmt::format("there is no model \"{}\" in this profile", models[i])});
    }
}

void check_condition(std::vector<Objection>& found, const IncidentBranch& branch, std::size_t at, std::string path)
{
    const StepCondition& when = *branch.steps[at].when;
    const auto earlier = branch.steps.begin() + static_cast<std::ptrdiff_t>(at);
    const auto step = std::ranges::find(branch.steps.begin(), earlier, when.step, &BranchStep::id);
    if (step == earlier) {
        const bool later = find_step(branch, when.step) != nullptr;
        object(found, path + ".when.step", later ? "contract/later_step" : "contract/unknown_reference",
            {fmt::format("前の手順に「{}」はありません。前にある手順だけを条件にできます。", when.step),
                fmt::format("no earlier step is called \"{}\": a step can only depend on one before it", when.step)});
        return;
    }
    if ((step->kind == StepKind::decision) == (when.is == StepAnswer::done))
        object(found, path + ".when.is", "contract/answer_of_step",
            {fmt::format("「{}」は{}ので、条件は {} と書いてください。", when.step,
                 step->kind == StepKind::decision ? "判断の手順な" : "判断の手順ではない",
                 step->kind == StepKind::decision ? "yes か no" : "done"),
                fmt::format("\"{}\" is {} decision: write {}", when.step, step->kind == StepKind::decision ? "a" : "no",
                    step->kind == StepKind::decision ? "yes or no" : "done")});
}

void check_step(std::vector<Objection>& found, const IncidentBranch& branch, std::size_t at, const std::string& path)
{
    const BranchStep& step = branch.steps[at];
    const auto same = std::ranges::find(branch.steps, step.id, &BranchStep::id);
    if (same - branch.steps.begin() != static_cast<std::ptrdiff_t>(at))
        object(found, path + ".id", "contract/duplicate_id",
            {fmt::format("ID「{}」が二つあります。", step.id), fmt::format("the id \"{}\" stands twice", step.id)});
    for (std::size_t i = 0; i < step.device_classes.size(); ++i) {
        if (!fits(branch, step.device_classes[i]))
            object(found, fmt::format("{}.classes[{}]", path, i), "contract/step_never_holds",
                {fmt::format("この流れは機器の区分「{}」のものではありません。", step.device_classes[i]),
                    fmt::format("this branch is not for the class \"{}\"", step.device_classes[i])});
    }
    if (step.waivable && !step.mandatory)
        object(found, path + ".waivable", "contract/waivable_step",
            {"waivable は、mandatory: true の手順だけに付けられます。", "only a mandatory step can be waivable"});
    if (step.shown_by && step.kind != StepKind::check)
        object(found, path + ".shown_by", "contract/shown_step",
            {"shown_by は、kind: check の手順だけに付けられます。",
                "only a step of the kind check is shown by records"});
    if (step.kind == StepKind::swap &&
        std::ranges::find(branch.steps, StepKind::swap, &BranchStep::kind)->id != step.id)
        object(found, path + ".kind", "contract/two_swaps",
            {"一つの流れに交換の手順は一つだけです。", "a branch has one step of the kind swap"});
    if (step.when)
        check_condition(found, branch, at, path);
}

}

std::vector<Objection> check_branches(const Profile& profile)
{
    std::vector<Objection> found;
    std::set<std::string> branches;
    std::map<std::string, const BranchStep*> steps; // the same id is the same step in every branch
    for (std::size_t i = 0; i < profile.branches.size(); ++i) {
        const IncidentBranch& branch = profile.branches[i];
        const std::string path = fmt::format("branches[{}]", i);
        if (!branches.insert(branch.id).second)
            object(found, path + ".id", "contract/duplicate_id",
                {fmt::format("ID「{}」が二つあります。", branch.id),
                    fmt::format("the id \"{}\" stands twice", branch.id)});
        check_known(found, profile, path, branch.device_classes, {});
        for (std::size_t j = 0; j < branch.steps.size(); ++j) {
            const std::string place = fmt::format("{}.steps[{}]", path, j);
            const BranchStep& step = branch.steps[j];
            check_known(found, profile, place, step.device_classes, step.models);
            check_step(found, branch, j, place);
            const BranchStep& first = *steps.emplace(step.id, &step).first->second;
            if (first.kind != step.kind || first.shown_by != step.shown_by)
                object(found, place + ".id", "contract/other_step",
                    {fmt::format(
                         "別の流れの手順「{}」と種類（kind・shown_by）が違います。別のIDにしてください。", step.id),
                        fmt::format("the step \"{}\" of another branch is of another kind: give it an id of its own",
                            step.id)});
        }
    }
    return found;
}

}
