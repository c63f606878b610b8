#pragma once
#include "features/approval/approval.hpp"
#include "features/audit/audit.hpp"
#include "features/schedule/window.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::schedule {

/// The kind of subject under which the register of permissions knows a window.
inline constexpr const char* window_subject = "work_window";

/// Stores the answer and records it; voids what else the register holds about a window that does not stand any more.
Result<WorkWindow> settle(db::Tx&, const audit::Cause&, std::string_view event, WorkWindow answered);

/// Follows the register: a window whose application was granted there is agreed, one whose application was refused is
/// refused, with the name and the words of who decided. Wired in app/features.cpp.
Result<void> follow(db::Tx&, const audit::Cause&, const approval::Approval&);

}
