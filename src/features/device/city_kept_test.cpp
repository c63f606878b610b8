#include "features/device/city_kept.hpp"

#include <gtest/gtest.h>
#include <vector>

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
        const auto checked = check_kept(Spot{.keeper = c.keeper}, c.side, request);
        EXPECT_EQ(checked.has_value(), c.allowed) << name_of(c.keeper) << ' ' << name_of(c.side);
        if (!checked) {
            EXPECT_EQ(checked.error().code, "device/kept_by_city");
            EXPECT_EQ(checked.error().kind, ErrorKind::forbidden);
        }
    }
}

TEST(CityKept, NamesThoseOfManyThatTheCityKeeps)
{
    const std::vector<StandingAt> units{{"D-0001", {.keeper = Keeper::contractor}},
        {"D-0002", {.keeper = Keeper::city}}, {"D-0003", {.keeper = Keeper::city}}};
    const auto checked = check_kept(units, Side::contractor);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, "device/kept_by_city");
    ASSERT_EQ(checked.error().fields.size(), 2U);
    EXPECT_EQ(checked.error().fields[0].path, "D-0002");
    EXPECT_EQ(checked.error().fields[1].path, "D-0003");
    EXPECT_TRUE(checked.error().text.ja.starts_with("D-0002ほか、計2台：市が管理する機器です。"));
    EXPECT_TRUE(check_kept(units, Side::city));
    EXPECT_TRUE(check_kept(units, Side::contractor, WorkRequestId{"r1"}));
    EXPECT_TRUE(check_kept(std::span{units}.first(1), Side::contractor));
}

}
}
