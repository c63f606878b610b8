#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/contract/basis.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::contract {

/// How a step of a branch is taken: ticked, by an exchange of units, or by a yes or no.
enum class StepKind { check, swap, decision };

constexpr auto names_of(const StepKind*)
{
    return std::to_array<Name<StepKind>>(
        {{StepKind::check, "check"}, {StepKind::swap, "swap"}, {StepKind::decision, "decision"}});
}

/// Whose turn a step is: an incident waits for them until it is taken.
enum class StepTurn { contractor, city, site, lessor, maker, third_party };

constexpr auto names_of(const StepTurn*)
{
    return std::to_array<Name<StepTurn>>({
        {StepTurn::contractor, "contractor"},
        {StepTurn::city, "city"},
        {StepTurn::site, "site"},
        {StepTurn::lessor, "lessor"},
        {StepTurn::maker, "maker"},
        {StepTurn::third_party, "third_party"},
    });
}

/// What in the records shows that a step was taken, so that nobody enters it twice: an entry of the course, a call to a
/// maker's desk because of the incident, the repair of its unit.
enum class StepProof {
    contacted,
    visit_decided,
    restored,
    checked,
    maker_called,
    maker_appointed,
    site_told,
    maker_came,
    repair_opened,
    unit_tested,
    sent_to_maker,
    drive_erased,
    erasure_certified,
    handed_over,
};

constexpr auto names_of(const StepProof*)
{
    return std::to_array<Name<StepProof>>({
        {StepProof::contacted, "contacted"},
        {StepProof::visit_decided, "visit_decided"},
        {StepProof::restored, "restored"},
        {StepProof::checked, "checked"},
        {StepProof::maker_called, "maker_called"},
        {StepProof::maker_appointed, "maker_appointed"},
        {StepProof::site_told, "site_told"},
        {StepProof::maker_came, "maker_came"},
        {StepProof::repair_opened, "repair_opened"},
        {StepProof::unit_tested, "unit_tested"},
        {StepProof::sent_to_maker, "sent_to_maker"},
        {StepProof::drive_erased, "drive_erased"},
        {StepProof::erasure_certified, "erasure_certified"},
        {StepProof::handed_over, "handed_over"},
    });
}

/// Whether it is an entry of the incident's course, which is recorded there and nowhere else.
bool is_of_course(StepProof);

/// What an earlier step has to have come to.
enum class StepAnswer { done, yes, no };

constexpr auto names_of(const StepAnswer*)
{
    return std::to_array<Name<StepAnswer>>(
        {{StepAnswer::done, "done"}, {StepAnswer::yes, "yes"}, {StepAnswer::no, "no"}});
}

/// A step that holds only when an earlier one came to something.
struct StepCondition {
    std::string step;
    StepAnswer is = StepAnswer::done;
};

/// One step of a branch (INC-07…18). The same id in another branch is the same step.
struct BranchStep {
    std::string id;
    Text label;
    Text hint; ///< how it is done; may be empty
    StepKind kind = StepKind::check;
    StepTurn turn = StepTurn::contractor;
    bool mandatory = false; ///< an incident is not closed without it, once it holds
    bool waivable = false; ///< a mandatory step that may be found not needed, with a reason
    std::vector<std::string> device_classes; ///< only for units of these; empty: whatever the class
    std::vector<std::string> models; ///< only for these; empty: whatever the model
    std::optional<StepCondition> when; ///< none: always
    std::optional<StepProof> shown_by; ///< none: somebody enters it
    Basis basis = Basis::contract;
    std::string clause;
};

/// How a fault of some class is brought to its end: steps in the order in which people usually take them.
struct IncidentBranch {
    std::string id;
    Text label;
    Text hint; ///< when it is the right one
    std::vector<std::string> device_classes; ///< the classes it is for; empty: whatever the class
    bool by_choice = false; ///< somebody chooses it; it is never taken by itself
    std::vector<BranchStep> steps;
    std::string clause;
};

/// The branch of an id; null when there is none such.
const IncidentBranch* find_branch(const std::vector<IncidentBranch>&, std::string_view id);
/// The step of an id; null when the branch has none such.
const BranchStep* find_step(const IncidentBranch&, std::string_view id);

/// Whether a branch is for incidents of a class; where nobody knows the class yet (empty), every branch may be.
bool fits(const IncidentBranch&, std::string_view device_class);
/// The branch that an incident of a class takes by itself: the only one that names the class and is not by choice. Null
/// when there is none, or several.
const IncidentBranch* usual_branch(const std::vector<IncidentBranch>&, std::string_view device_class);
/// Whether a step is for a unit of this class and model.
bool is_for(const BranchStep&, std::string_view device_class, std::string_view model);

}
