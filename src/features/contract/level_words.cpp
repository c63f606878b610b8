#include "features/contract/level_words.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

std::string clock_of(MinuteOfDay time)
{
    return fmt::format("{}:{:02}", time.count() / 60, time.count() % 60);
}

Text when_of(const DayTarget& row, bool first)
{
    if (row.before)
        return {clock_of(*row.before) + "より前の指示：", fmt::format("before {}: ", clock_of(*row.before))};
    return first ? Text{} : Text{"その後の指示：", "later: "};
}

Text day_of_row(int open_days)
{
    if (open_days == 0)
        return {"当日", "the same day"};
    if (open_days == 1)
        return {"翌開庁日", "the next open day"};
    return {fmt::format("{}開庁日後", open_days), fmt::format("{} open days later", open_days)};
}

Text line_of(const DayTarget& row, bool first)
{
    const Text when = when_of(row, first);
    const Text day = day_of_row(row.open_days);
    if (row.at)
        return {fmt::format("{}{}の{}まで", when.ja, day.ja, clock_of(*row.at)),
            fmt::format("{}{}, by {}", when.en, day.en, clock_of(*row.at))};
    return {fmt::format("{}{}の業務時間内", when.ja, day.ja),
        fmt::format("{}{}, within the hours of service", when.en, day.en)};
}

}

std::vector<Text> target_words(const ServiceLevel& level)
{
    if (level.minutes > 0)
        return {{fmt::format("{}分以内", level.minutes),
            fmt::format("within {} minute{}", level.minutes, level.minutes == 1 ? "" : "s")}};
    if (level.by_day.empty())
        return {{"数値目標なし（かかった時間を計測）", "no target: the time is measured"}};
    std::vector<Text> lines;
    for (const DayTarget& row : level.by_day)
        lines.push_back(line_of(row, lines.empty()));
    return lines;
}

}
