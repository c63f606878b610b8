#include "features/activity/activity_store.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "features/activity/activity_facts.hpp"
#include "features/activity/sql.hpp"
#include "features/approval/approval_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/contract/number_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <fmt/format.h>

namespace hoshuban::activity {
namespace {

audit::Subject subject_of(const Activity& activity)
{
    return {"activity", activity.id.text};
}

Activity activity_from(const db::Row& row)
{
    Activity activity{.id = row.get<ActivityId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .written = {.work_type = row.get<std::string>("work_type"),
            .title = row.get<std::string>("title"),
            .asked_by = row.get<std::string>("asked_by"),
            .what = row.get<std::string>("what"),
            .result = row.get<std::string>("result"),
            .done_on = row.get<LocalDay>("done_on"),
            .hours = {row.get<int>("hours_tenths")},
            .performed_by = row.get<std::string>("performed_by"),
            .request = row.get<std::optional<WorkRequestId>>("request_id")},
        .request_number = row.get<std::optional<std::string>>("request_number").value_or(""),
        .permission = row.get<std::string>("permission"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .cancelled = {},
        .version = row.get<int>("version")};
    if (const auto at = row.get<std::optional<Instant>>("cancelled_at"))
        activity.cancelled =
            Cancellation{*at, row.get<std::string>("cancelled_by"), row.get<std::string>("cancelled_because")};
    return activity;
}

std::string search_key(const Activity& activity)
{
    const Written& written = activity.written;
    return fold(fmt::format("{} {} {} {} {} {}", activity.number, written.title, written.asked_by, written.what,
        written.result, written.performed_by));
}

std::string text_of(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

// The approval in force on some moment of the day, of the kind that this work asks for beforehand.
std::string permission_of(db::Reader& reader, const contract::Profile& profile, const Written& written)
{
    const contract::WorkType* type = find_logged_type(profile, written.work_type);
    if (!type || type->approval.empty())
        return {};
    const Instant from = instant(LocalTime{written.done_on});
    const Instant until = instant(LocalTime{written.done_on + std::chrono::days{1}});
    for (const approval::Approval& granted :
        approval::granted_for(reader, profile.id, written.request.value_or(WorkRequestId{}), from, until)) {
        if (granted.asked.kind == type->approval)
            return granted.number;
    }
    return {};
}

// What the words of a record stand on: the job's number and the permission of the day.
Result<void> settle(
    db::Reader& reader, const contract::Profile& profile, const work_request::Reach& reach, Activity& activity)
{
    activity.request_number.clear();
    if (activity.written.request) {
        TRY_ASSIGN(const auto request, work_request::get(reader, reach, *activity.written.request));
        activity.request_number = request.number;
    }
    activity.permission = permission_of(reader, profile, activity.written);
    return {};
}

Activity update(db::Tx& tx, const audit::Cause& cause, std::string_view kind, const Activity& before, Activity after)
{
    const Written& written = after.written;
    const Cancellation cancelled = after.cancelled.value_or(Cancellation{});
    tx.execute(sql::update_activity, after.contract_id, after.id, after.version, written.work_type, written.title,
        written.asked_by, written.what, written.result, written.done_on, written.hours.tenths, written.performed_by,
        written.request, after.permission, after.cancelled ? std::optional{cancelled.at} : std::nullopt, cancelled.by,
        cancelled.reason, search_key(after));
    ++after.version;
    audit::Entry entry = audit::entry(cause, after.contract_id, kind, subject_of(after));
    entry.reason = cancelled.reason;
    audit::put_change(entry, facts_of(before), facts_of(after));
    audit::record(tx, entry);
    return after;
}

}

Result<Activity> get(db::Reader& reader, const ContractId& contract, const ActivityId& id)
{
    auto found = reader.query(sql::find_activity, contract, id).one_or_none(activity_from);
    if (!found)
        return fail(ErrorKind::not_found, "activity/not_found",
            {"対応の記録が見つかりません。", "no such record of activities"});
    return *std::move(found);
}

Result<Activity> get_version(db::Reader& reader, const ContractId& contract, const ActivityId& id, int version)
{
    TRY_ASSIGN(auto activity, get(reader, contract, id));
    if (activity.version != version)
        return changed_meanwhile("activity/changed", activity.version);
    return activity;
}

Result<Activity> log(db::Tx& tx, const contract::Profile& profile, const work_request::Reach& reach,
    const audit::Cause& cause, Activity activity)
{
    TRY(settle(tx, profile, reach, activity));
    TRY_ASSIGN(activity.number, contract::numbered(tx, profile, "activity", day_of(cause.now())));
    const Written& written = activity.written;
    tx.execute(sql::insert_activity, activity.contract_id, activity.id, activity.number, written.work_type,
        written.title, written.asked_by, written.what, written.result, written.done_on, written.hours.tenths,
        written.performed_by, written.request, activity.permission, activity.entered_by, activity.entered_at,
        search_key(activity));
    audit::Entry entry = audit::entry(cause, activity.contract_id, "activity.logged", subject_of(activity));
    audit::put_change(entry, {}, facts_of(activity));
    audit::record(tx, entry);
    return activity;
}

Result<Activity> correct(db::Tx& tx, const contract::Profile& profile, const work_request::Reach& reach,
    const audit::Cause& cause, const Activity& before, Activity after)
{
    TRY(settle(tx, profile, reach, after));
    return update(tx, cause, "activity.corrected", before, std::move(after));
}

Activity cancel(db::Tx& tx, const audit::Cause& cause, const Activity& before, Activity after)
{
    return update(tx, cause, "activity.cancelled", before, std::move(after));
}

ListPage list(
    db::Reader& reader, const ContractId& contract, const ListFilter& filter, const std::string& cursor, int limit)
{
    ListPage page{reader
                      .query(sql::list_activities, contract, filter.work_type, text_of(filter.first),
                          text_of(filter.last), containing(filter.words), filter.cancelled_too, cursor, limit + 1)
                      .map(activity_from),
        {}};
    if (static_cast<int>(page.activities.size()) > limit) {
        page.activities.pop_back();
        page.next = page.activities.back().id.text;
    }
    return page;
}

std::vector<Total> totals(db::Reader& reader, const ContractId& contract, const ListFilter& filter)
{
    return reader
        .query(sql::total_activities, contract, filter.work_type, text_of(filter.first), text_of(filter.last),
            containing(filter.words))
        .map([](const db::Row& row) {
            return Total{row.get<std::string>("work_type"), row.get<int>("activities"), {row.get<int>("tenths")}};
        });
}

}
