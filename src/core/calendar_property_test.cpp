#include "core/calendar.hpp"
#include "core/calendar_fixtures_test.hpp"

#include <array>
#include <cstdlib>
#include <gtest/gtest.h>
#include <optional>
#include <random>
#include <set>

namespace hoshuban {
namespace {

using namespace std::chrono;

/// A clock that knows nothing but the terms, written as plainly as possible and minute by minute.
class NaiveClock {
public:
    NaiveClock(const CalendarTerms& terms, LocalDay first, LocalDay last)
        : terms_(terms)
        , first_(first)
    {
        for (const Holiday& holiday : HolidayTable::official().between(first, last))
            holidays_.insert(holiday.day);
        ticks_.assign(static_cast<std::size_t>((last - first).count() + 1) * 1440, 0);
        for (LocalDay day = first - days{1}; day <= last; day += days{1})
            mark(day);
    }

    bool open(LocalDay day) const
    {
        for (const SpecialClosure& closure : terms_.special_closures) {
            if (closure.first <= day && day <= closure.last)
                return false;
        }
        for (const SpecialOpening& opening : terms_.special_openings) {
            if (opening.day == day)
                return true;
        }
        const MonthlyOpening* monthly = monthly_on(day);
        if (monthly != nullptr && monthly->reach == Reach::all)
            return true;
        if (in_yearly_closure(day) || (terms_.national_holidays == HolidayRule::closed && holidays_.contains(day)))
            return false;
        return monthly != nullptr || !terms_.closed_weekdays.contains(weekday_of(day));
    }

    bool ticks(LocalTime time) const { return ticks_.at(index(time)) != 0; }

    std::optional<LocalTime> add(LocalTime start, int amount) const
    {
        std::size_t minute = index(start);
        while (minute < ticks_.size() && ticks_[minute] == 0)
            ++minute;
        for (; minute < ticks_.size() && amount > 0; ++minute)
            amount -= ticks_[minute];
        return minute == ticks_.size() ? std::nullopt : std::optional{LocalTime{first_} + minutes{minute}};
    }

    int between(LocalTime from, LocalTime to) const
    {
        int count = 0;
        for (std::size_t minute = index(from); minute < index(to); ++minute)
            count += ticks_[minute];
        return count;
    }

private:
    std::size_t index(LocalTime time) const
    {
        return static_cast<std::size_t>(floor<minutes>(time - LocalTime{first_}).count());
    }

    const MonthlyOpening* monthly_on(LocalDay day) const
    {
        for (const MonthlyOpening& opening : terms_.monthly_openings) {
            const auto date = date_of(day);
            const year_month_day nth{date.year() / date.month() / opening.weekday[opening.nth]};
            if ((date.year() / date.month() / opening.weekday[opening.nth]).ok() && LocalDay{nth} == day)
                return &opening;
        }
        return nullptr;
    }

    bool in_yearly_closure(LocalDay day) const
    {
        for (const YearlyClosure& closure : terms_.yearly_closures) {
            const auto date = date_of(day);
            month_day walk = closure.first;
            for (int step = 0; step < 366; ++step) {
                if (walk == date.month() / date.day())
                    return true;
                if (walk == closure.last)
                    break;
                const LocalDay next = LocalDay{2000y / walk.month() / walk.day()} + days{1};
                walk = date_of(next).month() / date_of(next).day();
            }
        }
        return false;
    }

    std::vector<DayWindow> windows(LocalDay day) const
    {
        for (const SpecialOpening& opening : terms_.special_openings) {
            if (opening.day == day && !opening.windows.empty())
                return opening.windows;
            if (opening.day == day)
                return weekly_windows(day);
        }
        const MonthlyOpening* monthly = monthly_on(day);
        return monthly != nullptr && !monthly->windows.empty() ? monthly->windows : weekly_windows(day);
    }

    std::vector<DayWindow> weekly_windows(LocalDay day) const
    {
        std::vector<DayWindow> found;
        for (const ServiceWindow& window : terms_.windows) {
            if (window.days.contains(weekday_of(day)))
                found.push_back(window.window);
        }
        return found;
    }

    void mark(LocalDay day)
    {
        if (terms_.hours == ServiceHours::always) {
            mark(day, {0min, 1440min});
            return;
        }
        if (!open(day))
            return;
        for (const DayWindow& window : windows(day))
            mark(day, window);
    }

    void mark(LocalDay day, const DayWindow& window)
    {
        for (minutes minute = window.opens; minute < window.closes; ++minute) {
            const auto minute_index = (day - first_).count() * 1440 + minute.count();
            if (minute_index >= 0 && minute_index < std::ssize(ticks_))
                ticks_[static_cast<std::size_t>(minute_index)] = 1;
        }
    }

    const CalendarTerms& terms_;
    LocalDay first_;
    std::set<LocalDay> holidays_;
    std::vector<char> ticks_;
};

class Dice {
public:
    explicit Dice(unsigned seed)
        : engine_(seed)
    {
    }

    int roll(int least, int most) { return std::uniform_int_distribution<int>{least, most}(engine_); }
    bool chance(int percent) { return roll(1, 100) <= percent; }

    DayWindow window()
    {
        const int opens = chance(30) ? roll(0, 1439) : 60 * roll(0, 23);
        return {minutes{opens}, minutes{opens + roll(1, chance(20) ? 1440 : 600)}};
    }

    Weekdays weekdays(int percent)
    {
        Weekdays days;
        for (unsigned day = 0; day < 7; ++day) {
            if (chance(percent))
                days.add(weekday{day});
        }
        return days;
    }

    LocalDay day(LocalDay first, LocalDay last)
    {
        return first + days{roll(0, static_cast<int>((last - first).count()))};
    }

    CalendarTerms terms(LocalDay first, LocalDay last)
    {
        CalendarTerms terms;
        terms.closed_weekdays = chance(60) ? Weekdays{Saturday, Sunday} : weekdays(30);
        terms.national_holidays = chance(80) ? HolidayRule::closed : HolidayRule::open;
        terms.hours = chance(8) ? ServiceHours::always : ServiceHours::windows;
        terms.windows.push_back({every_weekday, window()});
        for (int more = roll(0, 2); more > 0; --more)
            terms.windows.push_back({chance(50) ? Weekdays{Monday, Thursday} : every_weekday, window()});
        if (chance(70))
            terms.yearly_closures.push_back({December / 29, January / 3});
        if (chance(30)) {
            const LocalDay from = day(first, last);
            terms.yearly_closures.push_back({date_of(from).month() / date_of(from).day(), February / 29});
        }
        for (int more = roll(0, 2); more > 0; --more) {
            terms.monthly_openings.push_back({.nth = static_cast<unsigned>(roll(1, 5)),
                .weekday = weekday{static_cast<unsigned>(roll(0, 6))},
                .windows = chance(50) ? std::vector{window()} : std::vector<DayWindow>{},
                .reach = chance(50) ? Reach::all : Reach::weekly});
        }
        std::set<LocalDay> openings;
        for (int more = roll(0, 6); more > 0; --more)
            openings.insert(day(first, last));
        for (const LocalDay opening : openings)
            terms.special_openings.push_back(
                {opening, chance(50) ? std::vector{window(), window()} : std::vector<DayWindow>{}});
        for (int more = roll(0, 3); more > 0; --more) {
            const LocalDay from = day(first, last);
            terms.special_closures.push_back({from, from + days{roll(0, 5)}});
        }
        return terms;
    }

private:
    std::mt19937 engine_;
};

// Around the end of the published holidays, two leap days and the longest closure of recent years.
constexpr std::array periods{
    DayRange{make_day(2019, 3, 20), make_day(2019, 6, 20)},
    DayRange{make_day(2023, 12, 1), make_day(2024, 3, 10)},
    DayRange{make_day(2027, 11, 15), make_day(2028, 3, 5)},
};

TEST(CalendarProperty, AgreesWithANaiveClockOnRandomTermsInstantsAndSpans)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        Dice dice{seed};
        const DayRange period = periods.at(seed % periods.size());
        const CalendarTerms terms = dice.terms(period.first, period.last);
        const auto calendar = WorkingCalendar::create(terms, HolidayTable::official());
        ASSERT_TRUE(calendar) << calendar.error().fields.at(0).path;
        const NaiveClock clock{terms, period.first, period.last};
        for (LocalDay day = period.first; day <= period.last; day += days{1})
            ASSERT_EQ(calendar->is_open(day), clock.open(day)) << to_text(day);

        for (int round = 0; round < 12; ++round) {
            const LocalTime start =
                LocalTime{dice.day(period.first, period.last - days{40})} + minutes{dice.roll(0, 1439)};
            const int amount = dice.chance(50) ? dice.roll(0, 600) : dice.roll(0, 6000);
            const auto expected = clock.add(start, amount);
            const auto found = calendar->add_service_time(instant(start), minutes{amount});
            ASSERT_EQ(expected.has_value(), found.has_value() && day_of(found->at) <= period.last);
            if (!expected)
                continue;
            EXPECT_EQ(to_text_jst(found->at), to_text_jst(instant(*expected)))
                << to_text_jst(instant(start)) << " + " << amount;
            EXPECT_EQ(calendar->service_time_between(instant(start), found->at), minutes{amount});
            const LocalTime end = start + minutes{dice.roll(0, 30 * 1440)};
            EXPECT_EQ(calendar->service_time_between(instant(start), instant(end)), minutes{clock.between(start, end)});
            EXPECT_EQ(calendar->in_service(instant(start)), clock.ticks(start));
        }
    }
}

TEST(CalendarProperty, OpenDaysAgreeWithWalking)
{
    Dice dice{7};
    const CalendarTerms terms = dice.terms(make_day(2026, 1, 1), make_day(2028, 12, 31));
    const auto calendar = WorkingCalendar::create(terms, HolidayTable::official()).value();
    for (int round = 0; round < 200; ++round) {
        const LocalDay start = dice.day(make_day(2026, 1, 1), make_day(2028, 12, 31));
        const int n = dice.roll(-60, 60);
        LocalDay day = start;
        for (int left = std::abs(n); left > 0; left -= calendar.is_open(day) ? 1 : 0)
            day += days{n > 0 ? 1 : -1};
        EXPECT_EQ(to_text(calendar.add_open_days(start, n)->day), to_text(day)) << to_text(start) << " " << n;
        const int expected = n == 0 ? 0
            : n > 0                 ? calendar.open_days_between(start + days{1}, day)
                                    : calendar.open_days_between(day, start - days{1});
        EXPECT_EQ(std::abs(n), expected);
    }
}

}
}
