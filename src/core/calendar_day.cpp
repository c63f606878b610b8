#include "core/calendar_day.hpp"

#include <array>
#include <fmt/format.h>

namespace hoshuban {
namespace {

constexpr std::array<std::string_view, 7> japanese{"日", "月", "火", "水", "木", "金", "土"};
constexpr std::array<std::string_view, 7> english{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

}

Text weekday_text(std::chrono::weekday weekday)
{
    const unsigned index = weekday.c_encoding();
    return {fmt::format("{}曜日", japanese.at(index)), std::string{english.at(index)}};
}

Text day_text(LocalDay day)
{
    const auto date = date_of(day);
    const unsigned index = weekday_of(day).c_encoding();
    return {fmt::format("{}年{}月{}日（{}）", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), japanese.at(index)),
        fmt::format("{} {}", english.at(index).substr(0, 3), to_text(day))};
}

Text time_text(LocalTime time)
{
    const LocalDay day = day_of(time);
    const std::chrono::hh_mm_ss clock{time - day};
    Text text = day_text(day);
    text.ja += fmt::format("{}:{:02}", clock.hours().count(), clock.minutes().count());
    text.en += fmt::format(" {:02}:{:02}", clock.hours().count(), clock.minutes().count());
    if (clock.seconds().count() != 0) {
        const std::string seconds = fmt::format(":{:02}", clock.seconds().count());
        text.ja += seconds;
        text.en += seconds;
    }
    return text;
}

}
