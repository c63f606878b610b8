#include "features/device/city_kept.hpp"

#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

TEST(CityKept, IsChangedByTheCityOrThroughItsRequest)
{
    struct Case {
        Keeper keeper;
        Side side;
        bool requested;
        bool allowed;
    };
    for (const Case& c :
        {Case{Keeper::contractor, Side::contractor, false, true}, {Keeper::contractor, Side::city, false, true},
            {Keeper::city, Side::city, false, true}, {Keeper::city, Side::contractor, true, true},
            {Keeper::city, Side::contractor, false, false}, {Keeper::city, Side::neutral, false, false}}) {
        const auto request = c.requested ? std::optional{WorkRequestId{"r1"}} : std::nullopt;
        const auto checked = check_kept({.keeper = c.keeper}, c.side, request);
        EXPECT_EQ(checked.has_value(), c.allowed) << name_of(c.keeper) << ' ' << name_of(c.side);
        if (!checked) {
            EXPECT_EQ(checked.error().code, "device/kept_by_city");
            EXPECT_EQ(checked.error().kind, ErrorKind::forbidden);
        }
    }
}

}
}
