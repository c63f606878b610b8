#pragma once
#include "features/approval/approval.hpp"
#include "features/approval/approver.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::approval {

/// What is said to an application. `acknowledge` only answers a notice, the others everything else.
enum class Verdict { grant, refuse, acknowledge };

constexpr auto names_of(const Verdict*)
{
    return std::to_array<Name<Verdict>>(
        {{Verdict::grant, "grant"}, {Verdict::refuse, "refuse"}, {Verdict::acknowledge, "acknowledge"}});
}

/// One step's decision, as it stays.
struct Decision {
    int step = 0; ///< the first is 0
    Verdict verdict = Verdict::grant;
    PersonId by = {};
    std::string by_name = {};
    Side side = Side::city;
    std::optional<PersonId> for_person = {}; ///< whose deputy decided
    std::string for_name = {};
    std::string opinion = {};
    std::string conditions = {};
    std::string content_sha256 = {}; ///< of the content that was seen
    Instant at = {};
};

/// What somebody says, and the content he saw.
struct Judgement {
    Verdict verdict = Verdict::grant;
    std::string content_sha256 = {};
    std::string opinion = {}; ///< the reason when refusing
    std::string conditions = {};
};

/// What stands about an application when somebody decides.
struct Case {
    const Approval& approval;
    const contract::ApprovalKind& kind;
    const Panel& panel;
    const std::vector<Decision>& decisions; ///< of earlier steps
    std::optional<SiteId> site = {}; ///< of the application, or of the job it is about
};

/// Whether somebody may decide the step that is due, and in whose place. Refused are, with these codes below
/// `approval/`: an administrator (`administrator_decides`), what waits for nobody (`settled`), one's own application
/// (`own_application`), the other side (`other_side`), a site that is not one's own (`other_site`), a second signature
/// (`signed_twice`), who is not named (`not_named`) and a deputy outside of his period (`deputy_outside_period`).
Result<Seat> check_decider(const Case&, const Actor&, LocalDay today);

/// The decision, or why it cannot be taken. Refused besides: an old content (`old_content`), a verdict that does not
/// fit the nature of the kind (`wrong_verdict`), a refusal without a reason (`reason_missing`) and a permission for a
/// time that has passed (`period_over`).
Result<Decision> judge(const Case&, const Actor&, const Judgement&, Instant now);

/// The approval after the decision: the next step's turn, or settled.
Approval decided(Approval, const contract::ApprovalKind&, const Decision&);

}
