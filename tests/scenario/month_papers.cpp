// Chapters: the request, its question, its procedure.
#include "month.hpp"

namespace hoshuban::scenario {

namespace {

constexpr const char* after_acceptance = "gate/shut procedure work_approval bundling schedule vendor acts people";

std::string version_in(const Answer& procedure)
{
    const std::size_t at = procedure.body.find(R"("versions":[{"id":")") + 19;
    return procedure.body.substr(at, procedure.body.find('"', at) - at);
}

}

void Month::the_city_asks_for_work()
{
    const Answer sites = stage->get(city, "/sites");
    const std::size_t mark = sites.body.rfind("\"id\":\"", sites.body.find("\"number\":15,")) + 6;
    annex = sites.body.substr(mark, sites.body.find('"', mark) - mark);
    device = stage->get(city, "/devices?site=" + annex).text("id");
    job = written("更新の適用とパスワードの変更", R"("os_security_update","password_change","fault_analysis")",
        R"(,"site_id":")" + annex + R"(","device_id":")" + device + "\"");
    EXPECT_EQ(shut(), "gate/shut accepted procedure work_approval bundling schedule vendor acts people");
    EXPECT_EQ(shut_because("accepted"), "依頼がまだ受け付けられていません。（業務責任者）");
    const std::string accept = job_path() + "/accept";
    EXPECT_EQ(stage->post(worker, accept, R"({"planned_hours":6})", 1).status, 403);
    EXPECT_EQ(stage->post(city, accept, R"({"planned_hours":6})", 1).status, 403) << "nobody acts for the other side";
    EXPECT_EQ(stage->post(responsible, accept, R"({"planned_hours":6})", 1).text("status"), "in_progress");
    EXPECT_EQ(shut(), after_acceptance);
}

void Month::a_question_is_settled()
{
    at("2025-12-01T13:00");
    const Answer asked = stage->post(worker, "/questions",
        R"({"subject_kind":"work_request","request_id":")" + job +
            R"(","title":"適用する版","text":"どの版を適用しますか。"})");
    ASSERT_EQ(asked.status, 201) << asked.body;
    const std::string one = "/questions/" + asked.text("id");
    EXPECT_EQ(shut(), "gate/shut questions procedure work_approval bundling schedule vendor acts people");
    EXPECT_EQ(shut_because("questions"), "解決していない疑義が1件あります（Q25-001）。（システム課担当者）");
    EXPECT_EQ(refusal(stage->post(responsible, one + "/accept", "{}", 1)), "question/wrong_state");
    EXPECT_EQ(stage->post(responsible, one + "/answer", R"({"text":"11月版"})", 1).status, 403);

    at("2025-12-02T10:00");
    EXPECT_EQ(
        stage->post(city, one + "/answer", R"({"text":"11月版を適用してください。"})", 1).text("state"), "answered");
    EXPECT_EQ(shut_because("questions"), "解決していない疑義が1件あります（Q25-001）。（業務責任者）")
        << "answered is not settled";
    const Answer taken = stage->post(responsible, one + "/accept", "{}", 2);
    ASSERT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(shut_because("questions"), "解決していない疑義が1件あります（Q25-001）。（システム課担当者）")
        << "the answer is approved in this contract";
    const std::string approval = stage->get(city, "/approvals?state=asked&limit=1").text("id");
    const std::string sha256 = stage->get(city, "/approvals/" + approval).text("content_sha256");
    EXPECT_EQ(refusal(decide(responsible, approval, "grant", "", sha256)), "approval/own_application");
    EXPECT_EQ(refusal(decide(city, approval, "grant", "", std::string(64, 'b'))), "approval/old_content");
    EXPECT_EQ(decide(city, approval, "grant", "", sha256).status, 200);
    EXPECT_EQ(shut(), after_acceptance);
}

void Month::a_procedure_is_approved()
{
    at("2025-12-02T14:00");
    EXPECT_EQ(shut_because("procedure"),
        "この作業の手順書がまだ提出されていません。手順書を提出してください。（業務責任者）");
    const Answer made = stage->post(responsible, "/procedures", R"({"kind":"own","title":"更新手順書"})");
    const std::string procedure = "/procedures/" + made.text("id");
    const auto write = [&](int seen) {
        version = version_in(stage->get(responsible, procedure));
        const std::string one = procedure + "/versions/" + version;
        EXPECT_EQ(stage->post(responsible, one + "/files?name=steps.txt", "控えを取り、適用する。", seen).status, 200);
        EXPECT_EQ(stage
                      ->send(responsible, http::Method::put, one + "/steps",
                          R"({"steps":[{"text":"控えを取る"},{"text":"適用する","per_device":true},)"
                          R"({"text":"動作を確かめる","per_device":true,"operation_check":true}]})",
                          seen + 1)
                      .status,
            200);
    };
    const auto hand_in = [&] {
        const Answer handed =
            stage->post(responsible, job_path() + "/procedures", R"({"version_id":")" + version + "\"}");
        EXPECT_EQ(handed.status, 200) << handed.body;
    };
    const auto decide_on = [&](const char* who, const std::string& verdict, const std::string& opinion) {
        const std::string asked = stage->get(city, "/approvals?state=asked&kind=procedure").text("id");
        return decide(who, asked, verdict, opinion, stage->get(city, "/approvals/" + asked).text("content_sha256"));
    };
    write(1);
    hand_in();
    EXPECT_EQ(refusal(decide_on(responsible, "grant", "")), "approval/own_application");
    EXPECT_EQ(refusal(decide_on(city, "refuse", "")), "approval/reason_missing opinion");
    EXPECT_EQ(decide_on(city, "refuse", "戻し方がありません。").status, 200);
    EXPECT_EQ(shut(), after_acceptance) << "returned";

    at("2025-12-03T09:30");
    hand_in();
    const Answer old = stage->get(city, job_path() + "/procedures");
    EXPECT_EQ(stage->post(responsible, procedure + "/versions", R"({"note":"戻し方を加えた"})", 1).status, 200);
    EXPECT_EQ(
        refusal(decide(city, old.text("approval_id"), "grant", "", old.text("content_sha256"))), "approval/settled")
        << "a new version voids the application of the old one";
    write(1);
    hand_in();
    EXPECT_EQ(decide_on(city, "grant", "").status, 200);
    EXPECT_EQ(shut(), "gate/shut work_approval bundling schedule vendor acts people");
    EXPECT_EQ(record_step(1, R"("result":"done")").text("code"), "gate/not_started") << "approved is not begun";
}

}
