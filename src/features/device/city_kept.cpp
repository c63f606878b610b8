#include "features/device/city_kept.hpp"

#include <fmt/format.h>
#include <vector>

namespace hoshuban::device {
namespace {

constexpr std::size_t most_named = 20;

}

Result<void> check_kept(const Spot& spot, Side side, const std::optional<WorkRequestId>& request)
{
    if (spot.keeper == Keeper::contractor || side == Side::city || request)
        return {};
    return fail(ErrorKind::forbidden, "device/kept_by_city",
        {"市が管理する機器です。変えられるのは市の担当者です。市の依頼で動かしたときは、異動の記録で作業依頼を選んで"
         "ください。",
            "the city keeps this unit, so only its people change it: when it was moved on the city's request, record "
            "the move with that work request"});
}

Result<void> check_kept(std::span<const StandingAt> units, Side side, const std::optional<WorkRequestId>& request)
{
    std::vector<FieldError> fields;
    std::size_t kept = 0;
    Text first;
    for (const StandingAt& unit : units) {
        const auto checked = check_kept(unit.spot, side, request);
        if (checked)
            continue;
        const Text& why = checked.error().text;
        if (kept++ == 0)
            first = why;
        if (fields.size() < most_named)
            fields.push_back({unit.number, "device/kept_by_city", why});
    }
    if (kept == 0)
        return {};
    const std::string& number = fields.front().path;
    const Text who = kept == 1
        ? Text{number, number}
        : Text{fmt::format("{}ほか、計{}台", number, kept), fmt::format("{} and others, {} units", number, kept)};
    return fail(ErrorKind::forbidden, "device/kept_by_city", {who.ja + "：" + first.ja, who.en + ": " + first.en},
        std::move(fields));
}

}
