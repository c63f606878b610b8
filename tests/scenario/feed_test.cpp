// A calendar program fetches what its owner may see on the day it asks, under an address that nobody else knows.
#include "story.hpp"

#include "features/account/membership_store.hpp"
#include "platform/db/test_database.hpp"
#include "platform/http/dispatcher.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class CalendarFeed : public Story {
protected:
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

TEST_P(CalendarFeed, holds_days_of_work_as_they_stand)
{
    const Answer written =
        stage->post(city, "/work-requests", R"({"title":"端末の移設","body":"本文","division":"税務課"})");
    ASSERT_EQ(written.status, 201) << written.body;
    const std::string windows = "/work-requests/" + written.text("id") + "/windows";
    const Answer window = stage->post("kaku", windows,
        R"({"from":"2025-12-03T00:00:00Z","until":"2025-12-03T03:00:00Z","people":"試作, 仮名","purpose":"移設"})");
    ASSERT_EQ(window.status, 201) << window.body;
    const std::string path = address(city);
    const auto expected = [&](const char* stamp, const char* what, const char* status) {
        return "BEGIN:VEVENT\r\nUID:" + window.text("id") + "@hoshuban\r\nDTSTAMP:" + stamp +
            "\r\nDTSTART:20251203T000000Z\r\nDTEND:20251203T030000Z\r\nSUMMARY:" + what + " " + written.text("number") +
            " 端末の移設\r\nDESCRIPTION:目的: 移設\\n作業者: 試作\\, 仮名\r\nSTATUS:" + status + "\r\nEND:VEVENT\r\n";
    };
    const std::string proposed = fetch(path).body;
    EXPECT_NE(proposed.find(expected("20251201T000000Z", "作業（提案中）", "TENTATIVE")), std::string::npos)
        << proposed;

    stage->clock.advance(std::chrono::minutes{10});
    ASSERT_EQ(stage->post(city, "/windows/" + window.text("id") + "/agree", "{}", 1).status, 200);
    const std::string agreed = fetch(path).body;
    EXPECT_NE(agreed.find(expected("20251201T001000Z", "作業", "CONFIRMED")), std::string::npos) << agreed;
    EXPECT_EQ(agreed.find("TENTATIVE"), std::string::npos) << agreed;
    EXPECT_EQ(fetch(address(division)).body.find(window.text("id")), std::string::npos) << "another division's";

    ASSERT_EQ(
        stage->post("kaku", "/windows/" + window.text("id") + "/withdraw", R"({"reason":"台風"})", 2).status, 200);
    EXPECT_EQ(fetch(path).body.find(window.text("id")), std::string::npos) << "called off";
}

TEST_P(CalendarFeed, holds_the_day_on_which_a_loan_is_due_back)
{
    const Answer lent = stage->post(city, "/loans",
        R"({"number":"K-77","kind":"document","title":"設計書","lent_by":"システム課","lent_to":"架空保守",)"
        R"("holder":"試作 次郎","storage_place":"金庫","lent_on":"2025-12-01","due_back":"2025-12-19"})");
    ASSERT_EQ(lent.status, 201) << lent.body;
    const std::string whole = fetch(address(city)).body;
    EXPECT_NE(whole.find("SUMMARY:期限 貸与品の返却 K-77 設計書\r\n"), std::string::npos) << whole;
    EXPECT_EQ(fetch(address(division)).body.find("K-77"), std::string::npos);
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

HOSHUBAN_ON_BOTH_DATABASES(CalendarFeed);

}
}
