#include "core/packed.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hoshuban {
namespace {

TEST(Packed, KeepsEachIdFindableBetweenCommas)
{
    struct Case {
        std::vector<std::string> ids;
        const char* text;
    };
    const Case cases[] = {{{}, ""}, {{"a"}, ",a,"}, {{"a", "bc", "d"}, ",a,bc,d,"}};
    for (const Case& c : cases) {
        EXPECT_EQ(packed(c.ids), c.text);
        EXPECT_EQ(unpacked(c.text), c.ids) << c.text;
    }
}

}
}
