#include "features/people/assignment_store.hpp"

#include "features/people/people_store.hpp"
#include "features/people/row_store.hpp"
#include "features/people/sql.hpp"

#include <algorithm>
#include <set>

namespace hoshuban::people {
namespace {

std::vector<DeviceId> devices_from(std::string_view text)
{
    std::vector<DeviceId> devices;
    for (std::string& id : unpacked(text))
        devices.push_back({std::move(id)});
    return devices;
}

std::string packed_devices(const std::vector<DeviceId>& devices)
{
    std::vector<std::string> ids;
    for (const DeviceId& device : devices)
        ids.push_back(device.text);
    return packed(ids);
}

Assignment assignment_from(const db::Row& row)
{
    return {.id = row.get<AssignmentId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .request = row.get<WorkRequestId>("request_id"),
        .worker = row.get<WorkerId>("worker_id"),
        .task = row.get<std::string>("task"),
        .days = {row.get<LocalDay>("first_day"), row.get<LocalDay>("last_day")},
        .devices = devices_from(row.get<std::string>("devices")),
        .assigned_at = row.get<Instant>("assigned_at"),
        .assigned_by = row.get<std::string>("assigned_by_name")};
}

std::set<LocalDay> days_of(std::span<const DayRange> ranges)
{
    std::set<LocalDay> days;
    for (const DayRange& range : ranges) {
        const LocalDay last = std::min(range.last, range.first + std::chrono::days{most_assigned_days - 1});
        for (LocalDay day = range.first; day <= last; day += std::chrono::days{1})
            days.insert(day);
    }
    return days;
}

bool covers(const Assignment& assignment, LocalDay day)
{
    return assignment.days.first <= day && day <= assignment.days.last;
}

std::optional<NotInForce> first_obstacle(const Worker& worker, const std::vector<Assignment>& assignments,
    const std::set<LocalDay>& days, const StaffTerms& rules)
{
    for (const LocalDay day : days) {
        const bool works = std::ranges::any_of(
            assignments, [&](const Assignment& each) { return each.worker == worker.id && covers(each, day); });
        if (!works)
            continue;
        if (auto found = obstacle_on(worker, rules, day)) {
            return NotInForce{
                worker.id, shown_on(worker, day).entry.name, day, std::move(found->why), found->possible_from};
        }
    }
    return std::nullopt;
}

}

std::vector<Assignment> assignments_of(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::assignments_of_request, contract, request).map(assignment_from);
}

Result<Assignment> get_assignment(db::Reader& reader, const ContractId& contract, const AssignmentId& id)
{
    auto found = reader.query(sql::find_assignment, contract, id).one_or_none(assignment_from);
    if (!found)
        return fail(ErrorKind::not_found, "people/no_assignment", {"割り当てが見つかりません。", "no such assignment"});
    return *std::move(found);
}

void insert(db::Tx& tx, const Assignment& assignment, const PersonId& assigner)
{
    tx.execute(sql::insert_assignment, assignment.contract_id, assignment.id, assignment.request, assignment.worker,
        assignment.task, assignment.days.first, assignment.days.last, packed_devices(assignment.devices),
        assignment.assigned_at, assigner, assignment.assigned_by);
}

void remove(db::Tx& tx, const Assignment& assignment, Instant now)
{
    tx.execute(sql::remove_assignment, assignment.contract_id, assignment.id, now);
}

std::vector<OwnAssignment> assignments_of(db::Reader& reader, const ContractId& contract, const WorkerId& worker)
{
    return reader.query(sql::assignments_of_worker, contract, worker).map([](const db::Row& row) {
        return OwnAssignment{assignment_from(row), row.get<std::string>("number"), row.get<std::string>("title")};
    });
}

Readiness readiness(db::Reader& reader, const contract::Profile& profile, const ContractId& contract,
    const WorkRequestId& request, std::span<const DayRange> ranges)
{
    const auto assignments = assignments_of(reader, contract, request);
    const auto days = days_of(ranges);
    Readiness ready;
    for (const Worker& worker : workers_of_request(reader, contract, request)) {
        ready.assigned.push_back(shown_on(worker, days.empty() ? LocalDay{} : *days.begin()).entry.name);
        if (auto found = first_obstacle(worker, assignments, days, terms_of(profile.staff)))
            ready.not_in_force.push_back(*std::move(found));
    }
    for (const LocalDay day : days) {
        if (std::ranges::none_of(assignments, [&](const Assignment& each) { return covers(each, day); }))
            ready.uncovered.push_back(day);
    }
    if (!days.empty())
        ready.missing_duties = missing_duties(list_workers(reader, contract), profile.staff.duties, *days.begin());
    return ready;
}

}
