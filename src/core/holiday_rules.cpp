#include "core/calendar_day.hpp"
#include "core/holiday.hpp"

#include <algorithm>
#include <array>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

enum class On { date, monday };

/// One line of article 2 of the law, with the years in which it stood. For Mondays `day` is the ordinal.
struct Rule {
    unsigned month;
    On on;
    unsigned day;
    int from;
    int until;
    std::string_view name;
};

constexpr int first_year = 1949;
constexpr int last_year = 2150;

constexpr std::array<Rule, 24> rules{{
    {1, On::date, 1, 1949, last_year, "元日"},
    {1, On::date, 15, 1949, 1999, "成人の日"},
    {1, On::monday, 2, 2000, last_year, "成人の日"},
    {2, On::date, 11, 1967, last_year, "建国記念の日"},
    {2, On::date, 23, 2020, last_year, "天皇誕生日"},
    {4, On::date, 29, 1949, 1988, "天皇誕生日"},
    {4, On::date, 29, 1989, 2006, "みどりの日"},
    {4, On::date, 29, 2007, last_year, "昭和の日"},
    {5, On::date, 3, 1949, last_year, "憲法記念日"},
    {5, On::date, 4, 2007, last_year, "みどりの日"},
    {5, On::date, 5, 1949, last_year, "こどもの日"},
    {7, On::date, 20, 1996, 2002, "海の日"},
    {7, On::monday, 3, 2003, last_year, "海の日"},
    {8, On::date, 11, 2016, last_year, "山の日"},
    {9, On::date, 15, 1966, 2002, "敬老の日"},
    {9, On::monday, 3, 2003, last_year, "敬老の日"},
    {10, On::date, 10, 1966, 1999, "体育の日"},
    {10, On::monday, 2, 2000, 2019, "体育の日"},
    {10, On::monday, 2, 2020, last_year, "スポーツの日"},
    {11, On::date, 3, 1949, last_year, "文化の日"},
    {11, On::date, 23, 1949, last_year, "勤労感謝の日"},
    {12, On::date, 23, 1989, 2018, "天皇誕生日"},
    // The legal day of an equinox is the one published in February; day 0 marks the formula below.
    {3, On::date, 0, 1949, last_year, "春分の日"},
    {9, On::date, 0, 1949, last_year, "秋分の日"},
}};

// The approximation used since 新こよみ便利帳; each pair of constants holds for its years, and its division cuts
// towards zero.
unsigned equinox(int year, unsigned month)
{
    const bool spring = month == 3;
    const int elapsed = year - 1980;
    const double drift = 0.242194 * elapsed;
    if (year < 1980)
        return static_cast<unsigned>((spring ? 20.8357 : 23.2588) + drift - (year - 1983) / 4);
    if (year < 2100)
        return static_cast<unsigned>((spring ? 20.8431 : 23.2488) + drift - elapsed / 4);
    return static_cast<unsigned>((spring ? 21.8510 : 24.2488) + drift - elapsed / 4);
}

LocalDay day_in(const Rule& rule, int year)
{
    if (rule.on == On::monday)
        return LocalDay{chrono::year{year} / chrono::month{rule.month} / chrono::Monday[rule.day]};
    return make_day(year, rule.month, rule.day == 0 ? equinox(year, rule.month) : rule.day);
}

bool contains(const std::vector<Holiday>& holidays, LocalDay day)
{
    return std::ranges::find(holidays, day, &Holiday::day) != holidays.end();
}

// Article 3 paragraph 2, in force since 1973-04-12; until 2006 only the Monday could be the substitute.
std::vector<Holiday> substitutes(const std::vector<Holiday>& holidays)
{
    std::vector<Holiday> found;
    for (const Holiday& holiday : holidays) {
        if (weekday_of(holiday.day) != chrono::Sunday || holiday.day < make_day(1973, 4, 12))
            continue;
        LocalDay day = holiday.day + chrono::days{1};
        while (contains(holidays, day))
            day += chrono::days{1};
        found.push_back({day, "休日"});
    }
    return found;
}

// Article 3 paragraph 3, in force since 1985-12-27.
std::vector<Holiday> sandwiched(const std::vector<Holiday>& holidays)
{
    std::vector<Holiday> found;
    for (const Holiday& holiday : holidays) {
        const LocalDay day = holiday.day + chrono::days{1};
        if (day < make_day(1985, 12, 27) || weekday_of(day) == chrono::Sunday || contains(holidays, day))
            continue;
        if (contains(holidays, day + chrono::days{1}))
            found.push_back({day, "休日"});
    }
    return found;
}

}

std::vector<Holiday> holidays_by_rule(int year)
{
    std::vector<Holiday> holidays;
    if (year < first_year || year > last_year)
        return holidays;
    for (const Rule& rule : rules) {
        if (rule.from <= year && year <= rule.until)
            holidays.push_back({day_in(rule, year), std::string{rule.name}});
    }
    std::ranges::sort(holidays, {}, &Holiday::day);

    const std::vector<Holiday> moved = substitutes(holidays);
    for (const Holiday& between : sandwiched(holidays)) {
        if (!contains(moved, between.day))
            holidays.push_back(between);
    }
    holidays.insert(holidays.end(), moved.begin(), moved.end());
    std::ranges::sort(holidays, {}, &Holiday::day);
    return holidays;
}

}
