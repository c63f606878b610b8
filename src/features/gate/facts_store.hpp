#pragma once
#include "core/calendar.hpp"
#include "features/contract/profile.hpp"
#include "features/gate/gate.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/work_request/work_request.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::gate {

/// Judged for a start to come; for an emergency start at its moment, which may lie outside hours without any agreed
/// window; or for the papers handed in after it: then a permission counts whenever it was given.
enum class Sight { before, in_emergency, afterwards };

/// What the rooms know about one request, and what a start would cite.
struct Known {
    Facts facts;
    std::optional<WorkWindowId> window = {};
    std::optional<ProcedureVersionId> procedure = {};
    std::vector<std::string> procedures = {}; ///< as cited
};

/// The request that people know by this number; none when there is none.
std::optional<WorkRequestId> request_numbered(db::Reader&, const ContractId&, std::string_view number);

Known know(db::Reader&, const contract::Profile&, const WorkingCalendar&, const work_request::WorkRequest&, Instant at,
    Sight = Sight::before);

}
