#include "platform/uuid.hpp"

#include <gtest/gtest.h>
#include <regex>

namespace hoshuban {
namespace {

using namespace std::chrono_literals;

TEST(Uuid, IsVersionSevenOfTheClocksMillisecond)
{
    // Later than any other stamp of this process, so that its milliseconds show.
    const MovableClock clock{*parse_instant("2100-01-01T00:00:00Z")};
    const std::string uuid = new_uuid(clock);
    EXPECT_TRUE(std::regex_match(uuid, std::regex{"03bb2cc3-d800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"}))
        << uuid;
}

TEST(Uuid, AscendsWhileTheClockStandsOrGoesBack)
{
    MovableClock clock{*parse_instant("2026-05-01T08:00:00Z")};
    std::string last = new_uuid(clock);
    for (int i = 0; i < 10'000; ++i) {
        if (i == 5'000)
            clock.advance(-1h);
        const std::string next = new_uuid(clock);
        ASSERT_LT(last, next);
        last = next;
    }
}

TEST(Clock, MovableClockMovesOnlyWhenTold)
{
    MovableClock clock{*parse_instant("2026-05-01T08:00:00Z")};
    EXPECT_EQ(to_text(clock.now()), "2026-05-01T08:00:00Z");
    clock.advance(90min);
    EXPECT_EQ(to_text(clock.now()), "2026-05-01T09:30:00Z");
    clock.set(*parse_instant("2026-04-01T00:00:00Z"));
    EXPECT_EQ(to_text(clock.now()), "2026-04-01T00:00:00Z");
}

}
}
