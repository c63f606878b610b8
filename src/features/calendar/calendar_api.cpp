#include "features/calendar/calendar_api.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"

#include <fmt/format.h>

namespace hoshuban::calendar {
namespace {

constexpr int most_days = 400;
// Ten years of service time around the clock; anything longer is a slip of the keyboard.
constexpr int most_amount = 10 * 366 * 24 * 60;

struct DayQuery {
    LocalDay from;
    LocalDay to;
    std::string work_class;
};

auto describe(const DayQuery*)
{
    using Q = DayQuery;
    return json::object<Q>("CalendarDayQuery", json::field("from", &Q::from, {"開始日", "First day"}),
        json::field("to", &Q::to, {"終了日", "Last day"}),
        json::field("work_class", &Q::work_class, {"作業区分", "Work class"}, json::defaulted()));
}

struct DayList {
    std::vector<DayView> items;
};

auto describe(const DayList*)
{
    return json::object<DayList>("CalendarDayList", json::field("items", &DayList::items));
}

struct DueQuery {
    std::string from;
    DueKind rule = DueKind::service_minutes;
    int amount = 0;
    int months_later = 0;
    Roll roll = Roll::none;
    std::string work_class;
};

auto describe(const DueQuery*)
{
    using Q = DueQuery;
    return json::object<Q>("CalendarDueQuery", json::field("from", &Q::from, {"起点", "Start"}, json::length(10, 25)),
        json::field("rule", &Q::rule, {"数え方", "Rule"}),
        json::field("amount", &Q::amount, {"数", "Amount"}, json::range(-most_amount, most_amount), json::defaulted()),
        json::field(
            "months_later", &Q::months_later, {"何か月後", "Months later"}, json::range(-120, 120), json::defaulted()),
        json::field("roll", &Q::roll, {"閉庁日の扱い", "On closed days"}, json::defaulted()),
        json::field("work_class", &Q::work_class, {"作業区分", "Work class"}, json::defaulted()));
}

std::string clock_text(MinuteOfDay minute)
{
    return fmt::format("{:02}:{:02}", minute.count() / 60, minute.count() % 60);
}

Result<DayList> list_days(http::Context& context, const DayQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, working_calendar(context.database(), *profile, query.work_class));
    TRY_ASSIGN(const auto days, days_between(*calendar, query.from, query.to));
    DayList list;
    for (const DayStatus& day : days)
        list.items.push_back(view_of(day));
    return list;
}

Result<DueView> count_due(http::Context& context, const DueQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const Instant start, parse_start(query.from));
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, working_calendar(context.database(), *profile, query.work_class));
    const DueRule rule{query.rule, query.amount, query.months_later, query.roll, {}};
    TRY_ASSIGN(const Due answer, due_moment(rule, start, *calendar, profile->period));
    return view_of(answer);
}

}

DayView view_of(const DayStatus& status)
{
    DayView view{
        .day = status.day,
        .weekday = static_cast<int>(weekday_of(status.day).c_encoding()),
        .open = status.open,
        .windows = {},
        .reasons = status.reasons,
        .kind = status.kind,
        .holiday_name = status.holiday_name,
        .forecast = status.forecast,
    };
    for (const DayWindow& window : status.windows)
        view.windows.push_back({clock_text(window.opens), clock_text(window.closes)});
    return view;
}

StepView view_of(const Step& step)
{
    return {step.kind, to_text_jst(step.from), to_text_jst(step.to), step.minutes.count(), step.text};
}

DueView view_of(const Due& due)
{
    DueView view{to_text_jst(due.at), due.day, due.forecast, {}};
    for (const Step& step : due.explanation)
        view.explanation.push_back(view_of(step));
    return view;
}

Result<std::vector<DayStatus>> days_between(const WorkingCalendar& calendar, LocalDay first, LocalDay last)
{
    TRY(calendar.roll(first, Roll::none));
    TRY(calendar.roll(last, Roll::none));
    if (last < first || last - first >= std::chrono::days{most_days}) {
        return fail(ErrorKind::invalid, "calendar/span",
            {fmt::format("終了日は開始日以後で、{}日以内にしてください。", most_days),
                fmt::format("the last day must not come before the first, nor more than {} days later", most_days)});
    }
    std::vector<DayStatus> days;
    for (LocalDay day = first; day <= last; day += std::chrono::days{1})
        days.push_back(calendar.status(day));
    return days;
}

Result<Instant> parse_start(std::string_view text)
{
    if (text.size() > std::string_view{"2023-06-01"}.size())
        return parse_instant(text);
    TRY_ASSIGN(const LocalDay day, parse_day(text));
    return instant(LocalTime{day});
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .get("/api/v1/contracts/{contract}/calendar/days",
            [&profiles](http::Context& context, const DayQuery& query) { return list_days(context, query, profiles); })
        .permission(Permission::view_contract)
        .summary({"開庁日と閉庁の理由", "Open days, and why others are closed"});
    router
        .get("/api/v1/contracts/{contract}/calendar/due",
            [&profiles](http::Context& context, const DueQuery& query) { return count_due(context, query, profiles); })
        .permission(Permission::view_contract)
        .summary({"期限を数える", "Count a due date"});
}

}
