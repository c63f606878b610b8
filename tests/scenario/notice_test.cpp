// What happens is told to who it concerns, in the words of the screen, once, and to nobody else.
#include "story.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/due/due_job.hpp"
#include "features/due/due_store.hpp"
#include "features/notice/tell_job.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Notices : public Story {
protected:
    void begin() override
    {
        Story::begin();
        tell();
    }
    int tell() { return notice::tell(stage->program().teller()); }
    std::string unread(const char* login) { return stage->get(login, "/notices/unread").text("unread"); }
    /// What the worked example told is read.
    void start_with_nothing_unread()
    {
        for (const char* login : {city, responsible})
            EXPECT_EQ(stage->post(login, "/notices/read", R"({"until":1000000})").text("unread"), "0") << login;
    }
    Answer request_is_written(const char* title)
    {
        return stage->post(city, "/work-requests", std::string{R"({"title":")"} + title + R"(","body":"本文"})");
    }
};

TEST_P(Notices, of_a_request_reach_the_other_side_and_follow_it)
{
    start_with_nothing_unread();
    const Answer written = request_is_written("端末の交換");
    ASSERT_EQ(written.status, 201) << written.body;
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(unread(responsible), "1");
    EXPECT_EQ(unread(city), "0");
    const Answer list = stage->get(responsible, "/notices");
    EXPECT_EQ(list.status, 200);
    EXPECT_NE(list.body.find(R"("what":{"ja":"作業依頼を作成","en":"Request written"})"), std::string::npos)
        << list.body;
    EXPECT_EQ(list.text("number"), written.text("number"));
    EXPECT_EQ(list.text("path"), "/requests/" + written.text("id"));

    const Answer read = stage->post(responsible, "/notices/read", R"({"sequences":[)" + list.text("sequence") + "]}");
    EXPECT_EQ(read.text("unread"), "0");
    EXPECT_EQ(stage->get(responsible, "/notices?unread=true").text("items"), "[");

    const Answer accepted =
        stage->post(responsible, "/work-requests/" + written.text("id") + "/accept", R"({"planned_hours":1})", 1);
    ASSERT_EQ(accepted.status, 200) << accepted.body;
    tell();
    EXPECT_EQ(unread(city), "1");
    EXPECT_EQ(unread(division), "0") << "another division's";
}

TEST_P(Notices, of_a_clock_go_to_who_must_act_and_at_its_end_to_who_waits)
{
    start_with_nothing_unread();
    const std::string id = request_is_written("期限のある依頼").text("id");
    stage->program().database().write([&](db::Tx& tx) {
        due::start(tx, {"sapporo-r7-juki-cs"}, {"d1"},
            {.kind = "request.wish",
                .subject = {"work_request", id},
                .number = "A1",
                .title = "期限のある依頼",
                .side = Side::contractor,
                .starts_at = *parse_instant("2025-12-01T09:00"),
                .due_at = *parse_instant("2025-12-02T17:15")},
            test::office());
    });
    tell();
    struct Case {
        const char *now, *contractor, *city;
    };
    const Case cases[] = {{"2025-12-01T10:00", "1", "0"}, {"2025-12-01T18:00", "1", "0"},
        {"2025-12-02T09:00", "2", "0"}, {"2025-12-02T16:00", "3", "0"}, {"2025-12-02T17:16", "4", "1"},
        {"2025-12-03T09:00", "4", "1"}};
    for (const Case& c : cases) {
        stage->clock.set(*parse_instant(c.now));
        stage->sign_in(responsible);
        stage->sign_in(city);
        due::escalate(stage->program().database(), stage->clock.now());
        tell();
        EXPECT_EQ(unread(responsible), c.contractor) << c.now;
        EXPECT_EQ(unread(city), c.city) << c.now;
    }
    const Answer list = stage->get(city, "/notices");
    EXPECT_EQ(list.text("kind"), "due.passed");
    EXPECT_NE(list.body.find("起点 2025-12-01 09:00、期限 2025-12-02 17:15。業務時間 "), std::string::npos)
        << list.body;
}

TEST_P(Notices, are_told_as_each_chooses)
{
    const Answer before = stage->get(responsible, "/notices/choices");
    EXPECT_EQ(before.status, 200);
    EXPECT_EQ(before.text("mail_configured"), "false");
    EXPECT_EQ(before.text("digest_at"), "08:30");
    const auto change = [&](const std::string& digest_at, int version) {
        return stage->send(responsible, http::Method::put, "/notices/choices",
            R"({"ways":[{"group":"due","way":"digest"}],"urgent_always":false,"digest_at":")" + digest_at + R"("})",
            version);
    };
    EXPECT_EQ(change("25:00", 1).status, 422);
    EXPECT_EQ(change("7:00", 1).status, 422);
    EXPECT_EQ(change("07:15", 1).status, 200);
    EXPECT_EQ(change("07:30", 1).status, 412);
    const Answer after = stage->get(responsible, "/notices/choices");
    EXPECT_EQ(after.text("digest_at"), "07:15");
    EXPECT_EQ(after.entity_tag, "\"2\"");
    EXPECT_NE(
        after.body.find(R"({"group":"due","label":{"ja":"期限","en":"Due dates"},"way":"digest"})"), std::string::npos);
    EXPECT_EQ(stage->get(city, "/notices/choices").text("version"), "1") << "everybody's own";
}

struct NoticeRoute {
    http::Method method;
    const char *path, *body;
    int city, division, site, responsible, worker, officer, auditor;
};

TEST_P(Notices, routes_answer_each_role_as_the_table_says)
{
    const NoticeRoute routes[] = {
        {http::Method::get, "/notices", "", 200, 200, 200, 200, 200, 200, 200},
        {http::Method::get, "/notices/unread", "", 200, 200, 200, 200, 200, 200, 200},
        {http::Method::post, "/notices/read", R"({"sequences":[1]})", 200, 200, 200, 200, 200, 200, 200},
        {http::Method::get, "/notices/choices", "", 200, 200, 200, 200, 200, 200, 200},
        {http::Method::get, "/webhooks", "", 200, 404, 404, 404, 404, 404, 404},
        {http::Method::post, "/webhooks", R"({"name":"n","url":"https://example.jp/","groups":["due"]})", 201, 403, 403,
            403, 403, 403, 403},
        {http::Method::patch, "/webhooks/none", R"({"name":"n"})", 404, 403, 403, 403, 403, 403, 403},
        {http::Method::del, "/webhooks/none", "", 404, 403, 403, 403, 403, 403, 403},
        {http::Method::post, "/webhooks/none/secret", "", 404, 403, 403, 403, 403, 403, 403},
        {http::Method::post, "/webhooks/none/trial", "", 404, 403, 403, 403, 403, 403, 403},
        {http::Method::get, "/webhooks/none/deliveries", "", 404, 404, 404, 404, 404, 404, 404},
        {http::Method::post, "/webhooks/none/deliveries/none/send-again", "", 404, 403, 403, 403, 403, 403, 403},
    };
    for (const NoticeRoute& route : routes) {
        const std::pair<const char*, int> answers[] = {{city, route.city}, {division, route.division},
            {"madoguchi", route.site}, {responsible, route.responsible}, {"tameshi", route.worker},
            {"hozen", route.officer}, {"kansa", route.auditor}};
        for (const auto& [login, status] : answers)
            EXPECT_EQ(stage->send(login, route.method, route.path, route.body, 1).status, status)
                << login << ' ' << route.path;
    }
}

TEST_P(Notices, a_webhook_shows_its_secret_once_and_refuses_what_is_no_address)
{
    const auto add = [&](const std::string& url) {
        return stage->post(city, "/webhooks", R"({"name":"受け手","groups":["due"],"url":")" + url + "\"}");
    };
    EXPECT_EQ(add("http://example.jp/").status, 422);
    EXPECT_EQ(add("https://user:word@example.jp/").status, 422);
    EXPECT_EQ(add("ftp://example.jp/").status, 422);
    const Answer added = add("https://example.jp/hook");
    ASSERT_EQ(added.status, 201) << added.body;
    const std::string secret = added.text("secret");
    EXPECT_EQ(secret.size(), 43u);
    const std::string id = added.text("id");
    EXPECT_EQ(stage->get(city, "/webhooks").body.find(secret), std::string::npos);
    const Answer renewed = stage->post(city, "/webhooks/" + id + "/secret", "");
    EXPECT_NE(renewed.text("secret"), secret);
    EXPECT_EQ(renewed.text("version"), "2");
    EXPECT_EQ(stage->send(city, http::Method::patch, "/webhooks/" + id, R"({"disabled":true})", 1).status, 412);
    EXPECT_EQ(stage->send(city, http::Method::patch, "/webhooks/" + id, R"({"disabled":true})", 2).status, 200);
    EXPECT_EQ(stage->post(city, "/webhooks/" + id + "/trial", "").status, 409) << "switched off";
    EXPECT_EQ(stage->get(city, "/events?limit=50").body.find(secret), std::string::npos);
    EXPECT_EQ(stage->send(city, http::Method::del, "/webhooks/" + id, "").status, 204);
    EXPECT_EQ(stage->get(city, "/webhooks").text("items"), "[");
}

HOSHUBAN_ON_BOTH_DATABASES(Notices);

}
}
