#include "core/holiday.hpp"
#include "core/calendar_day.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hoshuban {
namespace embedded {

std::string_view official_holidays();

}

namespace {

namespace chrono = std::chrono;

constexpr std::size_t most_days = 10'000;

int year_of(LocalDay day)
{
    return static_cast<int>(date_of(day).year());
}

std::vector<FieldError> twice_listed(const std::vector<Holiday>& sorted)
{
    std::vector<FieldError> errors;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i].day == sorted[i - 1].day)
            errors.push_back({to_text(sorted[i].day), "holiday/twice",
                {fmt::format("{}が2回あります。", day_text(sorted[i].day).ja),
                    fmt::format("{} is listed twice", day_text(sorted[i].day).en)}});
    }
    return errors;
}

std::vector<FieldError> missing_years(const std::vector<Holiday>& sorted)
{
    std::vector<FieldError> errors;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        for (int year = year_of(sorted[i - 1].day) + 1; year < year_of(sorted[i].day); ++year)
            errors.push_back({fmt::format("{}", year), "holiday/missing_year",
                {fmt::format("{}年の祝日がありません。", year), fmt::format("the year {} has no holidays", year)}});
    }
    return errors;
}

LocalDay known_until(LocalDay last_published)
{
    const int year = year_of(last_published);
    const std::vector<Holiday> expected = holidays_by_rule(year);
    return expected.empty() || last_published >= expected.back().day ? make_day(year, 12, 31) : last_published;
}

}

HolidayTable::HolidayTable(std::vector<Holiday> published, LocalDay from, LocalDay until)
    : published_(std::move(published))
    , published_from_(from)
    , published_until_(until)
{
}

Result<HolidayTable> HolidayTable::create(std::vector<Holiday> published)
{
    if (published.empty())
        return fail(ErrorKind::invalid, "holiday/empty", {"祝日が1日もありません。", "there is not a single holiday"});
    if (published.size() > most_days) {
        return fail(ErrorKind::too_large, "holiday/too_many",
            {fmt::format("祝日は{}日までです。", most_days), fmt::format("at most {} holidays are read", most_days)});
    }
    std::ranges::stable_sort(published, {}, &Holiday::day);
    std::vector<FieldError> errors = twice_listed(published);
    if (errors.empty())
        errors = missing_years(published);
    if (!errors.empty()) {
        return fail(ErrorKind::invalid, "holiday/inconsistent",
            {"祝日の一覧に誤りがあります。", "the list of holidays is wrong"}, std::move(errors));
    }
    const LocalDay from = make_day(year_of(published.front().day), 1, 1);
    const LocalDay until = known_until(published.back().day);
    return HolidayTable{std::move(published), from, until};
}

const HolidayTable& HolidayTable::official()
{
    static const HolidayTable table = parse_csv(embedded::official_holidays()).value();
    return table;
}

std::vector<Holiday> HolidayTable::between(LocalDay first, LocalDay last) const
{
    std::vector<Holiday> found;
    for (int year = year_of(first); first <= last && year <= year_of(last); ++year) {
        for (Holiday& holiday : holidays_by_rule(year)) {
            if (is_forecast(holiday.day) && first <= holiday.day && holiday.day <= last)
                found.push_back(std::move(holiday));
        }
    }
    std::ranges::copy_if(
        published_, std::back_inserter(found), [&](LocalDay day) { return first <= day && day <= last; },
        &Holiday::day);
    std::ranges::sort(found, {}, &Holiday::day);
    return found;
}

std::vector<HolidayDifference> difference(const HolidayTable& before, const HolidayTable& after)
{
    const LocalDay first = std::min(before.published_from(), after.published_from());
    const LocalDay last = std::max(before.published_until(), after.published_until());
    std::map<LocalDay, HolidayDifference> days;
    for (Holiday& holiday : before.between(first, last))
        days[holiday.day].before = std::move(holiday.name);
    for (Holiday& holiday : after.between(first, last))
        days[holiday.day].after = std::move(holiday.name);

    std::vector<HolidayDifference> found;
    for (auto& [day, names] : days) {
        names.day = day;
        if (names.before != names.after)
            found.push_back(std::move(names));
    }
    return found;
}

Text holiday_text(const Holiday& holiday)
{
    static const std::map<std::string_view, std::string_view> english{
        {"元日", "New Year's Day"},
        {"成人の日", "Coming of Age Day"},
        {"建国記念の日", "National Foundation Day"},
        {"天皇誕生日", "Emperor's Birthday"},
        {"春分の日", "Vernal Equinox Day"},
        {"昭和の日", "Showa Day"},
        {"憲法記念日", "Constitution Memorial Day"},
        {"みどりの日", "Greenery Day"},
        {"こどもの日", "Children's Day"},
        {"海の日", "Marine Day"},
        {"山の日", "Mountain Day"},
        {"敬老の日", "Respect for the Aged Day"},
        {"秋分の日", "Autumnal Equinox Day"},
        {"体育の日", "Health and Sports Day"},
        {"スポーツの日", "Sports Day"},
        {"文化の日", "Culture Day"},
        {"勤労感謝の日", "Labour Thanksgiving Day"},
    };
    const auto name = english.find(holiday.name);
    return {holiday.name, name == english.end() ? "national holiday" : std::string{name->second}};
}

}
