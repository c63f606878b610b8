#pragma once
#include "core/id.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::repair {

/// Spares at one place.
struct SpareSite {
    std::optional<SiteId> site = {};
    std::string site_name = {};
    std::string place = {};
    int units = 0;
};

/// Swaps of one month, the first day of it.
struct MonthOfSwaps {
    LocalDay month = {};
    int swaps = 0;
};

/// The spares of one model (SPR-13).
struct ModelStock {
    std::string device_class = {};
    std::string model = {};
    int in_service = 0;
    int spares = 0;
    int in_chain = 0; ///< failed units on their way back
    std::vector<SpareSite> sites = {};
    std::vector<MonthOfSwaps> months = {}; ///< one for each month that is looked back on, the latest last
    int swaps = 0; ///< within those months
};

/// The months that the rate of the past is taken from: at most `months` before the present one, none before the
/// contract began, and the present one.
std::vector<MonthOfSwaps> months_back(LocalDay contract_begins, LocalDay today, int months);

/// In how many open days from now on the spares of a model are used up, if they go as they went on the `open_days`
/// before; none when none was needed. Zero: none is left.
std::optional<int> open_days_left(int spares, int swaps, int open_days);

}
