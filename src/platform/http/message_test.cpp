#include "platform/http/message.hpp"
#include "platform/http/rate_limit.hpp"
#include "platform/http/reply.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace hoshuban::http {
namespace {

/// `path name=value …`, or `refused`.
std::string read(std::string_view text)
{
    const auto target = parse_target(text);
    if (!target)
        return "refused";
    std::string shown = target->path;
    for (const auto& [name, value] : target->query)
        shown += fmt::format(" {}={}", name, value);
    return shown;
}

TEST(Message, Targets)
{
    struct Case {
        const char* story;
        std::string target;
        const char* read;
    };
    const Case cases[] = {
        {"root", "/", "/"},
        {"path stays encoded", "/a%2Fb/c", "/a%2Fb/c"},
        {"query", "/a?q=%E7%AB%AF%E6%9C%AB&x=1+2&y&=z&&", "/a q=端末 x=1 2 y= =z"},
        {"question mark in the query", "/a?b=c?d", "/a b=c?d"},
        {"empty query", "/a?", "/a"},
        {"dots in names", "/a..b/.c/d.", "/a..b/.c/d."},
        {"empty segments", "//a//", "//a//"},
        {"nothing", "", "refused"},
        {"absolute form", "http://host/a", "refused"},
        {"asterisk", "*", "refused"},
        {"up", "/a/../b", "refused"},
        {"up, escaped", "/a/%2e%2E/b", "refused"},
        {"up at the end", "/a/..", "refused"},
        {"here", "/./a", "refused"},
        {"half an escape", "/a%2", "refused"},
        {"wrong escape", "/a%GG", "refused"},
        {"half an escape in the query", "/a?b=%", "refused"},
        {"NUL", "/a%00b", "refused"},
        {"line break", "/a%0d%0ab", "refused"},
        {"not UTF-8", "/a%ff", "refused"},
        {"not UTF-8 in the query", "/a?b=%c3%28", "refused"},
        {"raw bytes", "/端末", "refused"},
        {"space", "/a b", "refused"},
        {"backslash", "/a\\b", "refused"},
        {"fragment", "/a#b", "refused"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(read(c.target), c.read);
    }
}

TEST(Message, HeadersAndCookies)
{
    const Request request{
        .headers = {{"content-TYPE", "a/b"}, {"Cookie", "x=1;  session=abc=d ; y="}, {"Cookie", "z=2"}}};
    EXPECT_EQ(request.header("Content-Type"), "a/b");
    EXPECT_EQ(request.header("Content"), std::nullopt);
    EXPECT_EQ(request.cookie("session"), "abc=d");
    EXPECT_EQ(request.cookie("y"), "");
    EXPECT_EQ(request.cookie("z"), "2");
    EXPECT_EQ(request.cookie("sess"), std::nullopt);
    EXPECT_EQ(to_text(Cookie{"s", "v", 60, true}), "s=v; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure");
    EXPECT_EQ(to_text(Cookie{"s", "v"}), "s=v; Path=/; HttpOnly; SameSite=Strict");
}

TEST(Message, DownloadsKeepTheirJapaneseName)
{
    const Response response = file_response({"text/csv", "作業依頼 \"1\".csv", "x"});
    EXPECT_EQ(response.header("Content-Disposition"),
        "attachment; filename=\"____ _1_.csv\"; filename*=UTF-8''%E4%BD%9C%E6%A5%AD%E4%BE%9D%E9%A0%BC%20%221%22.csv");
}

TEST(RateLimit, BurstThenOneEveryRefill)
{
    const RateGroup group{"login", 2, std::chrono::seconds{10}};
    const Instant start{std::chrono::seconds{1'000'000}};
    struct Case {
        const char* story;
        const char* key;
        int second;
        int wait;
    };
    const Case cases[] = {
        {"first", "a", 0, 0},
        {"second", "a", 0, 0},
        {"third must wait", "a", 0, 10},
        {"another key does not", "b", 0, 0},
        {"half way", "a", 5, 5},
        {"refilled by one", "a", 10, 0},
        {"and no more", "a", 10, 10},
        {"a clock that goes back gives nothing", "a", 3, 10},
        {"full again after a while", "a", 1000, 0},
        {"but never more than the burst", "a", 1000, 0},
        {"so this waits", "a", 1000, 10},
    };
    RateLimiter limiter;
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(limiter.take(group, c.key, start + std::chrono::seconds{c.second}).count(), c.wait);
    }
}

TEST(RateLimit, MemoryIsBoundedAndTheBusiestKeyIsKept)
{
    const RateGroup group{"login", 1, std::chrono::seconds{1000}};
    const Instant start{std::chrono::seconds{1'000'000}};
    RateLimiter limiter(100);
    for (int i = 0; i < 1000; ++i) {
        const Instant now = start + std::chrono::seconds{i / 10};
        EXPECT_EQ(limiter.take(group, fmt::format("stranger {}", i), now).count(), 0);
        EXPECT_EQ(limiter.take(group, "persistent", now).count() == 0, i == 0);
    }
    EXPECT_LE(limiter.size(), 100U);
}

}
}
