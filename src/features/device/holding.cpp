#include "features/device/holding.hpp"

namespace hoshuban::device {

std::vector<Comparison> compare_all(const std::vector<contract::StatedTotal>& totals, const Holding& holding)
{
    std::vector<Comparison> compared;
    for (const contract::StatedTotal& total : totals) {
        if (total.counts == contract::TotalCounts::sites)
            compared.push_back({total, {.units = holding.sites}});
        else
            compared.push_back(compare({total}, holding.units).front());
    }
    return compared;
}

}
