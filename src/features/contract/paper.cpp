#include "features/contract/paper.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

std::unexpected<Error> no_limit(const Paper& paper)
{
    const Text& name = paper.names.front();
    return fail(ErrorKind::precondition, "contract/paper_without_limit",
        {fmt::format("{}には日付で表せる提出期限がありません。", name.ja),
            fmt::format("{} has no limit that is a day", name.en)});
}

}

Result<MonthlyDue> month_due(
    const Paper& paper, std::chrono::year_month month, const WorkingCalendar& calendar, const DayRange& period)
{
    if (paper.occasion != Occasion::monthly || !paper.limit)
        return no_limit(paper);
    return monthly_due({paper.target, *paper.limit, paper.final_limit}, month, calendar, period);
}

Result<Due> day_due(const Paper& paper, LocalDay from, const WorkingCalendar& calendar, const DayRange& period)
{
    const auto& rule = paper.occasion == Occasion::change && paper.on_change ? paper.on_change : paper.limit;
    if (paper.occasion == Occasion::monthly || !rule)
        return no_limit(paper);
    return due_moment(*rule, instant(LocalTime{from}), calendar, period);
}

}
