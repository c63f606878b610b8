#include "platform/db/listed.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::db {
namespace {

constexpr Query in_list{"test.in_list", "SELECT name FROM t WHERE a = $1 AND b IN ($2) ORDER BY name",
    "SELECT name FROM t WHERE a = $1 AND b IN ($2) ORDER BY name"};

TEST(Listed, FillsTheListUpToAFewLengths)
{
    struct Case {
        std::size_t values;
        const char* places;
    };
    for (const Case& c : {Case{1, "$2, $3, $4, $5"}, {4, "$2, $3, $4, $5"}, {5, "$2, $3, $4, $5, $6, $7, $8, $9"}}) {
        std::vector<int> values(c.values);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<int>(i);
        const Listed listed{in_list, {std::string{"x"}}, std::span<const int>{values}};
        EXPECT_EQ(listed.query().sqlite,
            fmt::format("SELECT name FROM t WHERE a = $1 AND b IN ({}) ORDER BY name", c.places));
        EXPECT_EQ(listed.params().size(), 1 + Listed::padded(c.values));
    }
}

TEST(Listed, TakesLongListsInPortions)
{
    const std::vector<int> values(2 * most_listed + 1);
    std::string sizes;
    for (const auto portion : portions(std::span{values}))
        sizes += fmt::format("{} ", portion.size());
    EXPECT_EQ(sizes, "64 64 1 ");
    EXPECT_TRUE(portions(std::span<const int>{}).empty());
}

}
}
