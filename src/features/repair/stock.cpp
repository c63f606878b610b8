#include "features/repair/stock.hpp"

#include <algorithm>

namespace hoshuban::repair {
namespace {

LocalDay first_of_month(LocalDay day)
{
    const std::chrono::year_month_day date{day};
    return LocalDay{date.year() / date.month() / 1};
}

}

std::vector<MonthOfSwaps> months_back(LocalDay contract_begins, LocalDay today, int months)
{
    std::vector<MonthOfSwaps> found;
    const LocalDay earliest = first_of_month(contract_begins);
    LocalDay month = first_of_month(today);
    for (int i = 0; i <= months && (found.empty() || month >= earliest); ++i) {
        found.push_back({month, 0});
        month = first_of_month(month - std::chrono::days{1});
    }
    std::ranges::reverse(found);
    return found;
}

std::optional<int> open_days_left(int spares, int swaps, int open_days)
{
    if (swaps <= 0)
        return std::nullopt;
    if (spares <= 0)
        return 0;
    return static_cast<int>(static_cast<long long>(spares) * std::max(open_days, 1) / swaps);
}

}
