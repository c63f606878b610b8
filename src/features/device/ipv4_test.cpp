#include "features/device/ipv4.hpp"

#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

TEST(Ipv4, IsReadInFullWidthAndRefusedWhenItIsNoAddressOfOneMachine)
{
    struct Case {
        const char* typed;
        const char* read; ///< empty: refused
    };
    for (const Case& c : {Case{"10.1.20.5", "10.1.20.5"}, {"１０．１．２０．５", "10.1.20.5"},
             {" 10.1.20.5 ", "10.1.20.5"}, {"223.255.255.255", "223.255.255.255"}, {"10.1.20.256", ""},
             {"10.1.20.05", ""}, {"10.1.20", ""}, {"10.1.20.5.6", ""}, {"10.1..5", ""}, {"10.1.20.-5", ""},
             {"0.1.2.3", ""}, {"127.0.0.1", ""}, {"224.0.0.1", ""}, {"10.1.20.5a", ""}, {"", ""}}) {
        const auto address = parse_ipv4(c.typed);
        EXPECT_EQ(address ? written(*address) : "", c.read) << c.typed;
    }
}

TEST(Ipv4Range, IsANetworkWithoutItsEndsOrAFirstAndALastAddress)
{
    struct Case {
        const char* typed;
        const char* read; ///< empty: refused
    };
    for (const Case& c : {Case{"10.1.20.0/24", "10.1.20.1-10.1.20.254"}, {"10.1.20.4/30", "10.1.20.5-10.1.20.6"},
             {"10.0.0.0/8", "10.0.0.1-10.255.255.254"}, {"10.1.20.5-10.1.20.60", "10.1.20.5-10.1.20.60"},
             {"１０．１．２０．５～１０．１．２０．６０", "10.1.20.5-10.1.20.60"},
             {"10.1.20.5 - 10.1.20.5", "10.1.20.5-10.1.20.5"}, {"10.1.20.1/24", ""}, {"10.1.20.0/31", ""},
             {"10.0.0.0/7", ""}, {"10.1.20.60-10.1.20.5", ""}, {"10.1.20.5", ""}, {"10.1.20.0/", ""}}) {
        const auto range = parse_ipv4_range(c.typed);
        EXPECT_EQ(range ? written(*range) : "", c.read) << c.typed;
    }
    const auto range = *parse_ipv4_range("10.1.20.0/24");
    EXPECT_FALSE(range.contains(*parse_ipv4("10.1.20.255")));
    EXPECT_TRUE(range.contains(*parse_ipv4("10.1.20.254")));
}

}
}
