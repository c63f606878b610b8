#pragma once
#include "features/procedure/job.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::procedure {

/// What came of a step: ○ done, △ done with a reservation, × failed, － does not apply.
enum class StepResult { done, reservation, failed, not_applicable };

constexpr auto names_of(const StepResult*)
{
    return std::to_array<Name<StepResult>>({
        {StepResult::done, "done"},
        {StepResult::reservation, "reservation"},
        {StepResult::failed, "failed"},
        {StepResult::not_applicable, "not_applicable"},
    });
}

/// ○ △ × －
std::string_view sign(StepResult);

/// The number under which the operation check is recorded that a contract asks for and a version does not declare.
inline constexpr int implied_check = 0;

/// One record of what was done. It never changes; a correction is another one that replaces it.
struct StepRecord {
    StepRecordId id;
    WorkRequestId request;
    ProcedureVersionId version;
    int step = 0;
    std::optional<DeviceId> device = {};
    StepResult result = StepResult::done;
    std::string note = {};
    std::string done_by = {};
    Instant done_at = {};
    PersonId recorded_by = {};
    std::string recorded_by_name = {};
    Instant recorded_at = {};
    std::optional<StepRecordId> replaces = {};
    std::string reason = {}; ///< why the replaced one was wrong
    int photos = 0; ///< how many hang on it
};

/// A photo of a record.
struct StepPhoto {
    AttachmentId id;
    StepRecordId record;
    std::string name;
};

/// The records that no other replaces.
std::vector<StepRecord> in_force(const std::vector<StepRecord>&);

/// A job as its sheet shows it. `followed` are the versions by which it is done, each with its steps.
struct Job {
    work_request::WorkRequest request = {};
    std::vector<Followed> followed = {};
    std::vector<DeviceId> devices = {};
    bool operation_check = false; ///< the contract asks for it on each device (PRC-06)
    std::optional<Instant> begun = {}; ///< when work was allowed to start; nothing where nobody recorded it
};

/// The steps of a version as they are recorded: the declared ones, and the implied operation check on each device.
std::vector<Step> steps_to_record(const Job&, const Followed&);

/// Refuses a record of a job that is not being worked on, of a version the job may not go by, of an unknown step or
/// device, one that was made before, × △ － without a note, a time to come or before the start of work, and a
/// correction without its reason or of a record that was corrected already. `records` are all of the job.
Result<void> check_record(const Job&, const StepRecord&, const std::vector<StepRecord>& records);

enum class Open { unrecorded, failed, unchecked, unphotographed };

constexpr auto names_of(const Open*)
{
    return std::to_array<Name<Open>>({
        {Open::unrecorded, "unrecorded"},
        {Open::failed, "failed"},
        {Open::unchecked, "unchecked"}, ///< the operation check of the device is missing or not passed
        {Open::unphotographed, "unphotographed"},
    });
}

/// A step that keeps a job, or one of its devices, from being done.
struct OpenStep {
    ProcedureVersionId version;
    int step = 0;
    std::optional<DeviceId> device = {};
    Open why = Open::unrecorded;

    bool operator==(const OpenStep&) const = default;
};

struct Completeness {
    int devices = 0;
    int devices_done = 0;
    std::vector<OpenStep> open = {};

    bool complete() const { return open.empty(); }
};

/// A device is done when each of its steps is recorded, none failed, and its operation check passed (PRC-06). A version
/// by which the job may not go any more counts until another of its procedure takes its place.
Completeness completeness(const Job&, const std::vector<StepRecord>&);

/// Before the contractor signs: refuses with one field for each open step, which names it, its devices and what to do.
/// `procedure/steps_open`.
Result<void> check_complete(const Job&, const std::vector<StepRecord>&);

/// What the result of a job has to state (WRQ-12).
struct Execution {
    std::string procedures; ///< citations, one a line
    std::optional<LocalDay> first = {};
    std::optional<LocalDay> last = {};
    std::vector<std::string> people = {}; ///< in the order in which they first did something
};

Execution execution(const std::vector<Followed>&, const std::vector<StepRecord>&);

}
