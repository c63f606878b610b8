#pragma once
#include "core/calendar_day.hpp"
#include "core/names.hpp"
#include "features/contract/profile.hpp"

#include <chrono>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::trend {

/// A fault that was mended: a run of the work type that its class counts as.
struct Recovery {
    std::string device_class = {};
    LocalDay on = {};
};

/// How the runs of one month add up.
struct MonthOfRuns {
    std::chrono::year_month month = {};
    int runs = 0;
    int together = 0; ///< from the contract's first day on

    bool operator==(const MonthOfRuns&) const = default;
};

/// What is to be expected at the contract's end if runs come at the rate at which they came so far.
struct Outlook {
    int low = 0; ///< with 10 % fewer
    int middle = 0; ///< the median
    int high = 0; ///< with 90 % no more
    double passes = 0; ///< the probability that the estimate is passed

    bool operator==(const Outlook&) const = default;
};

/// How an estimate stands.
enum class Standing {
    not_begun, ///< the contract has not begun: nothing can be said
    within, ///< also the upper end of the band keeps to it
    may_pass, ///< the upper end of the band passes it
    will_pass, ///< the median passes it
    passed, ///< more were needed already
};

constexpr auto names_of(const Standing*)
{
    return std::to_array<Name<Standing>>({
        {Standing::not_begun, "not_begun"},
        {Standing::within, "within"},
        {Standing::may_pass, "may_pass"},
        {Standing::will_pass, "will_pass"},
        {Standing::passed, "passed"},
    });
}

/// An estimate of the contract against the recoveries up to a day (QTA-06, QTA-07, requirement 19 of section 5).
struct BurnUp {
    std::string quota = {};
    Text label = {};
    Text unit = {};
    std::string clause = {};
    int limit = 0;
    int used = 0;
    int past_days = 0; ///< of the contract, the reference day included
    int days_ahead = 0;
    std::vector<MonthOfRuns> months = {}; ///< up to that of the reference day
    Outlook outlook = {};
    Standing standing = Standing::not_begun;
};

/// Each estimate that recoveries draw on, in the contract's order; caps and other work are not forecast. The outlook is
/// the exact gamma-Poisson forecast with an 80 % band; it knows no season.
std::vector<BurnUp> burn_ups(const contract::Profile&, std::span<const Recovery>, LocalDay on);

/// Which device classes an estimate counts the recoveries of.
std::set<std::string> classes_of(const contract::Profile&, const std::string& quota);

/// What the estimate says in words.
Text sentence(const BurnUp&);

}
