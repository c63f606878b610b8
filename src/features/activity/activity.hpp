#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"
#include "features/work_request/hours.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::activity {

using ActivityId = Id<struct ActivityTag>;
using work_request::Hours;

/// What somebody writes about work that was not on equipment (WRQ-16).
struct Written {
    std::string work_type = {}; ///< id of a WorkType of the contract that is not on equipment
    std::string title = {};
    std::string asked_by = {}; ///< who asked, in words; empty: nobody did
    std::string what = {}; ///< what was done
    std::string result = {}; ///< what came of it; empty: nothing yet
    LocalDay done_on = {}; ///< the day that the monthly report counts it under
    Hours hours = {};
    std::string performed_by = {};
    std::optional<WorkRequestId> request = {}; ///< the job that it belongs to or led to

    bool operator==(const Written&) const = default;
};

/// A record that was struck out: it keeps its number and counts no more.
struct Cancellation {
    Instant at = {};
    std::string by = {};
    std::string reason = {};

    bool operator==(const Cancellation&) const = default;
};

/// A line of the ledger of activities.
struct Activity {
    ActivityId id = {};
    ContractId contract_id = {};
    std::string number = {};
    Written written = {};
    std::string request_number = {}; ///< of `written.request`, when read
    /// Number of the approval that was in force on the day, where the kind of work asks for one beforehand (AUT-18);
    /// empty: there was none, which the ledger shows.
    std::string permission = {};
    std::string entered_by = {};
    Instant entered_at = {};
    std::optional<Cancellation> cancelled = {};
    int version = 1;
};

/// The kinds of work of the contract that are logged here.
std::vector<const contract::WorkType*> work_types(const contract::Profile&);
/// One of them by its id; null when there is none.
const contract::WorkType* find_logged_type(const contract::Profile&, std::string_view id);

/// Settles the texts and refuses, all wrong fields at once: a kind of work that is on equipment or unknown, a day that
/// has not come or lies outside of the contract, no effort or more than 999.9 hours. A contract without such kinds is
/// refused with `activity/none_here`.
Result<void> take(const contract::Profile&, Written&, LocalDay today);

/// The record with other words; refused once it is struck out.
Result<Activity> corrected(Activity, Written);
/// Strikes a record out, with the reason.
Result<Activity> cancelled(Activity, Cancellation);

/// Whether the kind of work asks for an approval beforehand and none was in force on the day.
bool lacks_permission(const contract::Profile&, const Activity&);

/// What was done of one kind of work: for the monthly report.
struct Total {
    std::string work_type;
    int activities = 0;
    Hours hours = {};

    bool operator==(const Total&) const = default;
};

}
