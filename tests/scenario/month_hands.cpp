// Chapters: people, media, the work itself, and what the city lends.
#include "month.hpp"

#include "platform/scan/scanner_fixture_test.hpp"

namespace hoshuban::scenario {

void Month::people_are_in_force_on_the_day()
{
    at("2025-12-09T09:00");
    EXPECT_EQ(shut_because("people"), "作業する人が割り当てられていません。（業務責任者）");
    const Answer told = stage->post(responsible, "/roster",
        R"({"entry":{"name":"新人 七海","company":"架空システム株式会社","work":"端末の設定","assets":"設定情報",)"
        R"("contact":"090-0000-9999"}})");
    ASSERT_EQ(told.status, 201) << told.body;
    EXPECT_EQ(told.text("takes_effect_on"), "2025-12-10") << "the city hears of it the day before";
    EXPECT_EQ(refusal(assign("新人 七海", "2025-12-09", "2025-12-09")), "people/not_yet_in_force");
    EXPECT_EQ(assign("仮名 四葉", "2025-12-09", "2025-12-09").status, 201);
    EXPECT_EQ(shut_because("people"), "令和7年12月10日（水）に作業する人が割り当てられていません。（業務責任者）");
    EXPECT_EQ(assign("新人 七海", "2025-12-10", "2025-12-10").status, 201);
    EXPECT_EQ(shut(), "gate/too_early");
}

void Month::media_are_checked()
{
    const auto registered = [&](const std::string& label) {
        const Answer answer = stage->post(responsible, "/media",
            R"({"label":")" + label +
                R"(","kind":"usb","name":"更新プログラム","purpose":"OSの更新","keeper":"架空 一郎","storage_place":"施錠棚"})");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return "/media/" + answer.text("id");
    };
    const auto planned = [&](const std::string& medium) {
        const Answer answer = stage->post(worker, medium + "/uses",
            R"({"request_id":")" + job + R"(","planned_at":"2025-12-10T07:30:00Z","purpose":"更新の適用"})");
        EXPECT_EQ(answer.status, 200) << answer.body;
        const std::size_t uses = answer.body.find("\"uses\":[{\"id\":\"") + 15;
        return medium + "/uses/" + answer.body.substr(uses, answer.body.find('"', uses) - uses);
    };
    const std::string bad = registered("USB-01");
    const std::string bad_use = planned(bad);
    EXPECT_EQ(shut(), "gate/shut media");
    EXPECT_EQ(shut_because("media"), "媒体 USB-01 は、使う前のウイルスチェックがまだです。（業務責任者）");
    const Answer found = stage->post(worker, check_of(bad) + "/files?name=kb.com", test::eicar());
    EXPECT_EQ(found.status, 422);
    EXPECT_EQ(refusal(found), "upload/infected kb.com");
    EXPECT_EQ(shut_because("media"), "媒体 USB-01 からウイルスが見つかっています。（業務責任者）");
    EXPECT_EQ(refusal(use_medium(bad_use)), "media/infected");
    EXPECT_EQ(stage->get(city, "/security-incidents").text("number"), "J25-001");
    EXPECT_EQ(stage->post(worker, bad_use + "/cancel", "").status, 200);

    const std::string good = registered("USB-02");
    use = planned(good);
    EXPECT_EQ(shut(), "gate/shut media");
    const std::string check = check_of(good);
    EXPECT_EQ(stage->post(worker, check + "/files?name=kb.msu", "update").status, 201);
    EXPECT_EQ(shut(), "gate/shut media") << "a check that is not finished";
    const Answer finished = stage->post(worker, check + "/finish", "");
    EXPECT_EQ(finished.status, 200) << finished.body;
    EXPECT_EQ(shut(), "gate/too_early");
    const std::string mail_is_watched = job_path() + "/attachments?name=kb.com";
    EXPECT_EQ(refusal(stage->post(city, mail_is_watched, test::eicar())), "upload/infected kb.com");
}

void Month::the_work_is_done()
{
    at("2025-12-10T15:59");
    EXPECT_EQ(shut(), "gate/too_early");
    EXPECT_EQ(refusal(record_step(1, R"("result":"done")")), "gate/not_started");
    EXPECT_EQ(refusal(tell_result(job, "2025-12-10")), "gate/not_started");
    EXPECT_EQ(refusal(sign(responsible, job)), "gate/not_started");
    at("2025-12-10T16:00");
    EXPECT_EQ(shut(), "");
    EXPECT_EQ(shut(), "work_request/wrong_state") << "once";

    at("2025-12-10T18:00");
    EXPECT_EQ(refusal(record_step(1, R"("result":"done","done_at":"2025-12-10T15:55")")),
        "procedure/before_the_start done_at");
    EXPECT_EQ(refusal(record_step(1, R"("result":"not_applicable")")), "procedure/note_missing note");
    EXPECT_EQ(record_step(1, R"("result":"not_applicable","note":"前日の控えを使う")").status, 200);
    const std::string on_device = R"("device_id":")" + device + R"(",)";
    EXPECT_EQ(record_step(2, on_device + R"("result":"done")").status, 200);
    EXPECT_EQ(refusal(use_medium(use)), "");
    EXPECT_EQ(refusal(use_medium(use)), "media/use_settled");
    EXPECT_EQ(refusal(sign(responsible, job)), "procedure/steps_open step.3");
    EXPECT_EQ(record_step(3, on_device + R"("result":"failed","note":"画面が出ない")").status, 200);
    EXPECT_EQ(said(sign(responsible, job), "step.3"),
        "T25-001 更新手順書 第2版 手順3「動作を確かめる」（" + device + "）: 動作確認の合格の記録がありません。");
    const Answer sheet = stage->get(worker, job_path() + "/steps");
    const std::size_t failed = sheet.body.rfind(R"("id":")", sheet.body.find(R"("result":"failed")")) + 6;
    EXPECT_EQ(refusal(record_step(3,
                  on_device + R"("result":"done","reason":"再起動のあと確かめた","replaces":")" +
                      sheet.body.substr(failed, sheet.body.find('"', failed) - failed) + "\"")),
        "");
    EXPECT_EQ(refusal(sign(responsible, job)),
        "work_request/gate_shut result procedure_followed performed_on performed_by actual_hours");
    EXPECT_EQ(refusal(tell_result(job, "2025-12-11")), "work_request/result performed_on") << "tomorrow";
    EXPECT_EQ(refusal(tell_result(job, "2025-12-10")), "");
}

void Month::both_sides_confirm()
{
    at("2025-12-11T09:00");
    EXPECT_EQ(refusal(sign(city, job)), "work_request/gate_shut status") << "the contractor first";
    EXPECT_EQ(stage->post(worker, job_path() + "/sign", "{}", version_of(job)).status, 403);
    EXPECT_EQ(sign(responsible, job).text("status"), "confirming");
    EXPECT_EQ(refusal(sign(responsible, job)), "work_request/wrong_state") << "twice";
    EXPECT_EQ(refusal(record_step(1, R"("result":"done")")), "procedure/not_in_progress");
    const std::string send_back = job_path() + "/return";
    EXPECT_EQ(stage->post(city, send_back, R"({"reason":""})", version_of(job)).status, 422);
    EXPECT_EQ(stage->post(responsible, send_back, R"({"reason":"見直し"})", version_of(job)).status, 403);
    EXPECT_EQ(
        stage->post(city, send_back, R"({"reason":"結果に台数を書いてください。"})", version_of(job)).text("status"),
        "in_progress");
    EXPECT_EQ(refusal(sign(city, job)), "work_request/gate_shut status");
    EXPECT_EQ(tell_result(job, "2025-12-10").status, 200);
    EXPECT_EQ(sign(responsible, job).text("status"), "confirming");
    EXPECT_EQ(sign(city, job).text("status"), "done");
    EXPECT_EQ(refusal(sign(city, job)), "work_request/wrong_state");
    EXPECT_NE(stage->get(auditor, job_path() + "/events").body.find("結果に台数を書いてください。"), std::string::npos);
}

void Month::what_is_lent_goes_out_with_permission()
{
    at("2025-12-11T13:00");
    const std::string body =
        R"({"number":"設計書-1","kind":"document","title":"設計書","lent_by":"システム課",)"
        R"("lent_to":"架空保守","holder":"保全 三枝","storage_place":"金庫","lent_on":"2025-12-11",)"
        R"("due_back":"2025-12-15"})";
    EXPECT_EQ(stage->post(worker, "/loans", body).status, 403);
    const Answer lent = stage->post(city, "/loans", body);
    ASSERT_EQ(lent.status, 201) << lent.body;
    loan = "/loans/" + lent.text("id");
    EXPECT_EQ(refusal(loan_act(loan, "taken_out", R"(,"place":"区役所")")), "approval/not_permitted");
    const std::string permission = ask("take_out", R"(,"acts":["take_out"],"until":"2025-12-12T17:00")");
    EXPECT_EQ(refusal(loan_act(loan, "taken_out", R"(,"place":"区役所")")), "approval/not_permitted")
        << "asked is not given";
    grant(permission);
    EXPECT_EQ(loan_act(loan, "taken_out", R"(,"place":"区役所")").text("state"), "out");
    EXPECT_EQ(refusal(loan_act(loan, "taken_out", R"(,"place":"区役所")")), "loan/wrong_state");
    EXPECT_EQ(loan_act(loan, "brought_back").text("state"), "lent");
    at("2025-12-12T17:00");
    EXPECT_EQ(refusal(loan_act(loan, "taken_out", R"(,"place":"区役所")")), "approval/permission_over")
        << "the permission is over";
}

void Month::what_is_lent_comes_back()
{
    at("2025-12-16T09:00");
    EXPECT_EQ(stage->get(officer, loan).text("due_back_is"), "late");
    EXPECT_EQ(loan_act(loan, "returned").text("state"), "returned");
    EXPECT_EQ(refusal(loan_act(loan, "returned")), "loan/wrong_state");
}

}
