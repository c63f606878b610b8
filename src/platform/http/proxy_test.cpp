#include "platform/http/proxy.hpp"

#include <gtest/gtest.h>

namespace hoshuban::http {
namespace {

using Texts = std::vector<std::string>;

TEST(TrustedProxies, OnlyTheirWordAboutTheClientIsTaken)
{
    struct Case {
        const char* story;
        Texts trusted;
        const char* peer;
        Headers headers;
        const char* client;
        bool secure;
    };
    const Case cases[] = {
        {"no proxy at all", {}, "127.0.0.1", {{"X-Forwarded-For", "192.0.2.7"}, {"X-Forwarded-Proto", "https"}},
            "127.0.0.1", false},
        {"a stranger pretends", {"10.0.0.1"}, "203.0.113.5",
            {{"X-Forwarded-For", "127.0.0.1"}, {"X-Forwarded-Proto", "https"}}, "203.0.113.5", false},
        {"the proxy tells", {"127.0.0.1"}, "127.0.0.1",
            {{"X-Forwarded-For", "192.0.2.7"}, {"X-Forwarded-Proto", "https"}}, "192.0.2.7", true},
        {"a client writes the header first", {"127.0.0.1"}, "127.0.0.1",
            {{"X-Forwarded-For", "127.0.0.1, 198.51.100.1, 192.0.2.7"}}, "192.0.2.7", false},
        {"in a field of its own", {"127.0.0.1"}, "127.0.0.1",
            {{"x-forwarded-for", "10.9.9.9"}, {"X-Forwarded-For", "192.0.2.7"}}, "192.0.2.7", false},
        {"two proxies in a row", {"127.0.0.1", "10.0.0.0/8"}, "127.0.0.1",
            {{"X-Forwarded-For", "198.51.100.1, 192.0.2.7, 10.1.2.3"}}, "192.0.2.7", false},
        {"only proxies", {"10.0.0.0/8"}, "10.0.0.1", {{"X-Forwarded-For", "10.0.0.9, 10.0.0.2"}}, "10.0.0.9", false},
        {"nothing readable", {"127.0.0.1"}, "127.0.0.1", {{"X-Forwarded-For", "unknown"}}, "127.0.0.1", false},
        {"unreadable left of a proxy", {"127.0.0.1", "10.0.0.1"}, "127.0.0.1",
            {{"X-Forwarded-For", "<script>, 10.0.0.1"}}, "10.0.0.1", false},
        {"no header", {"127.0.0.1"}, "127.0.0.1", {}, "127.0.0.1", false},
        {"with a port", {"127.0.0.1"}, "127.0.0.1", {{"X-Forwarded-For", "192.0.2.7:4711"}}, "192.0.2.7", false},
        {"IPv6 with a port", {"::1"}, "::1", {{"X-Forwarded-For", "[2001:db8::1]:4711"}}, "2001:db8::1", false},
        {"IPv6 written long", {"::1"}, "::1", {{"X-Forwarded-For", "2001:0db8:0:0::1"}}, "2001:db8::1", false},
        {"mapped IPv4", {"127.0.0.1"}, "::ffff:127.0.0.1", {{"X-Forwarded-For", "::ffff:192.0.2.7"}}, "192.0.2.7",
            false},
        {"the client's own https does not count", {"127.0.0.1"}, "127.0.0.1", {{"X-Forwarded-Proto", "https, http"}},
            "127.0.0.1", false},
    };
    for (const Case& c : cases) {
        Request request{.headers = c.headers, .remote_address = c.peer};
        TrustedProxies::parse(c.trusted).value().apply(request);
        EXPECT_EQ(request.remote_address, c.client) << c.story;
        EXPECT_EQ(request.secure, c.secure) << c.story;
    }
}

TEST(TrustedProxies, AreAddressesOrNetworks)
{
    struct Case {
        const char* text;
        const char* address;
        bool contained;
    };
    const Case cases[] = {
        {"192.0.2.1", "192.0.2.1", true},
        {"192.0.2.1", "192.0.2.2", false},
        {"192.0.2.0/24", "192.0.2.255", true},
        {"192.0.2.0/24", "192.0.3.0", false},
        {"192.0.2.128/25", "192.0.2.127", false},
        {"0.0.0.0/0", "203.0.113.9", true},
        {"0.0.0.0/0", "2001:db8::1", false},
        {"2001:db8::/32", "2001:db8:ffff::1", true},
        {"2001:db8::/32", "2001:db9::1", false},
    };
    for (const Case& c : cases)
        EXPECT_EQ(TrustedProxies::parse(Texts{c.text})->contains(c.address), c.contained) << c.text << ' ' << c.address;
    for (const char* text :
        {"", "proxy", "192.0.2", "192.0.2.1/33", "192.0.2.1/-1", "192.0.2.1/", "::1/129", "::1/x"}) {
        const auto refused = TrustedProxies::parse(Texts{text});
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().code, "http/proxy_address") << text;
    }
}

TEST(IsForwarded, ByAnyHeaderThatProxiesAdd)
{
    for (const char* name :
        {"Forwarded", "x-forwarded-for", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"})
        EXPECT_TRUE(is_forwarded({.headers = {{name, ""}}})) << name;
    EXPECT_FALSE(is_forwarded({.headers = {{"Host", "hoshuban.example"}}}));
}

}
}
