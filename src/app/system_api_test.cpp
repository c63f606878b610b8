#include "app/program.hpp"
#include "platform/clock.hpp"
#include "platform/http/dispatcher.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

TEST(Metrics, AreForThisMachineAndNotForWhatAProxyPassesOn)
{
    const auto folder = std::filesystem::path{testing::TempDir()} / "hoshuban-metrics-test";
    std::filesystem::remove_all(folder);
    const MovableClock clock{*parse_instant("2026-05-01T00:00:00Z")};
    const auto program = Program::create({.data = folder}, clock);
    ASSERT_TRUE(program);
    struct Case {
        const char* story;
        const char* from;
        http::Headers headers;
        int status;
    };
    const Case cases[] = {
        {"this machine", "127.0.0.1", {}, 200},
        {"this machine, IPv6", "::1", {}, 200},
        {"elsewhere", "192.0.2.7", {}, 404},
        {"a proxy on this machine", "127.0.0.1", {{"X-Forwarded-For", "192.0.2.7"}}, 404},
        {"a client that says it is this machine", "127.0.0.1", {{"X-Forwarded-For", "127.0.0.1"}}, 404},
        {"a proxy that names itself only", "::1", {{"Via", "1.1 proxy"}}, 404},
    };
    for (const Case& c : cases) {
        const auto answer = (*program)->dispatcher().dispatch(
            {.method = http::Method::get, .path = "/metrics", .headers = c.headers, .remote_address = c.from});
        EXPECT_EQ(answer.status, c.status) << c.story;
    }
    std::filesystem::remove_all(folder);
}

}
}
