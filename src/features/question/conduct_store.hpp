#pragma once
#include "core/calendar.hpp"
#include "features/approval/approval.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/question/question.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>

namespace hoshuban {
class Clock;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::question {

/// What carrying out an act needs to know of the contract.
struct Terms {
    const contract::Profile& profile;
    const WorkingCalendar& calendar;
    const Clock& clock; ///< for new ids
};

/// Who acts, for the rules.
Who who_of(const audit::Cause&, const ContractId&);
/// An administrator of the installation asks, answers and accepts nothing.
Result<void> check_party(const Actor&);

/// Stores a new question with its number, its clock and its event. The number of `asking` is given out here.
Result<Question> open(db::Tx&, const Terms&, const audit::Cause&, Asking);

/// An act and how its event tells of it.
struct Act {
    std::string_view kind; ///< of the event: `question.answered`
    std::string reason = {};
};

/// Stores what a step changes: the row, its contribution to the conversation, the clock of the answer, applications
/// that lapse or are made, and the event, all in the caller's transaction.
Result<Question> carry_out(db::Tx&, const Terms&, const audit::Cause&, const Act&, const Question& before, Step step);

/// An approval that was asked about a question has been settled (see approval::Reaction).
Result<void> settled(db::Tx&, const audit::Cause&, const approval::Approval&, contract::ProfileCache&, const Clock&);

}
