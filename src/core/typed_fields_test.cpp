#include "core/typed_fields.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

TEST(TypedFields, are_settled_and_refused_together)
{
    std::string good = "　棚A \r\n";
    std::string missing = "  ";
    std::string number = "123456789018";
    EXPECT_TRUE(take_fields({{"place", good, 10, true}, {"note", missing, 10}}));
    EXPECT_EQ(good, "棚A");
    const auto refused = take_fields({{"place", good, 1, true}, {"title", missing, 10, true}, {"note", number, 20}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "text/too_long");
    ASSERT_EQ(refused.error().fields.size(), 3U);
    EXPECT_EQ(refused.error().fields[1].path, "title");
    EXPECT_EQ(refused.error().fields[1].code, "required");
    EXPECT_EQ(refused.error().fields[2].code, "text/my_number");
}

}
}
