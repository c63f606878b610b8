#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <chrono>
#include <cstdint>
#include <initializer_list>

namespace hoshuban {

/// A set of weekdays.
class Weekdays {
public:
    constexpr Weekdays() = default;
    constexpr Weekdays(std::initializer_list<std::chrono::weekday> days)
    {
        for (const std::chrono::weekday day : days)
            add(day);
    }
    constexpr void add(std::chrono::weekday day) { bits_ = static_cast<std::uint8_t>(bits_ | 1U << day.c_encoding()); }
    constexpr bool contains(std::chrono::weekday day) const { return (bits_ >> day.c_encoding() & 1U) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    bool operator==(const Weekdays&) const = default;

private:
    std::uint8_t bits_ = 0;
};

inline constexpr Weekdays every_weekday{std::chrono::Sunday, std::chrono::Monday, std::chrono::Tuesday,
    std::chrono::Wednesday, std::chrono::Thursday, std::chrono::Friday, std::chrono::Saturday};

/// A closed interval of days, such as a contract period.
struct DayRange {
    LocalDay first;
    LocalDay last;

    bool operator==(const DayRange&) const = default;
};

constexpr std::chrono::year_month_day date_of(LocalDay day)
{
    return std::chrono::year_month_day{day};
}
constexpr std::chrono::weekday weekday_of(LocalDay day)
{
    return std::chrono::weekday{day};
}
constexpr std::chrono::year_month month_of(LocalDay day)
{
    return {date_of(day).year(), date_of(day).month()};
}
constexpr LocalDay first_day_of(std::chrono::year_month month)
{
    return LocalDay{month / std::chrono::day{1}};
}
constexpr LocalDay last_day_of(std::chrono::year_month month)
{
    return LocalDay{month / std::chrono::last};
}

/// The fiscal year (年度) a day belongs to: 1 April to 31 March, named after the year in which it begins.
constexpr int fiscal_year_of(LocalDay day)
{
    const auto date = date_of(day);
    return static_cast<int>(date.year()) - (date.month() < std::chrono::April ? 1 : 0);
}
constexpr DayRange fiscal_year(int year)
{
    return {make_day(year, 4, 1), make_day(year + 1, 3, 31)};
}

/// `金曜日` / `Friday`
Text weekday_text(std::chrono::weekday);
/// `2023年6月2日（金）` / `Fri 2023-06-02`
Text day_text(LocalDay);
/// `2023年6月2日（金）9:00` / `Fri 2023-06-02 09:00`; seconds are printed when there are any.
Text time_text(LocalTime);

}
