#pragma once
#include "features/contract/profile.hpp"
#include "features/procedure/content.hpp"
#include "features/procedure/procedure.hpp"
#include "features/work_request/work_request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::procedure {

/// How a job stands to a version it follows. `cited`: no approval is needed; the others tell of the approval.
enum class JobState { cited, asked, granted, returned, withdrawn, voided };

constexpr auto names_of(const JobState*)
{
    return std::to_array<Name<JobState>>({
        {JobState::cited, "cited"},
        {JobState::asked, "asked"},
        {JobState::granted, "granted"},
        {JobState::returned, "returned"},
        {JobState::withdrawn, "withdrawn"},
        {JobState::voided, "voided"},
    });
}

/// A version that a job follows.
struct JobProcedure {
    WorkRequestId request;
    ProcedureVersionId version;
    JobState state = JobState::cited;
    std::optional<ApprovalId> approval = {};
    std::string content_sha256 = {}; ///< of canonical() of what was handed in
    std::vector<std::string> acts = {};
    std::vector<DeviceId> devices = {}; ///< empty: the device of the request
    std::string reason = {}; ///< why it was returned or voided; conditions of a granted one
    std::string cited_by = {};
    Instant cited_at = {};
    std::optional<Instant> settled_at = {};
    std::optional<std::string> granted_sha256 = {};
    std::optional<Instant> granted_at = {};
};

/// Whether work may go by it as far as procedures are concerned.
bool opens(JobState);

/// A version with what it belongs to, as jobs and their papers need it.
struct Followed {
    Procedure procedure;
    Version version;
    JobProcedure job;
    std::vector<Step> steps = {};
};

/// The kind of approval that a version needs for a job: what the job's work types name, otherwise the first of the
/// contract's kinds for procedures that no work type names. Null: citing it suffices (what others issue; a contract
/// without such an approval).
const contract::ApprovalKind* approval_needed(
    const contract::Profile&, Kind, const std::vector<std::string>& work_types);

/// What somebody hands in for a job.
struct Submission {
    std::vector<std::string> acts = {};
    std::vector<DeviceId> devices = {};
};

/// The acts that the job's work types perform, in the order of the contract.
std::vector<std::string> usual_acts(const contract::Profile&, const std::vector<std::string>& work_types);

/// Refuses a job that is over, an old or empty version, a retired procedure, unknown acts and devices, and steps per
/// device for a job without a device. `files` and `steps` are how many the version has.
Result<void> check_submission(
    const contract::Profile&, const work_request::WorkRequest&, const Procedure&, const Version&, const Content&);

/// The devices on which steps are recorded: those that the followed versions name, otherwise the request's.
std::vector<DeviceId> devices_of(const work_request::WorkRequest&, const std::vector<Followed>&);

/// Whether a job waits for a procedure, and for which (WRQ-15).
enum class Missing {
    nothing,
    none_followed, ///< no procedure is handed in or cited yet
    undecided, ///< the city has not decided yet
    returned, ///< the city returned it, or the application was withdrawn
    voided, ///< files, steps or version changed after the approval was asked for
    outdated, ///< a later edition is out than the one cited
};

constexpr auto names_of(const Missing*)
{
    return std::to_array<Name<Missing>>({
        {Missing::nothing, "nothing"},
        {Missing::none_followed, "none_followed"},
        {Missing::undecided, "undecided"},
        {Missing::returned, "returned"},
        {Missing::voided, "voided"},
        {Missing::outdated, "outdated"},
    });
}

struct Readiness {
    bool needed = false; ///< whether this job goes by a procedure at all
    Missing missing = Missing::nothing;
    Side opener = Side::contractor; ///< who can do something about it
    std::vector<std::string> followed = {}; ///< the citations that open the gate
    Text text; ///< what is missing and what to do; empty when nothing is

    bool ready() const { return missing == Missing::nothing; }
};

/// Judges a job. `manual_exists`: the library has a manual for the class of one of its devices (asked only where the
/// city's manuals govern).
Readiness judge(
    const contract::Profile&, const work_request::WorkRequest&, const std::vector<Followed>&, bool manual_exists);

}
