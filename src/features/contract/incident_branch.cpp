#include "features/contract/incident_branch.hpp"

#include <algorithm>

namespace hoshuban::contract {
namespace {

bool names(const std::vector<std::string>& list, std::string_view wanted)
{
    return std::ranges::find(list, wanted) != list.end();
}

}

bool is_of_course(StepProof proof)
{
    return proof == StepProof::contacted || proof == StepProof::visit_decided || proof == StepProof::restored ||
        proof == StepProof::checked;
}

const IncidentBranch* find_branch(const std::vector<IncidentBranch>& branches, std::string_view id)
{
    const auto found = std::ranges::find(branches, id, &IncidentBranch::id);
    return found == branches.end() ? nullptr : &*found;
}

const BranchStep* find_step(const IncidentBranch& branch, std::string_view id)
{
    const auto found = std::ranges::find(branch.steps, id, &BranchStep::id);
    return found == branch.steps.end() ? nullptr : &*found;
}

bool fits(const IncidentBranch& branch, std::string_view device_class)
{
    return device_class.empty() || branch.device_classes.empty() || names(branch.device_classes, device_class);
}

const IncidentBranch* usual_branch(const std::vector<IncidentBranch>& branches, std::string_view device_class)
{
    const IncidentBranch* usual = nullptr;
    for (const IncidentBranch& branch : branches) {
        if (branch.by_choice || !names(branch.device_classes, device_class))
            continue;
        if (usual != nullptr)
            return nullptr;
        usual = &branch;
    }
    return usual;
}

bool is_for(const BranchStep& step, std::string_view device_class, std::string_view model)
{
    return (step.device_classes.empty() || names(step.device_classes, device_class)) &&
        (step.models.empty() || names(step.models, model));
}

}
