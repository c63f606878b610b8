#include "features/device/placement.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hoshuban::device {

const Text& label_of(Use use)
{
    static const std::array<Text, 6> labels = {{
        {"設置予定", "planned"},
        {"稼働中", "in service"},
        {"予備機", "spare"},
        {"保管中", "stored"},
        {"修理中", "in repair"},
        {"廃止", "retired"},
    }};
    return labels.at(static_cast<std::size_t>(use));
}

const Placement* on(std::span<const Placement> course, LocalDay day)
{
    const auto found = std::ranges::find_if(
        course, [&](const Placement& placement) { return placement.from <= day && day < placement.to; });
    return found == course.end() ? nullptr : &*found;
}

Result<Course> moved(Course course, LocalDay day, const Spot& spot)
{
    const Placement* present = on(course, day);
    if (present == nullptr) {
        const std::string first = course.empty() ? "" : to_text(course.front().from);
        return fail(ErrorKind::invalid, "device/before_first",
            {fmt::format("この機器は{}から台帳にあります。それより前の日には動かせません。", first),
                fmt::format("the unit is in the ledger from {}: it cannot move before", first)});
    }
    if (present->spot == spot) {
        return fail(ErrorKind::conflict, "device/already_there",
            {"この日には既にその場所にあります。場所・使い方・日付を確かめてください。",
                "on that day the unit is there already: check the place, the use and the day"});
    }
    const auto at = course.begin() + (present - course.data());
    if (at->from == day) {
        at->spot = spot;
        return course;
    }
    const Placement next{day, at->to, spot};
    at->to = day;
    course.insert(at + 1, next);
    return course;
}

}
