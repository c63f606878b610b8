#include "features/work_request/period.hpp"

#include "core/era.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

Text period_text(const DayRange& period)
{
    return {
        fmt::format("{}～{}", print_day(period.first, DayStyle::western), print_day(period.last, DayStyle::western)),
        fmt::format("{} to {}", hoshuban::to_text(period.first), hoshuban::to_text(period.last))};
}

}

std::vector<FieldError> period_problems(const DayRange& period, const WorkRequest& request, LocalDay today)
{
    std::vector<FieldError> problems;
    const Text lasts = period_text(period);
    if (request.entered_on > period.last) {
        problems.push_back({"entered_on", "work_request/after_period",
            {fmt::format("契約期間（{}）が終わった後の日です。期間内の日を入力するか、新しい契約に登録してください。",
                 lasts.ja),
                fmt::format(
                    "the contract ({}) is over by then: enter a day within it, or use the new contract", lasts.en)}});
    } else if (request.entered_on < period.first && request.entered_on > today) {
        problems.push_back({"entered_on", "work_request/before_period",
            {fmt::format(
                 "契約期間（{}）の前の、これから来る日です。今日までの日か、期間内の日を入力してください。", lasts.ja),
                fmt::format("a day to come before the contract begins ({}): enter a day until today, or within it",
                    lasts.en)}});
    }
    if (request.wish_on && *request.wish_on < request.entered_on) {
        problems.push_back({"wish_on", "work_request/wish_before_entry",
            {fmt::format("記入日（{}）より前の日です。記入日以後の日を入力してください。",
                 print_day(request.entered_on, DayStyle::western)),
                fmt::format("before the day of entry ({}): enter that day or a later one",
                    hoshuban::to_text(request.entered_on))}});
    }
    return problems;
}

Result<void> check_period(const DayRange& period, const WorkRequest* before, const WorkRequest& after, LocalDay today)
{
    if (before && before->entered_on == after.entered_on && before->wish_on == after.wish_on)
        return {};
    auto problems = period_problems(period, after, today);
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    const bool wish = first.path == "wish_on";
    return fail(ErrorKind::invalid, first.code,
        {(wish ? "完了希望日: " : "記入日: ") + first.text.ja,
            (wish ? "wished completion: " : "entered on: ") + first.text.en},
        std::move(problems));
}

}
