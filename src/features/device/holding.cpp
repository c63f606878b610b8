#include "features/device/holding.hpp"

namespace hoshuban::device {
namespace {

Sum parts_held(const contract::StatedTotal& total, const std::vector<PartCount>& parts)
{
    Sum sum;
    for (const PartCount& count : parts) {
        const bool belongs = total.part == count.part && count.use != Use::retired &&
            (total.device_class.empty() || total.device_class == count.device_class) &&
            (total.division.empty() || total.division == count.division);
        if (belongs)
            sum.add({.use = count.use, .keeper = count.keeper, .units = count.parts});
    }
    return sum;
}

}

std::vector<Comparison> compare_all(const std::vector<contract::StatedTotal>& totals, const Holding& holding)
{
    std::vector<Comparison> compared;
    for (const contract::StatedTotal& total : totals) {
        if (total.counts == contract::TotalCounts::sites)
            compared.push_back({total, {.units = holding.sites}});
        else if (total.counts == contract::TotalCounts::parts)
            compared.push_back({total, parts_held(total, holding.parts)});
        else
            compared.push_back(compare({total}, holding.units).front());
    }
    return compared;
}

}
