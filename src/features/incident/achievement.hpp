#pragma once
#include "features/incident/incident.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::incident {

/// An incident that the city instructed in a month, as its course counts now (SLA-08).
struct Counted {
    Listed listed = {};
    Instant instructed = {};
    std::optional<Instant> restored = {};
    std::vector<ServiceClock> clocks = {}; ///< in the order of the contract's levels
    int work_minutes = 0; ///< of everybody on its visits, without other tasks (INC-20)
    bool by_maker = false; ///< a maker's engineer is sent to it (A-12)
    std::string note = {}; ///< the last correction note; empty: none
};

/// What came of one level in a month. An agreed exception is neither met nor missed.
struct LevelTally {
    int met = 0;
    int missed = 0;
    int agreed = 0;
    int not_needed = 0;
    int measured = 0; ///< reached where the contract states no number
    int open = 0; ///< running or waiting
    int unexplained = 0; ///< missed without a reason
    std::chrono::seconds used{}; ///< service time of those that were reached, together

    int reached() const { return met + missed + agreed + measured; }
    /// The incidents that the level is for.
    int applied() const { return reached() + not_needed + open; }
    /// Met of what was met or missed, in tenths of a percent, rounded down so that a miss is never rounded away; none
    /// while nothing was.
    std::optional<int> permille() const;

    bool operator==(const LevelTally&) const = default;
};

/// Which incidents a row of the month counts.
enum class Dispatch { any, own, maker };

/// One row of the month: a level, of all incidents or, where the contract counts them apart, of those that the
/// contractor or a maker's engineer is sent to.
struct LevelRow {
    std::size_t level = 0; ///< its place in the contract
    Dispatch dispatch = Dispatch::any;

    bool operator==(const LevelRow&) const = default;
};

/// A row for each level.
std::vector<LevelRow> month_rows(std::span<const contract::ServiceLevel>);
/// The further rows of what is counted apart, in the order of their levels.
std::vector<LevelRow> month_rows_apart(std::span<const contract::ServiceLevel>);
/// What people call a row.
Text label(const LevelRow&, const contract::ServiceLevel&);

LevelTally tally(std::span<const Counted>, const LevelRow&, const std::string& level_id);

/// By what a month is told apart.
enum class Grouping { device_class, site, model, cause };

constexpr auto names_of(const Grouping*)
{
    return std::to_array<Name<Grouping>>({
        {Grouping::device_class, "class"},
        {Grouping::site, "site"},
        {Grouping::model, "model"},
        {Grouping::cause, "cause"},
    });
}

/// The incidents of a month that have a class, site, model or cause in common.
struct GroupTally {
    std::string name = {}; ///< empty: it is not entered
    int incidents = 0;
    int restored = 0;
    std::vector<int> missed = {}; ///< for each level
    std::chrono::seconds elapsed{}; ///< from instruction to recovery of those that were restored, by the wall clock
    int work_minutes = 0;

    bool operator==(const GroupTally&) const = default;
};

/// Every group once, the one of most incidents first, then by name.
std::vector<GroupTally> group_by(std::span<const Counted>, Grouping, std::size_t levels);

/// What a level of an incident counted when the month was reported.
struct KeptClock {
    IncidentId incident = {};
    std::string level = {};
    Standing standing = Standing::not_begun;
    std::chrono::seconds used{};

    bool operator==(const KeptClock&) const = default;
};

/// Where a month counts otherwise than it was reported: the calendar is another, something was told late, it was still
/// open then. One of both is missing where the incident was not counted.
struct Difference {
    IncidentId incident = {};
    std::string level = {};
    std::optional<KeptClock> was = {};
    std::optional<KeptClock> is = {};

    bool operator==(const Difference&) const = default;
};

/// What the clocks of these incidents count now, in their order.
std::vector<KeptClock> kept_clocks(std::span<const Counted>, std::span<const std::string> level_ids);
std::vector<Difference> differences(std::span<const KeptClock> was, std::span<const KeptClock> is);

/// `2026-01`
std::string month_text(std::chrono::year_month);
/// Reads `2026-01`; refuses (`incident/no_month`) anything else.
Result<std::chrono::year_month> parse_month(std::string_view);

}
