#pragma once
#include "features/audit/audit.hpp"
#include "features/desk/call.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::desk {

/// What the events and the clock of a call are about.
audit::Subject subject_of(const Call&);

/// The call, or not_found with the text for people.
Result<Call> get_call(db::Reader&, const ContractId&, const CallId&);
/// `get_call`, and refuse when the caller saw another version (412).
Result<Call> get_call_version(db::Reader&, const ContractId&, const CallId&, int version);

/// Stores a call and records `desk_call.made`; the clock `desk.visit` runs to `due` (MKR-04). The calendar is the
/// desk's, null where it has none.
void insert(db::Tx&, const audit::Cause&, const Call&, const std::optional<Due>& due, const WorkingCalendar*);
/// Replaces a call and records what differs as `kind`; the clock follows: it stops when the visit has been, and falls
/// away when nobody is expected any more.
Call update(db::Tx&, const audit::Cause&, const char* kind, const Call& before, Call after,
    const std::optional<Due>& due, const WorkingCalendar*);

struct CallFilter {
    bool only_open = false;
    std::string desk = {};
    std::string device = {};
    std::string incident = {};
    std::string words = {};
};

struct CallPage {
    std::vector<Call> calls = {};
    std::string next = {}; ///< cursor of the next page; empty at the end
};

/// The latest first. Refuses a cursor that is none (`list/cursor`).
Result<CallPage> list_calls(db::Reader&, const ContractId&, const CallFilter&, const std::string& cursor, int limit);

}
