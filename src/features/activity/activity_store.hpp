#pragma once
#include "core/result.hpp"
#include "features/activity/activity.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::activity {

/// The record, or a not_found error with the text for people.
Result<Activity> get(db::Reader&, const ContractId&, const ActivityId&);
/// `get`, and refuse when the caller saw another version (412).
Result<Activity> get_version(db::Reader&, const ContractId&, const ActivityId&, int version);

/// Enters a record that was taken: with its number, the job's number and the permission of its day; records
/// `activity.logged`. A job that `reach` does not reach is refused like one that is not there.
Result<Activity> log(db::Tx&, const contract::Profile&, const work_request::Reach&, const audit::Cause&, Activity);

/// Stores other words, with the permission of their day, and records `activity.corrected`.
Result<Activity> correct(db::Tx&, const contract::Profile&, const work_request::Reach&, const audit::Cause&,
    const Activity& before, Activity after);
/// Stores that a record was struck out and records `activity.cancelled`.
Activity cancel(db::Tx&, const audit::Cause&, const Activity& before, Activity after);

/// Which records; struck out ones only when asked for.
struct ListFilter {
    std::string work_type = {}; ///< empty: every kind
    std::optional<LocalDay> first = {}; ///< of the days on which work was done
    std::optional<LocalDay> last = {};
    std::string words = {}; ///< as typed; must occur somewhere in the record
    bool cancelled_too = false;
};

struct ListPage {
    std::vector<Activity> activities;
    std::string next; ///< cursor of the next page; empty at the end
};

/// The latest day first; `cursor` is empty or the `next` of a page.
ListPage list(db::Reader&, const ContractId&, const ListFilter&, const std::string& cursor, int limit);

/// What was done in these days, by kind of work; without what was struck out.
std::vector<Total> totals(db::Reader&, const ContractId&, const ListFilter&);

}
