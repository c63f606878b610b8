// Chapters: when and where, what the city permits, who decides it.
#include "month.hpp"

namespace hoshuban::scenario {

void Month::a_window_is_agreed()
{
    at("2025-12-03T11:00");
    EXPECT_EQ(shut_because("schedule"), "合意した作業日程がありません。（業務責任者）");
    const std::string where = R"(,"site_id":")" + annex + R"(","room":"サーバ室","overtime":"contractor_reason")";
    const Answer first = propose(job, "2025-12-09T16:00", "2025-12-09T19:00", where);
    ASSERT_EQ(first.status, 201) << first.body;
    const std::string one = "/windows/" + first.text("id");
    EXPECT_EQ(shut_because("schedule"),
        "提案された日程（令和7年12月9日（火）16:00～19:00）への回答がまだです。（システム課担当者）");
    EXPECT_EQ(refusal(stage->post(responsible, one + "/agree", "{}", 1)), "schedule/own_proposal");
    EXPECT_EQ(refusal(stage->post(city, one + "/refuse", "{}", 1)), "schedule/reason reason");
    const Answer second = stage->post(
        city, one + "/counter", R"({"from":"2025-12-10T16:00","until":"2025-12-10T19:00")" + where + "}", 1);
    ASSERT_EQ(second.status, 201) << second.body;
    window = second.text("id");
    EXPECT_EQ(refusal(stage->post(city, "/windows/" + window + "/agree", "{}", 1)), "schedule/own_proposal");
    EXPECT_EQ(stage->post(responsible, "/windows/" + window + "/agree", "{}", 1).text("state"), "agreed");
    EXPECT_EQ(shut(), "gate/shut work_approval bundling overtime entry entry_room vendor acts people");
}

void Month::its_permits_are_given()
{
    EXPECT_EQ(shut_because("overtime"),
        "時間外の作業が105分あります。「時間外の作業（受託者の事情）」がありません。（業務責任者）");
    std::vector<std::string> approvals;
    for (const char* kind : {"overtime_contractor", "entry_annex", "entry_room"}) {
        const Answer asked =
            stage->post(responsible, "/windows/" + window + "/permits", R"({"kind":")" + std::string{kind} + "\"}");
        EXPECT_EQ(asked.status, 200) << asked.body;
        approvals.push_back(stage->get(city, "/approvals?state=asked&kind=" + std::string{kind}).text("id"));
    }
    EXPECT_EQ(shut(), "gate/shut work_approval bundling overtime entry entry_room vendor acts people")
        << "asked is not granted";
    EXPECT_EQ(refusal(decide(responsible, approvals[0], "grant")), "approval/own_application");
    EXPECT_EQ(decide(city, approvals[0], "refuse", "翌週にしてください。").status, 200);
    EXPECT_EQ(shut(), "gate/shut work_approval bundling overtime entry entry_room vendor acts people");
    grant(approvals[1]);
    EXPECT_EQ(shut(), "gate/shut work_approval bundling overtime entry_room vendor acts people");
    grant(approvals[2]);
    EXPECT_EQ(shut(), "gate/shut work_approval bundling overtime vendor acts people");
    EXPECT_EQ(
        stage->post(responsible, "/windows/" + window + "/permits", R"({"kind":"overtime_contractor"})").status, 200);
    grant(stage->get(city, "/approvals?state=asked&kind=overtime_contractor").text("id"));
    EXPECT_EQ(shut(), "gate/shut work_approval bundling vendor acts people");
}

void Month::kinds_of_work_are_consulted_about()
{
    at("2025-12-04T10:00");
    const std::string for_job = R"(,"request_id":")" + job + "\"";
    EXPECT_EQ(shut_because("work_approval"),
        "「障害の原因分析・対応方法の検討」は事前の協議が要ります。「運用サポートの事前協議」がありません。（業務責任者"
        "）");
    const std::string support = ask("operation_support", for_job);
    EXPECT_EQ(shut_because("work_approval"),
        "「障害の原因分析・対応方法の検討」は事前の協議が要ります。「運用サポートの事前協議」の申請（" +
            stage->get(city, "/approvals/" + support).text("number") + "）が判断を待っています。（システム課担当者）");
    grant(support);
    EXPECT_EQ(shut(), "gate/shut bundling vendor acts people");
    EXPECT_EQ(shut_because("bundling"),
        "2種類の作業（OSのセキュリティ更新プログラムの適用、管理者権限パスワードの変更）を一度に行います。"
        "「複数の作業の同時実施」がありません。（業務責任者）");
    const std::string taken_back = ask("bundling", for_job);
    EXPECT_EQ(
        stage->post(responsible, "/approvals/" + taken_back + "/withdraw", R"({"reason":"書き直し"})", 1).status, 200);
    EXPECT_EQ(refusal(decide(city, taken_back, "grant")), "approval/settled");
    EXPECT_EQ(shut(), "gate/shut bundling vendor acts people");
    grant(ask("bundling", for_job));
    EXPECT_EQ(shut(), "gate/shut vendor acts people");
}

// The head of the section decides on exceptions, and names a deputy for the next week.
void Month::an_exception_is_given_by_a_deputy()
{
    const std::string named = R"({"kind":"prohibited_act","step":0,"person_id":")" + person_id("決裁 文子") + "\"}";
    EXPECT_EQ(stage->post(responsible, "/approvers", named).status, 403);
    EXPECT_EQ(stage->post(city, "/approvers", named).status, 201);
    EXPECT_EQ(stage
                  ->post(head, "/deputies",
                      R"({"person_id":")" + person_id("決裁 文子") + R"(","deputy_id":")" + person_id("代行 光") +
                          R"(","first":"2025-12-08","last":"2025-12-09"})")
                  .status,
        201);
    const auto exception_until = [&](const std::string& end) {
        return ask("prohibited_act",
            R"(,"request_id":")" + job + R"(","acts":["install_software","connect_device"],"until":")" + end + "\"");
    };
    const std::string too_short = exception_until("2025-12-10T17:00");
    EXPECT_EQ(refusal(decide(city, too_short, "grant")), "approval/not_named");
    EXPECT_EQ(refusal(decide(deputy, too_short, "grant")), "approval/deputy_outside_period");
    EXPECT_EQ(shut(), "gate/shut vendor acts people");

    at("2025-12-08T09:00");
    const Answer granted = decide(deputy, too_short, "grant");
    EXPECT_EQ(granted.status, 200) << granted.body;
    EXPECT_EQ(granted.text("deputy_for"), "決裁 文子");
    EXPECT_EQ(shut(), "gate/shut vendor acts people") << "it ends before the work does";
    EXPECT_EQ(decide(deputy, exception_until("2025-12-10T19:00"), "grant").status, 200);
    EXPECT_EQ(shut(), "gate/shut vendor people");
}

void Month::other_vendors_are_told_of()
{
    EXPECT_EQ(shut_because("vendor"), "他業者との調整の有無を、まだ市に示していません。（業務責任者）");
    const std::string about_job = R"(,"request_id":")" + job + "\"}";
    EXPECT_EQ(stage->post(responsible, "/vendor-notices", R"({"word":"contact")" + about_job).status, 422);
    EXPECT_EQ(stage
                  ->post(responsible, "/vendor-notices",
                      R"({"word":"contact","vendor":"架空ネット株式会社","content":"回線の停止の時刻")" + about_job)
                  .status,
        201);
    EXPECT_EQ(shut(), "gate/shut people");
}

void Month::a_permission_is_over()
{
    at("2025-12-10T19:05");
    EXPECT_EQ(stage->get(city, "/approvals?kind=prohibited_act&limit=1").text("standing"), "over");
    const Answer again = stage->post(worker, use.substr(0, use.rfind("/uses/")) + "/uses",
        R"({"request_id":")" + job + R"(","planned_at":"2025-12-10T10:05:00Z","purpose":"更新の適用"})");
    ASSERT_EQ(again.status, 200) << again.body;
    const std::size_t uses = again.body.find("\"uses\":[{\"id\":\"") + 15;
    const std::string next =
        use.substr(0, use.rfind('/') + 1) + again.body.substr(uses, again.body.find('"', uses) - uses);
    const std::string medium = use.substr(0, use.rfind("/uses/"));
    const std::string check = check_of(medium);
    EXPECT_EQ(stage->post(worker, check + "/files?name=kb.msu", "update").status, 201);
    EXPECT_EQ(stage->post(worker, check + "/finish", "").status, 200);
    EXPECT_EQ(refusal(use_medium(next)), "approval/permission_over") << "the exception ended at 19:00";
    EXPECT_EQ(stage->post(worker, next + "/cancel", "").status, 200);
}

}
