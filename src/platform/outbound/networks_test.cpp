#include "platform/outbound/networks.hpp"

#include <gtest/gtest.h>

namespace hoshuban::outbound {
namespace {

TEST(PublicAddresses, AreThoseOfMachinesInThePublicNet)
{
    struct Case {
        const char* address;
        bool open;
    };
    const Case cases[] = {
        {"1.1.1.1", true},
        {"9.255.255.255", true},
        {"10.0.0.0", false},
        {"10.255.255.255", false},
        {"11.0.0.0", true},
        {"0.0.0.0", false},
        {"127.0.0.1", false},
        {"127.255.255.254", false},
        {"100.63.255.255", true},
        {"100.64.0.1", false},
        {"169.254.169.254", false},
        {"172.15.255.255", true},
        {"172.16.0.1", false},
        {"172.31.255.255", false},
        {"172.32.0.0", true},
        {"192.168.1.1", false},
        {"198.18.0.1", false},
        {"203.0.113.9", false},
        {"224.0.0.1", false},
        {"255.255.255.255", false},
        {"2606:4700::1111", true},
        {"::", false},
        {"::1", false},
        {"::ffff:127.0.0.1", false},
        {"::ffff:10.1.2.3", false},
        {"::ffff:1.1.1.1", true},
        {"::127.0.0.1", false},
        {"fe80::1", false},
        {"fc00::1", false},
        {"fd12::1", false},
        {"ff02::1", false},
        {"64:ff9b::7f00:1", false},
        {"2002:7f00:1::", false},
        {"2001::1", false},
        {"2001:db8::1", false},
    };
    for (const Case& c : cases) {
        ASSERT_TRUE(parse_address(c.address)) << c.address;
        EXPECT_EQ(is_public(*parse_address(c.address)), c.open) << c.address;
    }
}

TEST(Networks, HoldTheAddressesBetweenTheirEnds)
{
    const std::string listed[] = {"192.168.8.0/21", "10.1.2.3", "fd00:1::/32", "0.0.0.0/32"};
    const auto networks = Networks::parse(listed);
    ASSERT_TRUE(networks);
    struct Case {
        const char* address;
        bool held;
    };
    const Case cases[] = {{"192.168.7.255", false}, {"192.168.8.0", true}, {"192.168.15.255", true},
        {"192.168.16.0", false}, {"10.1.2.3", true}, {"10.1.2.4", false}, {"::ffff:10.1.2.3", true},
        {"fd00:1::9", true}, {"fd00:2::9", false}, {"0.0.0.0", true}, {"127.0.0.1", false}};
    for (const Case& c : cases)
        EXPECT_EQ(networks->contains(*parse_address(c.address)), c.held) << c.address;
}

TEST(Networks, RefuseWhatIsNone)
{
    for (const char* const text :
        {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "::/129"}) {
        const std::string listed[] = {text};
        const auto refused = Networks::parse(listed);
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().code, "outbound/network");
    }
}

TEST(Addresses, ArePrintedAsTheyAreWritten)
{
    for (const char* const text : {"192.0.2.1", "fd00::1", "::1"})
        EXPECT_EQ(to_text(*parse_address(text)), text);
    EXPECT_FALSE(parse_address("example.jp"));
}

}
}
