#include "core/calendar.hpp"
#include "core/calendar_ruling.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

constexpr auto origin = WorkingCalendar::first_day;
constexpr std::int32_t minutes_a_day = 24 * 60;
constexpr std::int32_t day_count = static_cast<std::int32_t>((WorkingCalendar::last_day - origin).count() + 1);

std::size_t number_of(LocalDay day)
{
    return static_cast<std::size_t>((day - origin).count());
}
LocalDay day_numbered(std::int32_t number)
{
    return origin + chrono::days{number};
}
LocalTime time_at(std::int32_t minute)
{
    return LocalTime{origin} + chrono::minutes{minute};
}

std::unexpected<Error> out_of_range()
{
    return fail(ErrorKind::invalid, "calendar/out_of_range",
        {"暦は1980年1月1日から2079年12月31日までです。日付か日数を見直してください。",
            "the calendar knows 1980-01-01 to 2079-12-31: check the day or the number of days"});
}

std::unexpected<Error> no_service_hours()
{
    return fail(ErrorKind::invalid, "calendar/no_service_hours",
        {"この契約には受付・対応時間の定めがないため、時間を数えられません。",
            "the contract states no hours of service, so service time cannot be counted"});
}

}

WorkingCalendar::WorkingCalendar(CalendarTerms terms, const HolidayTable& holidays)
    : terms_(std::move(terms))
    , holidays_(holidays.between(first_day, last_day))
    , published_from_(holidays.published_from())
    , published_until_(holidays.published_until())
{
    index_days();
    index_spans();
}

Result<void> WorkingCalendar::check_terms(const CalendarTerms& terms)
{
    std::vector<FieldError> errors = check(terms);
    if (errors.empty())
        return {};
    return fail(ErrorKind::invalid, "calendar/terms", {"暦の定めに誤りがあります。", "the calendar's terms are wrong"},
        std::move(errors));
}

Result<WorkingCalendar> WorkingCalendar::create(CalendarTerms terms, const HolidayTable& holidays)
{
    TRY(check_terms(terms));
    return WorkingCalendar{std::move(terms), holidays};
}

void WorkingCalendar::index_days()
{
    open_before_.reserve(day_count + 1);
    open_before_.push_back(0);
    auto holiday = holidays_.begin();
    for (std::int32_t number = 0; number < day_count; ++number) {
        const LocalDay day = day_numbered(number);
        while (holiday != holidays_.end() && holiday->day < day)
            ++holiday;
        const Ruling ruling = rule_on(terms_, day, holiday != holidays_.end() && holiday->day == day);
        if (is_open_kind(ruling.kind))
            open_days_.push_back(number);
        open_before_.push_back(static_cast<std::int32_t>(open_days_.size()));
        add_spans(number, windows_on(terms_, day, ruling));
    }
    open_days_.shrink_to_fit();
}

void WorkingCalendar::add_spans(std::int32_t day, const std::vector<DayWindow>& windows)
{
    for (const DayWindow& window : windows) {
        const auto opens = day * minutes_a_day + static_cast<std::int32_t>(window.opens.count());
        const auto closes = day * minutes_a_day + static_cast<std::int32_t>(window.closes.count());
        if (!closes_.empty() && opens <= closes_.back()) {
            closes_.back() = std::max(closes_.back(), closes);
            continue;
        }
        opens_.push_back(opens);
        closes_.push_back(closes);
    }
}

void WorkingCalendar::index_spans()
{
    opens_.shrink_to_fit();
    closes_.shrink_to_fit();
    service_before_.reserve(opens_.size() + 1);
    service_before_.push_back(0);
    for (std::size_t span = 0; span < opens_.size(); ++span)
        service_before_.push_back(service_before_.back() + closes_[span] - opens_[span]);

    first_span_.reserve(day_count);
    std::size_t span = 0;
    for (std::int32_t day = 0; day < day_count; ++day) {
        while (span < closes_.size() && closes_[span] <= day * minutes_a_day)
            ++span;
        first_span_.push_back(static_cast<std::int32_t>(span));
    }
}

const Holiday* WorkingCalendar::holiday_on(LocalDay day) const
{
    const auto found = std::ranges::lower_bound(holidays_, day, {}, &Holiday::day);
    return found != holidays_.end() && found->day == day ? &*found : nullptr;
}

bool WorkingCalendar::is_open(LocalDay day) const
{
    return covers(day) && open_before_[number_of(day) + 1] > open_before_[number_of(day)];
}

bool WorkingCalendar::is_forecast(LocalDay day) const
{
    return terms_.national_holidays == HolidayRule::closed && (day < published_from_ || day > published_until_);
}

DayStatus WorkingCalendar::status(LocalDay day) const
{
    const Holiday* holiday = holiday_on(day);
    const Ruling ruling = rule_on(terms_, day, holiday != nullptr);
    DayStatus status{
        .day = day,
        .kind = ruling.kind,
        .open = is_open_kind(ruling.kind),
        .windows = windows_on(terms_, day, ruling),
        .reasons = {},
        .holiday_name = holiday == nullptr ? "" : holiday->name,
        .forecast = is_forecast(day),
    };
    if (ruling.special_closure != nullptr)
        status.reasons.push_back(ruling.special_closure->reason);
    if (ruling.special_opening != nullptr)
        status.reasons.push_back(ruling.special_opening->reason);
    const bool opened_monthly = ruling.monthly_opening != nullptr && ruling.special_opening == nullptr;
    if (opened_monthly && ruling.kind == DayKind::special_open)
        status.reasons.push_back(ruling.monthly_opening->reason);
    if (ruling.yearly_closure != nullptr)
        status.reasons.push_back(ruling.yearly_closure->reason);
    if (ruling.holiday)
        status.reasons.push_back(holiday_text(*holiday));
    if (ruling.weekly)
        status.reasons.push_back(weekday_text(weekday_of(day)));
    return status;
}

Result<DayAnswer> WorkingCalendar::answer(LocalDay asked, std::ptrdiff_t open_day) const
{
    if (open_day < 0 || open_day >= std::ssize(open_days_))
        return out_of_range();
    const LocalDay day = day_numbered(open_days_[static_cast<std::size_t>(open_day)]);
    return DayAnswer{day, is_forecast(asked) || is_forecast(day)};
}

Result<DayAnswer> WorkingCalendar::next_open_day(LocalDay day) const
{
    return add_open_days(day, 1);
}

Result<DayAnswer> WorkingCalendar::previous_open_day(LocalDay day) const
{
    return add_open_days(day, -1);
}

Result<DayAnswer> WorkingCalendar::add_open_days(LocalDay day, int n) const
{
    if (!covers(day))
        return out_of_range();
    if (n == 0)
        return DayAnswer{day, is_forecast(day)};
    const std::size_t number = number_of(day);
    return n > 0 ? answer(day, std::ptrdiff_t{open_before_[number + 1]} + n - 1)
                 : answer(day, std::ptrdiff_t{open_before_[number]} + n);
}

Result<DayAnswer> WorkingCalendar::nth_open_day(chrono::year_month month, int n) const
{
    const LocalDay first = first_day_of(month);
    const LocalDay last = last_day_of(month);
    if (!month.ok() || !covers(first) || !covers(last))
        return out_of_range();
    const int count = open_days_between(first, last);
    if (n == 0 || n > count || n < -count) {
        const auto year = static_cast<int>(month.year());
        const auto number = static_cast<unsigned>(month.month());
        return fail(ErrorKind::invalid, "calendar/no_such_open_day",
            {fmt::format("{}年{}月の開庁日は{}日で、第{}開庁日はありません。", year, number, count, n),
                fmt::format("{}-{:02} has {} open days, there is no open day number {}", year, number, count, n)});
    }
    const std::ptrdiff_t before = open_before_[number_of(first)];
    return answer(last, n > 0 ? before + n - 1 : before + count + n);
}

Result<DayAnswer> WorkingCalendar::roll(LocalDay day, Roll roll) const
{
    if (!covers(day))
        return out_of_range();
    if (roll == Roll::none || is_open(day))
        return DayAnswer{day, is_forecast(day)};
    return add_open_days(day, roll == Roll::next ? 1 : -1);
}

int WorkingCalendar::open_days_between(LocalDay first, LocalDay last) const
{
    const LocalDay from = std::max(first, first_day);
    const LocalDay until = std::min(last, last_day);
    return from > until ? 0 : open_before_[number_of(until) + 1] - open_before_[number_of(from)];
}

std::size_t WorkingCalendar::first_span_closing_after(LocalTime time) const
{
    if (time < LocalTime{first_day})
        return 0;
    if (day_of(time) > last_day)
        return opens_.size();
    auto span = static_cast<std::size_t>(first_span_[number_of(day_of(time))]);
    while (span < closes_.size() && time_at(closes_[span]) <= time)
        ++span;
    return span;
}

chrono::seconds WorkingCalendar::service_before(LocalTime time) const
{
    const std::size_t span = first_span_closing_after(time);
    const chrono::seconds whole = chrono::minutes{service_before_[span]};
    return span < opens_.size() && time > time_at(opens_[span]) ? whole + (time - time_at(opens_[span])) : whole;
}

bool WorkingCalendar::in_service(Instant at) const
{
    const LocalTime time = local_time(at);
    const std::size_t span = first_span_closing_after(time);
    return span < opens_.size() && time >= time_at(opens_[span]);
}

TimeAnswer WorkingCalendar::answer(LocalTime time) const
{
    return {instant(time), terms_.hours == ServiceHours::windows && is_forecast(day_of(time))};
}

Result<TimeAnswer> WorkingCalendar::next_service(Instant at) const
{
    return add_service_time(at, chrono::minutes{0});
}

Result<TimeAnswer> WorkingCalendar::add_service_time(Instant start, chrono::minutes minutes) const
{
    if (!has_service_hours())
        return no_service_hours();
    if (minutes < chrono::minutes{0}) {
        return fail(ErrorKind::invalid, "calendar/negative",
            {"時間は0分以上で指定してください。", "the time to add must not be negative"});
    }
    const LocalTime time = local_time(start);
    const std::size_t span = first_span_closing_after(time);
    if (!covers(day_of(time)) || span == opens_.size() || minutes > chrono::minutes{service_before_.back()})
        return out_of_range();

    const LocalTime counted_from = std::max(time, time_at(opens_[span]));
    if (minutes == chrono::minutes{0})
        return answer(counted_from);
    const chrono::seconds total =
        chrono::minutes{service_before_[span]} + (counted_from - time_at(opens_[span])) + minutes;
    // Searching the service time at each span's end, the span that closes exactly on the total wins: A-08.
    const auto ends = service_before_.begin() + 1;
    const auto end = std::lower_bound(ends + static_cast<std::ptrdiff_t>(span), service_before_.end(), total,
        [](std::int32_t before, chrono::seconds wanted) { return chrono::minutes{before} < wanted; });
    if (end == service_before_.end())
        return out_of_range();
    const auto last = static_cast<std::size_t>(end - ends);
    return answer(time_at(opens_[last]) + (total - chrono::minutes{service_before_[last]}));
}

chrono::seconds WorkingCalendar::service_time_between(Instant from, Instant to) const
{
    return to <= from ? chrono::seconds{0} : service_before(local_time(to)) - service_before(local_time(from));
}

std::vector<WorkingCalendar::Span> WorkingCalendar::service_spans(Instant from, Instant to) const
{
    std::vector<Span> spans;
    for (std::size_t span = first_span_closing_after(local_time(from)); span < opens_.size(); ++span) {
        if (time_at(opens_[span]) >= local_time(to))
            break;
        spans.push_back({instant(time_at(opens_[span])), instant(time_at(closes_[span]))});
    }
    return spans;
}

}
