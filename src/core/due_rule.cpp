#include "core/due_rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

constexpr int most_months = 1200;

Instant midnight_of(LocalDay day)
{
    return instant(LocalTime{day});
}
Instant end_of(LocalDay day)
{
    return midnight_of(day + chrono::days{1}) - chrono::seconds{1};
}

Text month_text(chrono::year_month month)
{
    const auto year = static_cast<int>(month.year());
    const auto number = static_cast<unsigned>(month.month());
    return {fmt::format("{}年{}月", year, number), fmt::format("{}-{:02}", year, number)};
}

/// A due day in the making.
struct Count {
    LocalDay day;
    bool forecast;
    std::vector<Step> steps;
};

Step step_on(StepKind kind, LocalDay day, Text text)
{
    return {kind, midnight_of(day), end_of(day), chrono::minutes{0}, std::move(text)};
}

Result<Count> count_open_days(const DueRule& rule, LocalDay start, const WorkingCalendar& calendar)
{
    TRY_ASSIGN(const DayAnswer answer, calendar.add_open_days(start, rule.amount));
    return Count{answer.day, answer.forecast, explain_open_days(calendar, start, rule.amount, answer.day)};
}

Result<Count> count_calendar_days(const DueRule& rule, LocalDay start, const WorkingCalendar& calendar)
{
    const LocalDay day = start + chrono::days{rule.amount};
    TRY(calendar.roll(start, Roll::none));
    TRY(calendar.roll(day, Roll::none));
    const Text from = day_text(start);
    const Text to = day_text(day);
    const Text text = rule.amount >= 0
        ? Text{fmt::format("{}の翌日から{}日を数えて{}（初日不算入、閉庁日も数えます）。", from.ja, rule.amount, to.ja),
              fmt::format("{} days from the day after {} end on {} (the first day is not counted, closed days are).",
                  rule.amount, from.en, to.en)}
        : Text{fmt::format("{}の{}日前は{}（閉庁日も数えます）。", from.ja, -rule.amount, to.ja),
              fmt::format("{} days before {} is {} (closed days are counted).", -rule.amount, from.en, to.en)};
    return Count{day, false, {step_on(StepKind::start, start, text)}};
}

Result<chrono::year_month> due_month(const DueRule& rule, LocalDay start, const WorkingCalendar& calendar)
{
    TRY(calendar.roll(start, Roll::none));
    const int months = std::clamp(rule.months_later, -most_months, most_months);
    return month_of(start) + chrono::months{months};
}

Result<Count> count_nth_open_day(const DueRule& rule, LocalDay start, const WorkingCalendar& calendar)
{
    TRY_ASSIGN(const chrono::year_month month, due_month(rule, start, calendar));
    TRY_ASSIGN(const DayAnswer answer, calendar.nth_open_day(month, rule.amount));
    const LocalDay outside =
        rule.amount > 0 ? first_day_of(month) - chrono::days{1} : last_day_of(month) + chrono::days{1};
    const Text name = month_text(month);
    std::vector<Step> steps = explain_open_days(calendar, outside, rule.amount, answer.day);
    steps.front() = step_on(StepKind::month, first_day_of(month),
        rule.amount > 0 ? Text{fmt::format("{}の第{}開庁日を数えます。", name.ja, rule.amount),
                              fmt::format("The open days of {} are counted to number {}.", name.en, rule.amount)}
                        : Text{fmt::format("{}の末日から{}番目の開庁日をさかのぼって数えます。", name.ja, -rule.amount),
                              fmt::format("The open days of {} are counted backwards from its end to number {}.",
                                  name.en, -rule.amount)});
    return Count{answer.day, answer.forecast, std::move(steps)};
}

Result<Count> find_end_of_month(const DueRule& rule, LocalDay start, const WorkingCalendar& calendar)
{
    TRY_ASSIGN(const chrono::year_month month, due_month(rule, start, calendar));
    const LocalDay day = last_day_of(month);
    TRY(calendar.roll(day, Roll::none));
    const Text name = month_text(month);
    const Text text = day_text(day);
    return Count{day, false,
        {step_on(StepKind::month, day,
            {fmt::format("{}の末日は{}です。", name.ja, text.ja), fmt::format("{} ends on {}.", name.en, text.en)})}};
}

Result<Count> count(const DueRule& rule, LocalDay start, const WorkingCalendar& calendar)
{
    switch (rule.kind) {
    case DueKind::open_days:
        return count_open_days(rule, start, calendar);
    case DueKind::nth_open_day:
        return count_nth_open_day(rule, start, calendar);
    case DueKind::end_of_month:
        return find_end_of_month(rule, start, calendar);
    case DueKind::service_minutes:
    case DueKind::calendar_days:
        break;
    }
    return count_calendar_days(rule, start, calendar);
}

const RollException* exception_for(const DueRule& rule, LocalDay day, const std::optional<DayRange>& period)
{
    const auto date = date_of(day);
    for (const RollException& exception : rule.roll_exceptions) {
        const auto* yearly = std::get_if<chrono::month_day>(&exception);
        if (yearly != nullptr ? *yearly == date.month() / date.day() : period && period->last == day)
            return &exception;
    }
    return nullptr;
}

Text stays_text(const DueRule& rule, const RollException* exception)
{
    if (rule.roll == Roll::none)
        return {"契約に繰り延べの定めがないため動かしません", "stays, for the contract has no rule that moves it"};
    if (std::holds_alternative<PeriodEnd>(*exception))
        return {"契約期間の末日のため動かしません", "stays, for it is the last day of the contract"};
    return {
        "契約で動かさないと定めた日のため動かしません", "stays, for the contract says that this date does not move"};
}

Result<void> roll(
    Count& count, const DueRule& rule, const WorkingCalendar& calendar, const std::optional<DayRange>& period)
{
    if (calendar.is_open(count.day)) {
        count.forecast = count.forecast || (rule.roll != Roll::none && calendar.is_forecast(count.day));
        return {};
    }
    const RollException* exception = exception_for(rule, count.day, period);
    if (rule.roll == Roll::none || exception != nullptr) {
        const Text reason = closure_text(calendar, count.day, count.day);
        const Text stays = stays_text(rule, exception);
        count.steps.push_back(step_on(StepKind::roll, count.day,
            {fmt::format("閉庁日（{}）ですが、{}。", reason.ja, stays.ja),
                fmt::format("This is a closed day ({}); it {}.", reason.en, stays.en)}));
        return {};
    }
    TRY_ASSIGN(const DayAnswer moved, calendar.roll(count.day, rule.roll));
    const Text to = day_text(moved.day);
    const Text passed = closure_text(calendar, std::min(count.day, moved.day), std::max(count.day, moved.day));
    const bool next = rule.roll == Roll::next;
    count.steps.push_back(step_on(StepKind::roll, moved.day,
        {fmt::format("閉庁日（{}）のため、{}の開庁日{}に移します。", passed.ja, next ? "次" : "前", to.ja),
            fmt::format("This is a closed day ({}), so it moves to the {} open day, {}.", passed.en,
                next ? "next" : "previous", to.en)}));
    count.day = moved.day;
    count.forecast = count.forecast || moved.forecast;
    return {};
}

void conclude(Due& due, const WorkingCalendar& calendar, const Text& answer)
{
    if (due.forecast)
        due.explanation.push_back(forecast_step(calendar, due.day));
    due.explanation.push_back({StepKind::result, due.at, due.at, chrono::minutes{0},
        {fmt::format("期限は{}です。", answer.ja), fmt::format("Due {}.", answer.en)}});
}

Result<Due> due_by_service_time(const DueRule& rule, Instant start, const WorkingCalendar& calendar)
{
    const chrono::minutes minutes{rule.amount};
    TRY_ASSIGN(const TimeAnswer answer, calendar.add_service_time(start, minutes));
    Due due{answer.at, day_of(answer.at), answer.forecast, explain_service_time(calendar, start, minutes, answer.at)};
    Text text = time_text(local_time(answer.at));
    if (minutes > chrono::minutes{0} && !calendar.in_service(answer.at)) {
        text.ja += "（終了時刻ちょうど）";
        text.en += " (exactly at closing)";
    }
    conclude(due, calendar, text);
    return due;
}

}

Result<Due> due_moment(
    const DueRule& rule, Instant start, const WorkingCalendar& calendar, const std::optional<DayRange>& period)
{
    if (rule.kind == DueKind::service_minutes)
        return due_by_service_time(rule, start, calendar);
    TRY_ASSIGN(Count counted, count(rule, day_of(start), calendar));
    TRY(roll(counted, rule, calendar, period));
    Due due{end_of(counted.day), counted.day, counted.forecast, std::move(counted.steps)};
    conclude(due, calendar, day_text(due.day));
    return due;
}

Result<MonthlyDue> monthly_due(
    const MonthlyRule& rule, chrono::year_month month, const WorkingCalendar& calendar, const DayRange& period)
{
    const Instant start = midnight_of(first_day_of(month));
    if (rule.final_limit && month == month_of(period.last)) {
        TRY_ASSIGN(Due limit, due_moment(*rule.final_limit, start, calendar, period));
        return MonthlyDue{std::nullopt, std::move(limit)};
    }
    TRY_ASSIGN(Due limit, due_moment(rule.limit, start, calendar, period));
    MonthlyDue monthly{std::nullopt, std::move(limit)};
    if (rule.target) {
        TRY_ASSIGN(monthly.target, due_moment(*rule.target, start, calendar, period));
    }
    return monthly;
}

Result<RollException> parse_roll_exception(std::string_view text)
{
    if (text == "period_end")
        return RollException{PeriodEnd{}};
    // A leap year, so that 02-29 can be named.
    const auto day = parse_day(fmt::format("2000-{}", text));
    if (!day) {
        return fail(ErrorKind::invalid, "calendar/roll_exception",
            {fmt::format("「{}」を読めません。03-31 の形か period_end と書いてください。", text),
                fmt::format("cannot read \"{}\": write 03-31 or period_end", text)});
    }
    return RollException{date_of(*day).month() / date_of(*day).day()};
}

}
