#include "features/trend/chance.hpp"

#include <gtest/gtest.h>

namespace hoshuban::trend {
namespace {

// The expected values come from sums of exact fractions.
TEST(Chance, IsTheExactBinomialOne)
{
    struct Case {
        const char* name;
        std::vector<Lot> lots;
        int count;
        double at_least;
        double at_most;
    };
    const Case cases[] = {
        {"a unit of 130 with four of 40", {{40, 365.0 / 47'450}}, 4, 0.0002564831014256985, 0.9999858396300955},
        {"a tenth with five of 20", {{20, 0.1}}, 5, 0.043174495284463384, 0.988746865835491},
        {"a tenth with one of 20", {{20, 0.1}}, 1, 0.8784233454094307, 0.3917469981251677},
        {"two classes, eight", {{12, 0.25}, {5, 1.0 / 3}}, 8, 0.06587940454483032, 0.9774525761604309},
        {"two classes, two", {{12, 0.25}, {5, 1.0 / 3}}, 2, 0.968714714050293, 0.11401748657226562},
        {"none is certain", {{20, 0.1}}, 0, 1, 0.1215766545905693},
        {"more than there were", {{20, 0.1}}, 21, 0, 1},
        {"nothing happened", {}, 1, 0, 1},
        {"all of it", {{7, 1}}, 7, 1, 1},
    };
    for (const Case& c : cases) {
        EXPECT_NEAR(chance_of_at_least(c.lots, c.count), c.at_least, 1e-12) << c.name;
        EXPECT_NEAR(chance_of_at_most(c.lots, c.count), c.at_most, 1e-12) << c.name;
    }
    EXPECT_NEAR(chance_of_at_least(std::vector<Lot>{{40, 365.0 / 47'450}}, 4) / 0.0002564831014256985, 1, 1e-12);
}

TEST(Chance, StaysExactWhereNumbersAreLarge)
{
    const std::vector<Lot> half{{100'001, 0.5}};
    EXPECT_NEAR(chance_of_at_least(half, 50'001), 0.5, 1e-10);
    EXPECT_NEAR(chance_of_at_most(half, 50'000), 0.5, 1e-10);
}

TEST(Chance, IsCorrectedForEveryComparison)
{
    struct Case {
        const char* name;
        std::vector<double> chances;
        int comparisons;
        std::vector<double> corrected;
    };
    const Case cases[] = {
        {"none", {}, 10, {}},
        {"in any order", {0.01, 0.04, 0.03, 0.005}, 4, {0.03, 0.06, 0.06, 0.02}},
        {"the others count as certain", {0.01, 0.001}, 10, {0.09, 0.01}},
        {"never more than certain", {0.5, 0.4}, 3, {1, 1}},
    };
    for (const Case& c : cases) {
        const auto corrected = holm(c.chances, c.comparisons);
        ASSERT_EQ(corrected.size(), c.corrected.size()) << c.name;
        for (std::size_t i = 0; i < corrected.size(); ++i)
            EXPECT_NEAR(corrected[i], c.corrected[i], 1e-12) << c.name << " " << i;
    }
}

// Negative binomial sums in 60 decimal digits.
TEST(Chance, ForecastsByTheGammaPoissonRule)
{
    struct Case {
        int seen;
        double past;
        double ahead;
        int low;
        int middle;
        int high;
        int passed;
        double passes;
    };
    const Case cases[] = {
        {9, 183, 182, 4, 9, 15, 16, 0.0917747544829889},
        {12, 183, 182, 6, 12, 19, 13, 0.4544781146679521},
        {0, 30, 335, 0, 2, 16, 13, 0.1391096678194704},
        {20, 183, 182, 13, 20, 29, 5, 0.9993786205228752},
        {12, 364, 1, 0, 0, 0, 1, 0.033712214288187874},
        {9, 365, 0, 0, 0, 0, 1, 0},
    };
    for (const Case& c : cases) {
        const Spread ahead = Spread::after(c.seen, c.past, c.ahead);
        EXPECT_EQ(ahead.quantile(0.1), c.low) << c.seen << " in " << c.past;
        EXPECT_EQ(ahead.quantile(0.5), c.middle) << c.seen << " in " << c.past;
        EXPECT_EQ(ahead.quantile(0.9), c.high) << c.seen << " in " << c.past;
        EXPECT_NEAR(ahead.at_least(c.passed), c.passes, 1e-12) << c.seen << " in " << c.past;
    }
}

}
}
