#pragma once
#include "core/calendar_day.hpp"
#include "core/result.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace hoshuban::work_request {

/// The parts of a control number that order it: fiscal year and running number within its series.
struct NumberKey {
    int year = 0;
    int sequence = 0;
};

/// Read one row of `SELECT … FROM work_request`.
WorkRequest work_request_from(const db::Row&);

/// What lies outside of the reach does not exist.
std::optional<WorkRequest> find(db::Reader&, const Reach&, const WorkRequestId&);
/// `find`, or a not_found error with the text for people.
Result<WorkRequest> get(db::Reader&, const Reach&, const WorkRequestId&);
/// `get`, and refuse when the caller saw another version (412 shows who won).
Result<WorkRequest> get_version(db::Reader&, const Reach&, const WorkRequestId&, int version);
/// Every request of the contract in the order of its numbers, one row at a time.
void for_each(db::Reader&, const Reach&, const std::function<void(const WorkRequest&)>&);

/// Refuses a number that is already taken.
Result<void> insert(db::Tx&, const WorkRequest&, NumberKey, Instant now);
/// Replaces the row if it still has `request.version`; returns the request with its new version.
Result<WorkRequest> update(db::Tx&, WorkRequest request, Instant now);

/// Makes the keys of requests that a migration left without (what divisions and searches are matched by); how many
/// there were.
int settle_keys(db::Tx&);

struct NextNumber {
    int sequence = 0;
    std::string contractor = {}; ///< as the list printed the company's name last; empty when it never did
};

/// contract::next_number for work requests, with the company's name in the same statement.
NextNumber next_request_number(db::Tx&, const ContractId&, int year);

/// How many requests stand in each state.
struct StatusTally {
    Status status;
    int requests;
};
std::vector<StatusTally> tally_statuses(db::Reader&, const Reach&);

/// How many requests of the period (done, or wished for, after its start) of the whole contract carry exactly this set
/// of work types: quotas count them all.
struct WorkTypeTally {
    std::vector<std::string> work_types;
    Status status;
    int requests;
};
std::vector<WorkTypeTally> tally_work_types(db::Reader&, const ContractId&, const DayRange& period);

}
