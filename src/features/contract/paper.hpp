#pragma once
#include "core/due_rule.hpp"
#include "core/names.hpp"
#include "features/contract/basis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::contract {

/// What makes a paper due.
enum class Occasion {
    start, ///< once, counted from the first day of the period
    monthly, ///< for every month of the period, with or without work (A-39)
    change, ///< when something handed in before changes, counted from the day of the change
    event, ///< when the named event happens, counted from its day
    instruction, ///< when the city asks for it
};

constexpr auto names_of(const Occasion*)
{
    return std::to_array<Name<Occasion>>({
        {Occasion::start, "start"},
        {Occasion::monthly, "monthly"},
        {Occasion::change, "change"},
        {Occasion::event, "event"},
        {Occasion::instruction, "instruction"},
    });
}

/// A paper (or a set handed in together) of the contract, and when it is due.
struct Paper {
    std::string id;
    std::vector<Text> names;
    Occasion occasion = Occasion::instruction;
    Text event;
    /// The hard limit; none where the contract names no day.
    std::optional<DueRule> limit;
    /// A soft target for words without a figure such as 速やかに: amber, never a breach.
    std::optional<DueRule> target;
    /// The limit for the last month of the period, where the contract sets one.
    std::optional<DueRule> final_limit;
    /// A changed edition is due this long before or after the day of the change.
    std::optional<DueRule> on_change;
    /// The contract's own words for it, said anew.
    Text due;
    std::optional<int> copies;
    std::string medium;
    std::string form; ///< file name below forms/
    bool waivable = false;
    bool needs_approval = false;
    Basis basis = Basis::contract;
    std::string clause;
};

/// When the paper for one month of work is due; fails when it is no monthly paper or has no limit.
Result<MonthlyDue> month_due(const Paper&, std::chrono::year_month, const WorkingCalendar&, const DayRange& period);

/// When a paper counted from a day is due: the first day of the period, the day of the change or of the event.
Result<Due> day_due(const Paper&, LocalDay from, const WorkingCalendar&, const DayRange& period);

}
