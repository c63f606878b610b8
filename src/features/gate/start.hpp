#pragma once
#include "core/calendar.hpp"
#include "core/id.hpp"
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"
#include "features/gate/gate.hpp"
#include "features/work_request/work_request.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::gate {

/// What the city told the contractor to do before the papers stood.
struct Instruction {
    std::string by; ///< who of the city, as people write it
    std::optional<Instant> at = {};
    std::string how; ///< 電話, 口頭, メール
    std::string text; ///< what was instructed

    bool operator==(const Instruction&) const = default;
};

/// Names every fact that is missing, and an instruction that lies in the future.
Result<void> check(const Instruction&, Instant now);

/// The recorded start of work.
struct StartRecord {
    StartId id;
    ContractId contract_id;
    std::optional<WorkRequestId> request = {}; ///< none: its request is not written yet
    work_request::Start kind = work_request::Start::regular;
    std::string title = {}; ///< of an emergency without a request
    std::optional<SiteId> site = {};
    Instant started_at;
    PersonId started_by;
    std::string started_name;
    Instant recorded_at;
    std::optional<ProcedureVersionId> procedure = {};
    std::string procedure_text = {}; ///< the procedures that are followed, as cited
    std::optional<WorkWindowId> window = {};
    Instruction instruction = {};
    std::optional<ApprovalId> approval = {}; ///< of the instruction, in the register of permissions
    std::optional<approval::State> confirmation =
        {}; ///< where that stands: whether the city says it gave the instruction
    std::string opinion = {}; ///< the city's words about it
    bool retroactive = false; ///< its request was written afterwards

    bool operator==(const StartRecord&) const = default;
};

/// Whether the city did not confirm the instruction of an emergency start, so that it has to be told again.
bool is_disputed(const StartRecord&);
/// The instruction as it is told again: complete, given before the work began, and only when it is disputed.
Result<StartRecord> told_again(StartRecord, const Instruction&, Instant now);

/// A start that is told later than it happened: not in the future, not before the request was entered.
Result<Instant> started_at(std::optional<Instant> told, const work_request::WorkRequest&, Instant now);

/// What an emergency start owes besides the gates: the city's word that it gave the instruction, and the request.
inline constexpr std::string_view instruction_duty = "instruction";
inline constexpr std::string_view request_duty = "request";

/// One open paper of an emergency start.
struct Duty {
    StartId start;
    std::string gate; ///< a GateKind, or one of the two above
    Instant due_at;
    std::optional<Instant> closed_at = {};

    bool operator==(const Duty&) const = default;
};

/// The duties of an emergency start at this moment: the instruction, the request when there is none, and every shut
/// gate, each by the days the contract gives.
Result<std::vector<Duty>> duties_of(const StartRecord&, const std::vector<Gate>& shut, const contract::EmergencyTerms&,
    const WorkingCalendar&, const DayRange& period);

/// The kind of a duty's clock: `start.instruction`, `start.paper.procedure` …
std::string clock_of(std::string_view gate);
/// Who has to act on it: the city confirms its instruction and writes the request.
Side side_of_duty(std::string_view gate);
/// What people call it.
Text duty_label(std::string_view gate);

}
