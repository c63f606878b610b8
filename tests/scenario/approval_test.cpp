// Applying, deciding and refusing through HTTP: who may, who may not, and what he is told.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Approvals : public Story {
protected:
    Answer apply(const char* login, const std::string& more = "")
    {
        return stage->post(login, "/approvals",
            R"({"kind":"prohibited_act","title":"計測器の接続","reason":"原因の切り分け","acts":["connect_device"])" +
                more + "}");
    }
    std::string applied(const char* login, const std::string& more = "")
    {
        const Answer answer = apply(login, more);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.text("id");
    }
    Answer decide(const char* login, const std::string& id, const std::string& body, int version = 1)
    {
        return stage->post(login, "/approvals/" + id + "/decide", body, version);
    }
    static std::string code_of(const Answer& answer)
    {
        return std::to_string(answer.status) + (answer.status < 400 ? "" : " " + answer.text("code"));
    }
    std::string total(const char* login, const std::string& query)
    {
        return stage->get(login, "/approvals?total=true&" + query).text("total");
    }
};

TEST_P(Approvals, are_decided_once_by_the_other_side)
{
    const std::string id = applied(responsible);
    EXPECT_EQ(total(city, "waiting=me"), "1");
    EXPECT_EQ(total(responsible, "waiting=me"), "0");
    EXPECT_EQ(total(responsible, "own=asked"), "1");
    const std::string seen = R"({"verdict":"grant"})";
    const std::string old = R"({"verdict":"grant","content_sha256":")" + std::string(64, 'b') + "\"}";
    const struct {
        const char *story, *login;
        std::string body;
        int version;
        const char* code;
    } refused[] = {
        {"one's own", responsible, seen, 1, "403 approval/own_application"},
        {"a role that decides nothing", worker, seen, 1, "403 http/forbidden"},
        {"the city, but only a division", division, seen, 1, "403 http/forbidden"},
        {"a site, of what it does not see", site, seen, 1, "404 approval/not_found"},
        {"an auditor", auditor, seen, 1, "403 http/forbidden"},
        {"an old content", city, old, 1, "409 approval/old_content"},
        {"an old version", city, seen, 2, "412 approval/changed"},
        {"no version", city, seen, 0, "428 http/if_match_missing"},
        {"sent back without a reason", city, R"({"verdict":"refuse"})", 1, "422 approval/reason_missing"},
        {"not a notice", city, R"({"verdict":"acknowledge"})", 1, "422 approval/wrong_verdict"},
        {"a My Number", city, R"({"verdict":"grant","opinion":"123456789018"})", 1, "422 request/invalid_fields"},
    };
    for (const auto& c : refused)
        EXPECT_EQ(code_of(decide(c.login, id, c.body, c.version)), c.code) << c.story;
    EXPECT_EQ(stage->get(city, "/approvals/" + id).text("version"), "1") << "nothing of it changed";

    const Answer granted = decide(city, id, R"({"verdict":"grant","conditions":"立会いのもとで"})");
    EXPECT_EQ(granted.status, 200) << granted.body;
    EXPECT_EQ(granted.entity_tag, "\"2\"");
    EXPECT_EQ(granted.text("standing"), "in_force");
    EXPECT_EQ(granted.text("conditions"), "立会いのもとで");
    EXPECT_EQ(code_of(decide(city, id, seen, 2)), "409 approval/settled");
    EXPECT_EQ(total(city, "waiting=me"), "0");
    EXPECT_EQ(total(city, "own=decided"), "1");
    EXPECT_EQ(total(city, "on=2025-12-02"), "1");
    EXPECT_EQ(total(city, "on=2025-11-30"), "0");
    const Answer events = stage->get(responsible, "/approvals/" + id + "/events");
    EXPECT_NE(events.body.find("approval.granted"), std::string::npos);
}

TEST_P(Approvals, wait_for_nobody_when_taken_back)
{
    const std::string id = applied(responsible);
    const std::string path = "/approvals/" + id + "/withdraw";
    EXPECT_EQ(code_of(stage->post(city, path, R"({"reason":"不要"})", 1)), "403 approval/not_the_asking_side");
    EXPECT_EQ(code_of(stage->post(worker, path, R"({"reason":"不要"})", 1)), "200") << "his side's";
    EXPECT_EQ(code_of(stage->post(responsible, path, "{}", 2)), "409 approval/settled");
    EXPECT_EQ(code_of(decide(city, id, R"({"verdict":"grant"})", 2)), "409 approval/settled");
}

TEST_P(Approvals, are_instructions_when_the_city_says_so)
{
    const std::string told = R"({"kind":"overtime_city","title":"夜間の作業","reason":"電話での指示")";
    const Answer by_phone = stage->post(responsible, "/approvals", told + R"(,"from":"2025-11-30T22:00"})");
    EXPECT_EQ(by_phone.text("state"), "asked") << "until the city confirms it";
    EXPECT_EQ(stage->post(city, "/approvals", told + "}").text("state"), "granted");
    const Answer confirmed = decide(city, by_phone.text("id"), R"({"verdict":"grant"})");
    EXPECT_EQ(confirmed.text("state"), "granted");
    EXPECT_EQ(confirmed.text("begins_at"), "2025-11-30T13:00:00Z") << "when it was given by mouth";
}

TEST_P(Approvals, are_not_given_for_a_time_that_has_passed)
{
    EXPECT_EQ(code_of(apply(responsible, R"(,"until":"2025-11-30T17:00")")), "422 approval/period_over");
    const std::string id = applied(responsible, R"(,"until":"2025-12-02T17:00")");
    stage->clock.set(*parse_instant("2025-12-02T17:00"));
    stage->sign_in(city);
    EXPECT_EQ(code_of(decide(city, id, R"({"verdict":"grant"})")), "409 approval/period_over");
    EXPECT_EQ(code_of(decide(city, id, R"({"verdict":"refuse","opinion":"期限切れ"})")), "200");
}

TEST_P(Approvals, hide_from_divisions_and_sites_what_is_not_theirs)
{
    const std::string id = applied(responsible);
    for (const char* login : {division, site}) {
        EXPECT_EQ(total(login, ""), "0") << login;
        for (const char* what : {"", "/events", "/attachments"})
            EXPECT_EQ(stage->get(login, "/approvals/" + id + what).status, 404) << login << what;
        EXPECT_EQ(stage->post(login, "/approvals/" + id + "/attachments?name=a.txt", "内容").status, 404) << login;
    }
    EXPECT_EQ(stage->get(auditor, "/approvals/" + id).status, 200);
    EXPECT_EQ(stage->post(auditor, "/approvals/" + id + "/attachments?name=a.txt", "内容").status, 403);
    EXPECT_EQ(stage->post(city, "/approvals/" + id + "/attachments?name=a.txt", "内容").status, 201);
    const std::string job = stage->get(site, "/work-requests?limit=1").text("id");
    const std::string theirs = applied(responsible, R"(,"request_id":")" + job + "\"");
    EXPECT_EQ(stage->get(site, "/approvals/" + theirs).status, 200) << "of a request of the site";
    EXPECT_EQ(code_of(decide(site, theirs, R"({"verdict":"grant"})")), "403 approval/other_site")
        << "seen, but the city decides it";
}

TEST_P(Approvals, are_decided_by_whom_the_city_names)
{
    const Answer panel = stage->get(city, "/approvers");
    EXPECT_EQ(panel.status, 200) << panel.body;
    EXPECT_EQ(stage->get(responsible, "/approvers").status, 404);
    const std::string person = stage->get(city, "/people").text("person_id");
    EXPECT_EQ(
        code_of(stage->post(responsible, "/approvers", R"({"kind":"copy","step":0,"person_id":")" + person + "\"}")),
        "403 http/forbidden");
    EXPECT_EQ(code_of(stage->post(city, "/approvers", R"({"kind":"copy","step":0,"person_id":"nobody"})")),
        "422 approval/cannot_decide");
    EXPECT_EQ(code_of(stage->post(city, "/approvers", R"({"kind":"copy","step":1,"person_id":"nobody"})")),
        "422 approval/unknown_step");
}

TEST_P(Approvals, of_a_row_are_asked_for_where_the_row_is)
{
    EXPECT_EQ(code_of(stage->post(
                  responsible, "/approvals", R"({"kind":"procedure","title":"手順書","reason":"承認のお願い"})")),
        "422 approval/about_a_row");
}

TEST_P(Approvals, leave_as_a_workbook)
{
    applied(responsible);
    const Answer file = stage->get(city, "/approvals/export?state=asked");
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.body.starts_with("PK"));
    EXPECT_EQ(stage->get(city, "/approvals/export?waiting=me&own=decided").status, 422);
}

HOSHUBAN_ON_BOTH_DATABASES(Approvals);

}
}
