// A calendar program fetches what its owner may see on the day it asks, under an address that nobody else knows.
#include "stage.hpp"

#include "features/account/membership_store.hpp"
#include "platform/db/test_database.hpp"
#include "platform/http/dispatcher.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

constexpr const char* city = "mihon";
constexpr const char* division = "rei";

class CalendarFeed : public ::testing::TestWithParam<db::Dialect> {
protected:
    void SetUp() override
    {
        if (GetParam() == db::Dialect::postgres && !test::postgres_server())
            GTEST_SKIP() << "HOSHUBAN_TEST_POSTGRES is not set: start through tools/with-postgres";
        stage = std::make_unique<Stage>(GetParam(), "2025-12-01T09:00");
    }

    /// As a calendar program asks: without any cookie.
    http::Response fetch(const std::string& path, const std::string& known = "")
    {
        http::Request request{.path = path};
        request.remote_address = "127.0.0.1";
        if (!known.empty())
            request.headers.add("If-None-Match", known);
        return stage->program().dispatcher().dispatch(request);
    }
    std::string address(const char* login)
    {
        const Answer made = stage->post(login, "/calendar-feed", "");
        EXPECT_EQ(made.status, 201) << made.body;
        return made.text("path");
    }

    std::unique_ptr<Stage> stage;
};

TEST_P(CalendarFeed, holds_what_its_owner_may_see)
{
    ASSERT_EQ(stage
                  ->post(city, "/work-requests",
                      R"({"title":"税務課の鍵盤","body":"本文","division":"税務課","wish_on":"2025-12-20"})")
                  .status,
        201);
    const auto whole = fetch(address(city));
    ASSERT_EQ(whole.status, 200) << whole.body;
    EXPECT_EQ(whole.header("Content-Type"), "text/calendar; charset=utf-8");
    EXPECT_TRUE(whole.body.starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_NE(whole.body.find("DTSTART;VALUE=DATE:20251220\r\n"), std::string::npos) << whole.body;
    EXPECT_NE(whole.body.find("税務課の鍵盤"), std::string::npos);
    const auto own = fetch(address(division));
    EXPECT_EQ(own.status, 200);
    EXPECT_EQ(own.body.find("税務課の鍵盤"), std::string::npos);
}

TEST_P(CalendarFeed, is_answered_briefly_when_nothing_changed)
{
    const std::string path = address(city);
    const auto first = fetch(path);
    const std::string tag{*first.header("ETag")};
    EXPECT_EQ(fetch(path, tag).status, 304);
    EXPECT_EQ(fetch(path, tag).body, "");
    ASSERT_EQ(stage->post(city, "/work-requests", R"({"title":"新しい件","body":"本文"})").status, 201);
    EXPECT_EQ(fetch(path, tag).status, 200);
}

TEST_P(CalendarFeed, ends_when_it_is_replaced_revoked_or_the_roles_are_over)
{
    const std::string first = address(city);
    EXPECT_NE(stage->get(city, "/calendar-feed").body.find(R"("active":true)"), std::string::npos);
    const std::string second = address(city);
    EXPECT_EQ(fetch(first).status, 404);
    EXPECT_EQ(fetch(second).status, 200);
    EXPECT_EQ(stage->get(city, "/calendar-feed").text("fetched_at"), "2025-12-01T00:00:00Z");
    EXPECT_EQ(stage->send(city, http::Method::del, "/calendar-feed").status, 204);
    EXPECT_EQ(fetch(second).status, 404);
    EXPECT_EQ(stage->send(city, http::Method::del, "/calendar-feed").status, 404);

    const std::string third = address(city);
    EXPECT_EQ(fetch(third).status, 200);
    const LocalDay today = day_of(stage->clock.now());
    stage->program().database().write([&](db::Tx& tx) {
        for (const auto& member : account::list_members(tx, {"sapporo-r7-juki-cs"}, today)) {
            if (member.membership.role == Role::city_section)
                account::end_membership(tx, member, today);
        }
    });
    EXPECT_EQ(fetch(third).status, 404) << "the role is over";
    for (const char* wrong :
        {"/api/v1/calendar-feeds/x.ics", "/api/v1/calendar-feeds/x", "/api/v1/calendar-feeds/.ics"})
        EXPECT_EQ(fetch(wrong).status, 404) << wrong;
}

INSTANTIATE_TEST_SUITE_P(
    , CalendarFeed, testing::Values(db::Dialect::sqlite, db::Dialect::postgres), test::database_name);

}
}
