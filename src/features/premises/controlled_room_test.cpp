#include "features/premises/controlled_room.hpp"

#include "features/premises/premises_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::premises {
namespace {

using test::at;
using test::day;

TEST(ControlledRooms, AreOfAnOpenSiteAndSayHowTheyAreEntered)
{
    struct Case {
        const char* story;
        SiteId site;
        const char* name;
        const char* procedure;
        const char* on;
        const char* refusal;
    };
    const Case cases[] = {
        {"as it should be", open_site(), "サーバ室", "鍵を借りる", "2023-12-01", ""},
        {"blanks at the ends go", open_site(), "　サーバ室 ", "鍵を借りる", "2023-12-01", ""},
        {"no name", open_site(), " ", "鍵を借りる", "2023-12-01", "required name"},
        {"no procedure of the city", open_site(), "サーバ室", "", "2023-12-01", "required procedure"},
        {"another contract's site", {"elsewhere"}, "サーバ室", "鍵を借りる", "2023-12-01",
            "premises/unknown_site site_id"},
        {"the day before the site closes", closing_site(), "サーバ室", "鍵を借りる", "2023-10-31", ""},
        {"the day on which it closes", closing_site(), "サーバ室", "鍵を借りる", "2023-11-01",
            "premises/site_closed site_id"},
    };
    for (const Case& c : cases) {
        ControlledRoom room = server_room();
        room.site = c.site;
        room.name = c.name;
        room.procedure = c.procedure;
        const auto taken = settled(premises_profile(), room, day(c.on));
        EXPECT_EQ(refusal_of(taken), c.refusal) << c.story;
        if (taken)
            EXPECT_EQ(taken->name, "サーバ室") << c.story;
    }
}

TEST(ControlledRooms, CloseOnceNobodyIsInside)
{
    struct Case {
        const char* story;
        RoomUse use;
        const char* on;
        const char* refusal;
    };
    const Case cases[] = {
        {"never entered", {}, "2023-12-10", ""},
        {"somebody inside", {2, at("2023-12-01 09:00")}, "2023-12-10", "premises/somebody_inside"},
        {"entered the day before", {0, at("2023-12-09 23:59")}, "2023-12-10", ""},
        {"entered on that day", {0, at("2023-12-10 00:00")}, "2023-12-10", "premises/entered_later on"},
        {"a day to come", {}, "2023-12-11", "premises/in_future on"},
    };
    for (const Case& c : cases) {
        const auto done = closed(server_room(), c.use, day(c.on), day("2023-12-10"));
        EXPECT_EQ(refusal_of(done), c.refusal) << c.story;
        if (done)
            EXPECT_EQ(done->closed_on, day(c.on)) << c.story;
    }
}

TEST(ControlledRooms, OpenAgainWhenTheyAreClosed)
{
    EXPECT_EQ(refusal_of(reopened(server_room())), "premises/not_closed");
    const auto shut = closed(server_room(), {}, day("2023-12-10"), day("2023-12-10"));
    ASSERT_TRUE(shut);
    EXPECT_EQ(refusal_of(closed(*shut, {}, day("2023-12-10"), day("2023-12-10"))), "premises/already_closed");
    EXPECT_EQ(*reopened(*shut), server_room());
}

}
}
