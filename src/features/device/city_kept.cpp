#include "features/device/city_kept.hpp"

namespace hoshuban::device {

Result<void> check_kept(const Spot& spot, Side side, const std::optional<WorkRequestId>& request)
{
    if (spot.keeper == Keeper::contractor || side == Side::city || request)
        return {};
    return fail(ErrorKind::forbidden, "device/kept_by_city",
        {"市が管理する機器です。変えられるのは市の担当者です。市の依頼で動かしたときは、異動の記録で作業依頼を選んで"
         "ください。",
            "the city keeps this unit, so only its people change it: when it was moved on the city's request, record "
            "the move with that work request"});
}

}
