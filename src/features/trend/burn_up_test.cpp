#include "features/trend/burn_up.hpp"

#include "features/contract/profile_fixtures_test.hpp"
#include "features/trend/trend.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::trend {
namespace {

std::vector<Recovery> mended(int recoveries, int panels)
{
    std::vector<Recovery> all;
    for (int i = 0; i < recoveries; ++i)
        all.push_back({i % 3 == 0 ? "cs" : "terminal", make_day(2025, 4, 1) + std::chrono::days{20 * i}});
    for (int i = 0; i < panels; ++i)
        all.push_back({"touch_panel", make_day(2025, 5, 1) + std::chrono::days{30 * i}});
    all.push_back({"printer", make_day(2025, 5, 1)}); // counts for nothing
    all.push_back({"terminal", make_day(2025, 10, 1)}); // after the reference day
    all.push_back({"terminal", make_day(2025, 3, 31)}); // before the contract
    return all;
}

// Requirement 19 of section 5: 9 of 24 by September.
TEST(BurnUp, SaysWhereAnEstimateGoes)
{
    const contract::Profile profile = test::profile(test::ids::r7);
    const auto found = burn_ups(profile, mended(9, 3), make_day(2025, 9, 30));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].quota, "incident_recovery");
    EXPECT_EQ(found[0].used, 9);
    EXPECT_EQ(found[0].past_days, 183);
    EXPECT_EQ(found[0].days_ahead, 182);
    EXPECT_EQ(found[0].outlook.low, 13);
    EXPECT_EQ(found[0].outlook.middle, 18);
    EXPECT_EQ(found[0].outlook.high, 24);
    EXPECT_NEAR(found[0].outlook.passes, 0.0917747544829889, 1e-12);
    EXPECT_EQ(found[0].standing, Standing::within);
    std::string months;
    for (const MonthOfRuns& month : found[0].months)
        months += fmt::format("{}:{}/{} ", static_cast<unsigned>(month.month.month()), month.runs, month.together);
    EXPECT_EQ(months, "4:2/2 5:2/4 6:1/5 7:2/7 8:1/8 9:1/9 ");
    EXPECT_EQ(sentence(found[0]),
        (Text{
            "見込み24回に対して9回。これまでの割合が続けば、期末に18回（80 %の幅 13～24）。見込みを超える確率は9.2 %。",
            "9 of an estimate of 24 runs. At this rate 18 by the end (80 % band 13-24); it passes the estimate with a "
            "probability of 9.2 %."}));
    EXPECT_EQ(found[1].quota, "touch_panel_recovery");
    EXPECT_EQ(found[1].used, 3);
}

TEST(BurnUp, WarnsBeforeTheEstimateIsPassed)
{
    struct Case {
        int recoveries;
        LocalDay on;
        Standing standing;
    };
    const Case cases[] = {
        {9, make_day(2025, 3, 31), Standing::not_begun},
        {9, make_day(2025, 9, 30), Standing::within},
        {10, make_day(2025, 9, 30), Standing::may_pass},
        {9, make_day(2025, 7, 1), Standing::may_pass},
        {25, make_day(2026, 3, 31), Standing::within},
    };
    const contract::Profile profile = test::profile(test::ids::r7);
    for (const Case& c : cases)
        EXPECT_EQ(burn_ups(profile, mended(c.recoveries, 0), c.on).at(0).standing, c.standing)
            << c.recoveries << " on " << to_text(c.on);
    const std::vector<Recovery> often(14, Recovery{"terminal", make_day(2025, 5, 1)});
    EXPECT_EQ(burn_ups(profile, often, make_day(2025, 9, 30)).at(0).standing, Standing::will_pass);
    const std::vector<Recovery> more(25, Recovery{"terminal", make_day(2025, 5, 1)});
    const auto passed = burn_ups(profile, more, make_day(2025, 9, 30)).at(0);
    EXPECT_EQ(passed.standing, Standing::passed);
    EXPECT_EQ(sentence(passed), (Text{"見込み24回に対して25回。", "25 of an estimate of 24 runs."}));
}

TEST(BurnUp, IsOfEstimatesThatFaultsDrawOn)
{
    EXPECT_TRUE(burn_ups(test::profile(test::ids::r5), {}, make_day(2023, 9, 30)).empty());
}

TEST(Window, HoldsWholeMonths)
{
    struct Case {
        LocalDay on;
        int months;
        LocalDay first;
    };
    const Case cases[] = {
        {make_day(2025, 9, 30), 3, make_day(2025, 7, 1)},
        {make_day(2025, 9, 15), 12, make_day(2024, 9, 16)},
        {make_day(2025, 3, 30), 1, make_day(2025, 2, 28)},
        {make_day(2024, 3, 30), 1, make_day(2024, 2, 29)},
    };
    for (const Case& c : cases)
        EXPECT_EQ(to_text(window_of(c.on, c.months).first), to_text(c.first)) << to_text(c.on);
}

}
}
