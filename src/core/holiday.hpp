#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban {

/// A day on which the national holiday law closes offices. The name is text to show, never a key.
struct Holiday {
    LocalDay day;
    std::string name;

    bool operator==(const Holiday&) const = default;
};

/// The days the national holiday law (国民の祝日に関する法律) gives a year by rule alone, in order: what to expect
/// where nothing is published. Years outside 1949…2150 have none.
std::vector<Holiday> holidays_by_rule(int year);

/// The holiday's name in both languages; English says "national holiday" where the law gives the day no name.
Text holiday_text(const Holiday&);

/// One day on which two tables disagree; an empty name means that the table has no holiday there.
struct HolidayDifference {
    LocalDay day;
    std::string before;
    std::string after;

    bool operator==(const HolidayDifference&) const = default;
};

/// The published national holidays, and the rule for the years nobody has published yet.
class HolidayTable {
public:
    /// Refuses an empty list, more than 10,000 days and days listed twice. The order does not matter.
    static Result<HolidayTable> create(std::vector<Holiday> published);

    /// Reads the Cabinet Office's syukujitsu.csv: CP932 or UTF-8 (with or without BOM), CRLF or LF, `2026/1/1` or
    /// `2026-01-01`. Every wrong line is reported with its number (`syukujitsu.csv:12`).
    static Result<HolidayTable> parse_csv(std::string_view bytes);

    /// The table the product was built with.
    static const HolidayTable& official();

    std::span<const Holiday> published() const { return published_; }
    LocalDay published_from() const { return published_from_; }
    /// The last day whose state is known. A list that reaches the last holiday of its year covers that whole year.
    LocalDay published_until() const { return published_until_; }
    /// Whether the day lies outside the published years, so that its state is a forecast by rule.
    bool is_forecast(LocalDay day) const { return day < published_from_ || day > published_until_; }

    /// The holidays in [first, last], published ones where there are any, by rule elsewhere.
    std::vector<Holiday> between(LocalDay first, LocalDay last) const;

private:
    HolidayTable(std::vector<Holiday> published, LocalDay from, LocalDay until);

    std::vector<Holiday> published_;
    LocalDay published_from_;
    LocalDay published_until_;
};

/// What replacing `before` by `after` changes, over the years either of them publishes. A day that was only forecast
/// counts as a holiday here, so the list shows what users will see change.
std::vector<HolidayDifference> difference(const HolidayTable& before, const HolidayTable& after);

}
