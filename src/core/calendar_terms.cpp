#include "core/calendar_terms.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <span>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

constexpr chrono::minutes one_day{24 * 60};
constexpr std::size_t most_windows = 24;
constexpr std::size_t most_entries = 1000;

class Check {
public:
    void refuse(std::string path, std::string_view code, Text text)
    {
        errors_.push_back({std::move(path), fmt::format("calendar/{}", code), std::move(text)});
    }

    void count(std::string_view path, std::size_t entries, std::size_t most)
    {
        if (entries > most) {
            refuse(std::string{path}, "too_many",
                {fmt::format("{}件までです。", most), fmt::format("at most {} entries", most)});
        }
    }

    void window(const std::string& path, const DayWindow& window)
    {
        if (window.opens < chrono::minutes{0} || window.opens >= one_day) {
            refuse(path + ".opens", "opens",
                {"開始時刻は0:00から23:59までです。", "a window opens between 00:00 and 23:59"});
        }
        if (window.closes <= window.opens || window.closes > window.opens + one_day) {
            refuse(path + ".closes", "closes",
                {"終了時刻は開始時刻より後、24時間以内です。翌朝6時は30:00と書きます。",
                    "a window closes after it opens and within 24 hours; six o'clock next morning is 30:00"});
        }
    }

    void windows(const std::string& path, std::span<const DayWindow> list)
    {
        count(path, list.size(), most_windows);
        for (std::size_t i = 0; i < list.size(); ++i)
            window(fmt::format("{}[{}]", path, i), list[i]);
    }

    std::vector<FieldError> take() { return std::move(errors_); }

private:
    std::vector<FieldError> errors_;
};

void check_windows(Check& check, const CalendarTerms& terms)
{
    check.count("windows", terms.windows.size(), most_windows);
    for (std::size_t i = 0; i < terms.windows.size(); ++i) {
        const std::string path = fmt::format("windows[{}]", i);
        check.window(path, terms.windows[i].window);
        if (terms.windows[i].days.empty())
            check.refuse(path + ".days", "no_days", {"曜日がありません。", "the window has no weekdays"});
    }
}

void check_closures(Check& check, const CalendarTerms& terms)
{
    check.count("yearly_closures", terms.yearly_closures.size(), most_entries);
    for (std::size_t i = 0; i < terms.yearly_closures.size(); ++i) {
        const YearlyClosure& closure = terms.yearly_closures[i];
        if (!closure.first.ok() || !closure.last.ok()) {
            check.refuse(fmt::format("yearly_closures[{}]", i), "no_such_day",
                {"暦にない日付です。", "there is no such day of the year"});
        }
    }
    check.count("special_closures", terms.special_closures.size(), most_entries);
    for (std::size_t i = 0; i < terms.special_closures.size(); ++i) {
        if (terms.special_closures[i].last < terms.special_closures[i].first) {
            check.refuse(fmt::format("special_closures[{}]", i), "backwards",
                {"終了日が開始日より前です。", "the last day comes before the first"});
        }
    }
}

/// Whether an opening on this weekday would have no hours although the calendar has hours.
bool lacks_hours(const CalendarTerms& terms, chrono::weekday weekday, std::span<const DayWindow> own)
{
    return own.empty() && terms.hours == ServiceHours::windows && !terms.windows.empty() &&
        std::ranges::none_of(terms.windows, [&](const ServiceWindow& window) { return window.days.contains(weekday); });
}

void refuse_without_hours(Check& check, const std::string& path)
{
    check.refuse(path + ".windows", "no_hours",
        {"この曜日には時間帯がないため、開庁の時間帯を書いてください。",
            "the weekday has no hours: write the hours of the opening"});
}

void check_openings(Check& check, const CalendarTerms& terms)
{
    check.count("monthly_openings", terms.monthly_openings.size(), most_entries);
    for (std::size_t i = 0; i < terms.monthly_openings.size(); ++i) {
        const MonthlyOpening& opening = terms.monthly_openings[i];
        const std::string path = fmt::format("monthly_openings[{}]", i);
        if (opening.nth < 1 || opening.nth > 5 || !opening.weekday.ok()) {
            check.refuse(
                path + ".nth", "nth", {"第1から第5までの曜日を書いてください。", "write the first to fifth weekday"});
            continue;
        }
        check.windows(path + ".windows", opening.windows);
        if (lacks_hours(terms, opening.weekday, opening.windows))
            refuse_without_hours(check, path);
    }

    std::set<LocalDay> days;
    check.count("special_openings", terms.special_openings.size(), most_entries);
    for (std::size_t i = 0; i < terms.special_openings.size(); ++i) {
        const SpecialOpening& opening = terms.special_openings[i];
        const std::string path = fmt::format("special_openings[{}]", i);
        check.windows(path + ".windows", opening.windows);
        if (lacks_hours(terms, weekday_of(opening.day), opening.windows))
            refuse_without_hours(check, path);
        if (!days.insert(opening.day).second) {
            check.refuse(path + ".day", "twice",
                {fmt::format("{}の臨時開庁が2回あります。", day_text(opening.day).ja),
                    fmt::format("{} has two special openings", day_text(opening.day).en)});
        }
    }
}

}

std::vector<FieldError> check(const CalendarTerms& terms)
{
    Check check;
    check_windows(check, terms);
    check_closures(check, terms);
    check_openings(check, terms);
    return check.take();
}

}
