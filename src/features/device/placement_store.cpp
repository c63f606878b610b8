#include "features/device/placement_store.hpp"

#include "features/contract/device_store.hpp"
#include "features/device/register.hpp"
#include "features/device/sql.hpp"
#include "platform/db/listed.hpp"
#include "platform/db/many.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

std::vector<db::Param> params_of(
    const ContractId& contract, const DeviceId& device, const Placement& placement, bool first)
{
    const std::optional<LocalDay> previous = first ? std::nullopt : std::optional{placement.from};
    const Spot& spot = placement.spot;
    return {contract, device, placement.from, placement.to, previous, spot.site, spot.place, spot.use, spot.keeper};
}

/// On which day a placement begins, and when it ends from now on.
using Ending = std::pair<LocalDay, LocalDay>;

/// Whether one placement more is all that a course has over another: the last one ends where it begins.
bool moves_on(const Course& before, const Course& after)
{
    if (before.empty() || after.size() != before.size() + 1)
        return false;
    Course ended = before;
    ended.back().to = after.back().from;
    return std::ranges::equal(ended, std::span{after}.first(before.size()));
}

void end_placements(db::Tx& tx, const ContractId& contract, const std::map<Ending, std::vector<DeviceId>>& ended)
{
    for (const auto& [days, devices] : ended) {
        for (const auto portion : db::portions(std::span<const DeviceId>{devices})) {
            const db::Listed listed{sql::end_placements, {contract, days.first, days.second}, portion};
            tx.execute(listed.query(), listed.params());
        }
    }
}

}

void open_register(db::Tx& tx, const ContractId& contract)
{
    tx.execute(sql::reopen_register, contract);
    tx.execute(sql::open_register, contract);
    const auto moved = tx.query(sql::list_moved_places, contract).map([](const db::Row& row) {
        return hoshuban::contract::DevicePlace{row.get<DeviceId>("device_id"),
            row.get<std::optional<SiteId>>("site_id"), status_of(row.get<Use>("used_as"))};
    });
    hoshuban::contract::put_places(tx, contract, moved);
}

Placement placement_from(const db::Row& row)
{
    return {row.get<LocalDay>("begins_on"), row.get<LocalDay>("ends_on"),
        {.site = row.get<std::optional<SiteId>>("site_id"),
            .place = row.get<std::string>("place"),
            .use = row.get<Use>("used_as"),
            .keeper = row.get<Keeper>("keeper")}};
}

Course course_of(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    return reader.query(sql::list_course, contract, device).map(placement_from);
}

// The database holds that each placement follows one that is there: what differs is taken off from the end and put on
// again from its beginning.
void store(db::Tx& tx, const ContractId& contract, const DeviceId& device, const Course& before, const Course& after)
{
    const auto [old_end, new_end] = std::ranges::mismatch(before, after);
    for (auto placement = before.end(); placement != old_end; --placement)
        tx.execute(sql::delete_placement, contract, device, std::prev(placement)->from);
    for (auto placement = new_end; placement != after.end(); ++placement)
        tx.execute(sql::insert_placement, params_of(contract, device, *placement, placement == after.begin()));
}

void store_all(db::Tx& tx, const ContractId& contract, std::span<const WholeCourse> courses)
{
    std::vector<DeviceId> replaced;
    std::map<Ending, std::vector<DeviceId>> ended;
    std::vector<std::vector<db::Param>> rows;
    for (const WholeCourse& each : courses) {
        const Course& course = each.course;
        auto from = course.begin();
        if (moves_on(each.before, course)) {
            from = course.end() - 1;
            ended[{course[course.size() - 2].from, from->from}].push_back(each.device);
        } else if (!each.before.empty()) {
            replaced.push_back(each.device);
        }
        for (; from != course.end(); ++from)
            rows.push_back(params_of(contract, each.device, *from, from == course.begin()));
    }
    end_placements(tx, contract, ended);
    remove_courses(tx, contract, replaced);
    db::insert_many(tx, sql::insert_placement, rows);
}

void remove_courses(db::Tx& tx, const ContractId& contract, std::span<const DeviceId> devices)
{
    for (const auto portion : db::portions(devices)) {
        const db::Listed listed{sql::delete_courses, {contract}, portion};
        tx.execute(listed.query(), listed.params());
    }
}

std::map<DeviceId, Course> all_courses(db::Reader& reader, const ContractId& contract)
{
    std::map<DeviceId, Course> courses;
    reader.query(sql::list_courses, contract).for_each([&](const db::Row& row) {
        courses[row.get<DeviceId>("device_id")].push_back(placement_from(row));
    });
    return courses;
}

}
