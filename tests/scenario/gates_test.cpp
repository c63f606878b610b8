// Every gate once in the wrong order, refused with what is missing, and once in the right one.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Gates : public Story { };

TEST_P(Gates, nothing_is_told_of_work_that_has_not_begun)
{
    const std::string id = accepted(R"("settings_change_city")");
    const std::string one = "/work-requests/" + id;
    EXPECT_EQ(
        stage
            ->post(worker, one + "/result",
                R"({"result":"済","procedure_followed":"手順","performed_on":"2025-12-01","performed_by":"誰か"})", 2)
            .text("code"),
        "gate/not_started");
    EXPECT_EQ(stage->post(responsible, one + "/sign", "{}", 2).text("code"), "gate/not_started");
    EXPECT_EQ(stage->send(responsible, http::Method::patch, one, R"({"result":"済"})", 2).text("code"),
        "work_request/not_started");
    const Answer pasted = stage->post(responsible, "/work-requests/changes",
        R"({"changes":[{"id":")" + id + R"(","version":2,"fields":{"result":"済"}}]})");
    EXPECT_EQ(pasted.text("outcome"), "refused") << pasted.body;
    EXPECT_EQ(pasted.text("saved"), "false");
    EXPECT_EQ(stage->get(city, one).text("result"), "");
}

TEST_P(Gates, the_schedule_is_agreed_by_both_sides_and_kept)
{
    const std::string id = accepted(R"("settings_change_city")");
    no_vendors(id);
    prepare(id);
    EXPECT_EQ(refused(id), "gate/shut schedule");
    const Answer first = propose(id, "2025-12-03T09:00", "2025-12-03T12:00");
    EXPECT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(refused(id), "gate/shut schedule") << "proposed is not agreed";
    EXPECT_EQ(stage->post(responsible, "/windows/" + first.text("id") + "/agree", "{}", 1).text("code"),
        "schedule/own_proposal");
    EXPECT_EQ(stage->post(city, "/windows/" + first.text("id") + "/refuse", "{}", 1).text("code"), "schedule/reason");

    const Answer second = stage->post(city, "/windows/" + first.text("id") + "/counter",
        R"({"from":"2025-12-04T10:00","until":"2025-12-04T12:00"})", 1);
    EXPECT_EQ(second.status, 201) << second.body;
    EXPECT_EQ(stage->post(responsible, "/windows/" + second.text("id") + "/agree", "{}", 1).text("state"), "agreed");
    EXPECT_EQ(refused(id), "gate/too_early");
    at("2025-12-04T12:00");
    EXPECT_EQ(refused(id), "gate/shut schedule") << "the window is over";
    EXPECT_EQ(refused(id, R"({"started_at":"2025-12-04T09:59"})"), "gate/too_early");
    EXPECT_EQ(refused(id, R"({"started_at":"2025-12-04T10:05"})"), "") << "told two hours later";
    EXPECT_EQ(refused(id), "work_request/wrong_state");
}

TEST_P(Gates, work_outside_hours_and_in_the_annex_waits_for_its_permits)
{
    const Answer sites = stage->get(city, "/sites");
    const std::size_t annex = sites.body.find("\"number\":15,");
    ASSERT_NE(annex, std::string::npos) << sites.body.substr(0, 500);
    const std::size_t mark = sites.body.rfind("\"id\":\"", annex) + 6;
    const std::string site = sites.body.substr(mark, sites.body.find('"', mark) - mark);
    const std::string id = accepted(R"("settings_change_city")", R"(,"site_id":")" + site + "\"");
    no_vendors(id);
    prepare(id);
    const Answer window = propose(
        id, "2025-12-03T16:00", "2025-12-03T19:00", R"(,"site_id":")" + site + R"(","overtime":"contractor_reason")");
    EXPECT_EQ(window.status, 201) << window.body;
    EXPECT_NE(window.body.find("時間外の作業が105分あります。"), std::string::npos) << window.body;
    agree(window);
    EXPECT_EQ(refused(id), "gate/shut overtime entry");

    const std::string permits = "/windows/" + window.text("id") + "/permits";
    for (const char* kind : {"overtime_contractor", "entry_annex"}) {
        const Answer asked = stage->post(responsible, permits, R"({"kind":")" + std::string{kind} + "\"}");
        EXPECT_EQ(asked.status, 200) << asked.body;
    }
    EXPECT_EQ(refused(id), "gate/shut overtime entry") << "asked is not granted";
    const Answer asked = stage->get(city, "/work-requests/" + id + "/windows");
    for (std::size_t from = asked.body.find("\"state\":\"asked\",\"approval_id\":\""); from != std::string::npos;
         from = asked.body.find("\"state\":\"asked\",\"approval_id\":\"", from + 1)) {
        const std::size_t begin = from + 31;
        const std::string approval = asked.body.substr(begin, asked.body.find('"', begin) - begin);
        const Answer granted = stage->post(city, "/approvals/" + approval + "/decide", R"({"verdict":"grant"})", 1);
        EXPECT_EQ(granted.status, 200) << granted.body;
    }
    EXPECT_EQ(refused(id), "gate/too_early");
    at("2025-12-03T16:00");
    EXPECT_EQ(refused(id), "");
}

TEST_P(Gates, several_kinds_of_work_and_prohibited_acts_wait_for_the_city)
{
    const std::string id = accepted(R"("os_security_update","password_change")");
    no_vendors(id);
    prepare(id);
    agree(propose(id, "2025-12-01T09:00", "2025-12-01T12:00"));
    EXPECT_EQ(refused(id), "gate/shut bundling acts");
    const std::string of_job = R"(,"request_id":")" + id + "\"";
    grant(ask("bundling", of_job));
    EXPECT_EQ(refused(id), "gate/shut acts");
    grant(ask("prohibited_act", of_job + R"(,"acts":["install_software","connect_device"])"));
    EXPECT_EQ(refused(id), "");
}

TEST_P(Gates, an_open_question_keeps_the_work_waiting)
{
    const std::string id = accepted(R"("settings_change_city")");
    no_vendors(id);
    prepare(id);
    agree(propose(id, "2025-12-01T09:00", "2025-12-01T12:00"));
    const Answer asked = stage->post(worker, "/questions",
        R"({"subject_kind":"work_request","request_id":")" + id + R"(","title":"設定値","text":"どの値にしますか。"})");
    ASSERT_EQ(asked.status, 201) << asked.body;
    EXPECT_EQ(refused(id), "gate/shut questions");
    EXPECT_NE(stage->get(city, "/work-requests/" + id + "/gates").body.find(asked.text("number")), std::string::npos);
    const Answer withdrawn =
        stage->post(worker, "/questions/" + asked.text("id") + "/withdraw", R"({"reason":"手順書にありました。"})", 1);
    EXPECT_EQ(withdrawn.status, 200) << withdrawn.body;
    EXPECT_EQ(refused(id), "");
}

TEST_P(Gates, the_procedure_is_approved_and_somebody_in_force_does_the_work)
{
    const std::string id = accepted(R"("settings_change_city")");
    no_vendors(id);
    agree(propose(id, "2025-12-01T09:00", "2025-12-01T12:00"));
    EXPECT_EQ(refused(id), "gate/shut procedure people");
    stage->assign_worker(id);
    EXPECT_EQ(refused(id), "gate/shut procedure");
    stage->hand_in_procedure(id);
    EXPECT_EQ(refused(id), "gate/shut procedure") << "handed in is not approved";
    const std::string approval = stage->get(city, "/work-requests/" + id + "/procedures").text("approval_id");
    const std::string gates = stage->get(city, "/work-requests/" + id + "/gates").body;
    EXPECT_NE(gates.find(approval), std::string::npos) << "the city is led to its decision: " << gates;
    stage->decide_procedure(id, "refuse", "手順が足りません。");
    EXPECT_EQ(refused(id), "gate/shut procedure") << "returned";
    stage->approve_procedure(id);
    EXPECT_EQ(refused(id), "");
}

TEST_P(Gates, other_vendors_are_told_of_beforehand)
{
    const std::string id = accepted(R"("settings_change_city")");
    prepare(id);
    agree(propose(id, "2025-12-01T09:00", "2025-12-01T12:00"));
    EXPECT_EQ(refused(id), "gate/shut vendor");
    EXPECT_EQ(
        stage->post(responsible, "/vendor-notices", R"({"word":"contact","request_id":")" + id + "\"}").status, 422);
    const Answer routine = stage->post(responsible, "/vendor-notices",
        R"({"word":"standing","vendor":"架空ネット株式会社","content":"回線の状態の確認","frequency":"毎月1回"})");
    EXPECT_EQ(routine.status, 201) << routine.body;
    EXPECT_EQ(stage
                  ->post(responsible, "/vendor-notices",
                      R"({"word":"routine","request_id":")" + id + R"(","standing_id":")" + routine.text("id") + "\"}")
                  .status,
        201);
    EXPECT_EQ(refused(id), "");
}

TEST_P(Gates, a_request_is_declined_with_a_reason_and_asked_again)
{
    const Answer written = stage->post(city, "/work-requests", R"({"title":"断られる依頼"})");
    const std::string one = "/work-requests/" + written.text("id");
    EXPECT_EQ(stage->post(responsible, one + "/decline", R"({"reason":""})", 1).status, 422);
    EXPECT_EQ(stage->post(city, one + "/decline", R"({"reason":"理由"})", 1).status, 403);
    const Answer declined = stage->post(responsible, one + "/decline", R"({"reason":"部品がありません。"})", 1);
    EXPECT_EQ(declined.text("declined"), "部品がありません。");
    EXPECT_EQ(declined.text("status"), "requested");
    EXPECT_NE(stage->get(city, one + "/gates").body.find("委託先が受け付けていません"), std::string::npos);
    const Answer again = stage->send(city, http::Method::patch, one, R"({"body":"部品は市が用意します。"})", 2);
    EXPECT_EQ(again.text("declined"), "");
}

TEST_P(Gates, what_came_in_progress_from_a_list_is_taken_over)
{
    const std::string file = file_bytes("tests/fixtures/work_requests/specimen.xlsx");
    const Answer preview = stage->post(city, "/work-requests/imports?name=list.xlsx", file);
    stage->post(city, "/work-requests/imports/" + preview.text("id") + "/save", "{}");
    const Answer list = stage->get(city, "/work-requests?q=A21A&status=in_progress");
    const std::string one = "/work-requests/" + list.text("id");
    EXPECT_EQ(stage->post(worker, one + "/start-taken-over", "{}", 1).text("start"), "imported");
    const std::string own = accepted(R"("settings_change_city")");
    EXPECT_EQ(
        stage->post(worker, "/work-requests/" + own + "/start-taken-over", "{}", 2).text("code"), "gate/not_imported");
}

TEST_P(Gates, who_only_reads_starts_and_proposes_nothing)
{
    const std::string id = accepted(R"("settings_change_city")");
    const std::string one = "/work-requests/" + id;
    for (const char* reader : {officer, auditor}) {
        EXPECT_EQ(stage->get(reader, one + "/gates").status, 200) << reader;
        EXPECT_EQ(stage->post(reader, one + "/start", "{}", 2).status, 403) << reader;
        EXPECT_EQ(
            stage->post(reader, one + "/windows", R"({"from":"2025-12-03T09:00","until":"2025-12-03T12:00"})").status,
            403)
            << reader;
    }
    EXPECT_EQ(stage->post(city, one + "/start", "{}", 2).status, 403) << "the city starts no work";
}

HOSHUBAN_ON_BOTH_DATABASES(Gates);

}
}
