// What the city lends, from hand to hand and back; and the security incident that begins when something is gone.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Loans : public Story {
protected:
    Answer lend(const std::string& kind, const std::string& number, const std::string& due_back = "null")
    {
        return stage->post(city, "/loans",
            R"({"number":")" + number + R"(","kind":")" + kind +
                R"(","title":"貸与品","lent_by":"システム課","lent_to":"架空保守","holder":"試作 次郎","storage_place":"金庫",)" +
                R"("lent_on":"2025-12-01","due_back":)" + due_back + "}");
    }
    Answer act(const std::string& loan, const std::string& what, const std::string& more = "")
    {
        const int version = std::stoi(stage->get(auditor, loan).text("version"));
        return stage->post(
            officer, loan + "/acts", R"({"act":")" + what + R"(","person":"保全 三枝")" + more + "}", version);
    }
    bool runs(const std::string& clock)
    {
        return stage->get(responsible, "/dues").body.find("\"" + clock + "\"") != std::string::npos;
    }
};

TEST_P(Loans, of_a_card_belong_to_one_person_until_it_is_back)
{
    const Answer lent = lend("ic_card", "IC-001", "\"2025-12-10\"");
    ASSERT_EQ(lent.status, 201) << lent.body;
    const std::string loan = "/loans/" + lent.text("id");
    EXPECT_EQ(lent.text("due_back_is"), "fine");
    EXPECT_TRUE(runs("loan.return"));
    EXPECT_FALSE(runs("loan.check"));
    EXPECT_EQ(lend("ic_card", "IC-001").text("code"), "loan/already_lent");
    EXPECT_EQ(lend("key", "IC-001").status, 201) << "a key may carry the same number";
    EXPECT_EQ(act(loan, "handed_over").text("code"), "loan/not_passed_on");
    at("2025-12-11T09:00");
    EXPECT_EQ(stage->get(worker, loan).text("due_back_is"), "late");
    EXPECT_EQ(act(loan, "returned").text("state"), "returned");
    EXPECT_FALSE(runs("loan.return"));
    EXPECT_EQ(act(loan, "returned").text("code"), "loan/wrong_state");
    EXPECT_EQ(lend("ic_card", "IC-001").status, 201) << "back and lent again";
    EXPECT_EQ(stage->get(city, "/loans?state=returned").text("number"), "IC-001");
    EXPECT_EQ(stage->get(city, "/loans?kind=ic_card&limit=1").text("next_cursor"), "null");
}

TEST_P(Loans, of_documents_are_checked_every_month_and_taken_out_with_permission)
{
    const Answer lent = lend("document", "設計書-1");
    ASSERT_EQ(lent.status, 201) << lent.body;
    const std::string loan = "/loans/" + lent.text("id");
    EXPECT_EQ(lent.text("next_check_on"), "2026-01-01");
    EXPECT_TRUE(runs("loan.check"));
    at("2025-12-20T09:00");
    EXPECT_EQ(act(loan, "checked", R"(,"in_order":true)").text("next_check_on"), "2026-01-20");
    EXPECT_EQ(act(loan, "checked", R"(,"in_order":false)").text("code"), "required");
    EXPECT_EQ(act(loan, "taken_out", R"(,"place":"区役所")").text("code"), "approval/not_permitted");

    const std::string permission = ask("take_out", R"(,"acts":["take_out"])");
    EXPECT_EQ(act(loan, "taken_out", R"(,"place":"区役所")").text("code"), "approval/not_permitted")
        << "asked is not given";
    grant(permission);
    const Answer out = act(loan, "taken_out", R"(,"place":"区役所")");
    EXPECT_EQ(out.text("state"), "out") << out.body;
    EXPECT_EQ(out.text("permission"), "P25-001");
    EXPECT_EQ(act(loan, "brought_back").text("state"), "lent");
    EXPECT_EQ(act(loan, "handed_over").text("holder"), "保全 三枝");
}

TEST_P(Loans, that_are_lost_open_one_incident_and_stop_their_clocks)
{
    const std::string loan = "/loans/" + lend("document", "D-1", "\"2025-12-10\"").text("id");
    EXPECT_EQ(act(loan, "lost").text("code"), "required") << "nobody said what happened";
    const Answer lost = act(loan, "lost", R"(,"note":"棚に見当たらない")");
    EXPECT_EQ(lost.text("state"), "lost");
    EXPECT_EQ(lost.text("incident_number"), "J25-001");
    EXPECT_FALSE(runs("loan.return") || runs("loan.check"));
    EXPECT_EQ(act(loan, "found").text("state"), "lent");
    EXPECT_TRUE(runs("loan.return") && runs("loan.check"));
    EXPECT_EQ(act(loan, "damaged", R"(,"note":"水濡れ")").text("incident_number"), "J25-001");

    EXPECT_EQ(stage->get(division, loan).status, 404);
    EXPECT_EQ(stage->get(site, "/loans").status, 404);
    EXPECT_EQ(stage->post(worker, loan + "/acts", R"({"act":"found","person":"試作"})", 1).status, 403);
    EXPECT_EQ(stage->get(auditor, "/loans/export").status, 200);
    EXPECT_EQ(stage->get(auditor, "/loans/none").status, 404);
    const std::string correction =
        R"({"title":"設計書","lent_by":"システム課","lent_to":"架空保守","storage_place":"書庫","due_back":null})";
    EXPECT_EQ(stage->send(city, http::Method::patch, loan, correction, 1).status, 412);
    const int now = std::stoi(stage->get(city, loan).text("version"));
    EXPECT_EQ(stage->send(city, http::Method::patch, loan, correction, now).text("storage_place"), "書庫");
    EXPECT_FALSE(runs("loan.return")) << "nothing is due any more";
}

TEST_P(Loans, incidents_are_told_to_the_city_and_closed_by_the_city)
{
    const std::string told =
        R"({"kind":"leak","title":"誤送付","what":"別の課に送った","noticed_at":"2025-11-30T23:00:00Z","place":"執務室"})";
    const Answer receipt = stage->post(worker, "/security-incidents", told);
    ASSERT_EQ(receipt.status, 201) << receipt.body;
    EXPECT_EQ(receipt.text("number"), "J25-001");
    const std::string one = "/security-incidents/" + receipt.text("id");
    EXPECT_EQ(stage->get(worker, one).text("report_due_at"), "2025-12-01T14:59:59Z") << "by the end of the day";
    EXPECT_EQ(
        stage->post(city, one + "/close", R"({"conclusion":"済"})", 1).text("code"), "security_incident/not_ready");
    EXPECT_EQ(stage->post(responsible, one + "/close", R"({"conclusion":"済"})", 1).status, 403);

    const std::string report = R"({"at":"2025-11-30T23:30:00Z","told_to":"見本 太郎","how":"電話"})";
    EXPECT_EQ(stage->post(responsible, one + "/first-report", report, 1).text("state"), "reported");
    EXPECT_FALSE(runs("security.report"));
    EXPECT_EQ(stage->post(responsible, one + "/first-report", report, 1).status, 412);
    const std::string measure = R"({"kind":"measure","at":"2025-12-01T00:00:00Z","text":"回収した"})";
    EXPECT_EQ(stage->post(responsible, one + "/entries", measure).text("kind"), "leak");
    EXPECT_EQ(stage->post(city, one + "/close", R"({"conclusion":"再発防止を確かめた"})", 2).text("state"), "closed");
    EXPECT_EQ(stage->post(responsible, one + "/entries", measure).text("code"), "security_incident/wrong_state");
    EXPECT_EQ(
        stage->post(worker, one + "/attachments?name=a.txt", "内容").text("code"), "security_incident/wrong_state");
    EXPECT_EQ(stage->post(city, one + "/reopen", R"({"reason":"新しい事実"})", 3).text("state"), "reported");

    const Answer from_site = stage->post(site, "/security-incidents", told);
    EXPECT_EQ(from_site.text("number"), "J25-002") << "may report";
    EXPECT_EQ(stage->get(site, "/security-incidents/" + from_site.text("id")).status, 404) << "but not read";
    EXPECT_EQ(stage->get(city, "/security-incidents/" + from_site.text("id")).text("state"), "reported");
    EXPECT_EQ(stage->get(division, "/security-incidents").status, 404);
    EXPECT_EQ(stage->post(division, "/security-incidents", told).status, 403);
    EXPECT_EQ(stage->post(auditor, "/security-incidents", told).status, 403);
    EXPECT_EQ(stage->get(auditor, "/security-incidents?limit=1").text("next_cursor"), from_site.text("id"));
}

// A unit, the spare key of its wire and a medium lead to the registers and back (LND-05).
TEST_P(Loans, lead_to_units_and_media_of_the_registers_and_back)
{
    const std::string unit = stage->get(city, "/register?q=D-0014").text("id");
    const auto linked = [&](const std::string& kind, const std::string& number, const std::string& link) {
        return stage->post(city, "/loans",
            R"({"kind":")" + kind + R"(","number":")" + number + R"(","title":"貸与品","lent_by":"システム課",)" +
                R"("lent_to":"架空保守","holder":"試作 次郎","storage_place":"金庫","lent_on":"2025-12-01",)" + link +
                "}");
    };
    const std::string to_unit = R"("device_id":")" + unit + "\"";
    EXPECT_EQ(refusal(linked("manual", "M-1", to_unit)), "loan/link_of_other_kind device_id");
    EXPECT_EQ(refusal(linked("device", "D-0014", R"("device_id":"nobody")")), "device/not_found");
    const Answer lent = linked("device", "D-0014", to_unit);
    ASSERT_EQ(lent.status, 201) << lent.body;
    EXPECT_EQ(lent.text("device").substr(0, 6), "D-0014");
    EXPECT_NE(lent.body.find(R"("missing":[])"), std::string::npos);
    EXPECT_EQ(refusal(linked("device", "別の番号", to_unit)), "loan/linked_already device_id");
    const Answer key = linked("key", "K-14", to_unit);
    ASSERT_EQ(key.status, 201) << key.body;
    EXPECT_NE(key.body.find("予備鍵を借りていません"), std::string::npos);
    EXPECT_EQ(stage->get(worker, "/loans?device=" + unit).text("number"), "D-0014");
    EXPECT_EQ(stage->get(worker, "/loans?device=" + unit + "&kind=key").text("number"), "K-14");
    EXPECT_NE(stage->get(worker, "/loans/export").body, "");

    const std::string moved = R"({"on":"2025-12-01","use":"spare","cause":"relocation","site_id":")" +
        stage->get(city, "/register?q=D-0027").text("site_id") + "\"}";
    ASSERT_EQ(stage->post(worker, "/register/" + unit + "/moves", moved).status, 200);
    const std::string loan = "/loans/" + lent.text("id");
    const Answer back = act(loan, "returned");
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_NE(back.body.find("台帳で予備機のままです"), std::string::npos);
    ASSERT_EQ(
        stage->post(worker, "/register/" + unit + "/moves", R"({"on":"2025-12-01","use":"retired","cause":"removal"})")
            .status,
        200);
    EXPECT_NE(stage->get(worker, loan).body.find(R"("missing":[])"), std::string::npos);
    EXPECT_NE(stage->get(worker, "/loans?device=" + unit).body.find("鍵を返して"), std::string::npos);
    EXPECT_EQ(linked("device", "D-0014", to_unit).status, 201) << "back and lent again";

    const Answer seen = stage->post(worker, "/register/imports?name=list.csv&on=2025-12-01",
        "機器ID,機器の種類,機器の区分,機種名,拠点番号\nNB-1,端末,統合端末,LIFEBOOK,3\n");
    ASSERT_EQ(stage
                  ->post(worker, "/register/imports/" + seen.text("id") + "/save",
                      R"({"preview":")" + seen.text("preview") + R"(","reason":"貸与"})")
                  .status,
        200);
    const Answer named =
        linked("device", "NB-1", R"("device_id":")" + stage->get(worker, "/register?q=NB-1").text("id") + "\"");
    ASSERT_EQ(named.status, 201) << named.body;
    EXPECT_NE(stage->get(auditor, "/events?subject=loan:" + named.text("id"))
                  .body.find(R"("label":{"ja":"台帳の機器","en":"Unit of the register"},"before":"","after":"NB-1")"),
        std::string::npos)
        << "the history says the number";
}

TEST_P(Loans, of_spares_are_entered_at_once_and_led_to_their_units)
{
    const std::string unit = stage->get(city, "/register?q=D-0014").text("id");
    const std::string other = stage->get(city, "/register?q=D-0027").text("id");
    EXPECT_NE(stage->get(city, "/loans/spares").body.find(R"("items":[])"), std::string::npos);
    const std::string spot = stage->get(city, "/register?q=D-0027").text("site_id");
    for (const std::string& each : {unit, other}) {
        const Answer moved = stage->post(worker, "/register/" + each + "/moves",
            R"({"on":"2025-12-01","use":"spare","cause":"relocation","place":"倉庫","site_id":")" + spot + "\"}");
        ASSERT_EQ(moved.status, 200) << moved.body;
    }
    ASSERT_EQ(lend("device", "D-0014").status, 201) << "entered by hand, and leads nowhere";
    const Answer listed = stage->get(city, "/loans/spares");
    EXPECT_NE(listed.body.find(R"("number":"D-0014")"), std::string::npos) << listed.body;
    EXPECT_NE(listed.body.find(R"("entered":true)"), std::string::npos);
    EXPECT_NE(listed.body.find(R"("entered":false)"), std::string::npos);

    const auto entered = [&](const std::string& units, const std::string& day = "2025-12-01") {
        return stage->post(city, "/loans/spares",
            R"({"units":[)" + units +
                R"(],"lent_by":"システム課","lent_to":"架空保守","holder":"試作 次郎","lent_on":")" + day + "\"}");
    };
    const std::string both = "\"" + unit + "\",\"" + other + "\"";
    EXPECT_EQ(refusal(entered("")), "request/invalid_fields units");
    EXPECT_EQ(refusal(entered(both + ",\"nobody\"")), "loan/spares_changed units");
    EXPECT_EQ(refusal(entered(both, "2026-12-01")), "loan/in_future lent_on");
    EXPECT_EQ(stage->get(city, "/loans/spares").body, listed.body) << "nothing is half-entered";
    EXPECT_EQ(
        stage
            ->post(site, "/loans/spares",
                R"({"units":[")" + unit + R"("],"lent_by":"a","lent_to":"b","holder":"c","lent_on":"2025-12-01"})")
            .status,
        403);
    const Answer done = entered(both);
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.body, R"({"lent":1,"linked":1})");
    EXPECT_NE(stage->get(city, "/loans/spares").body.find(R"("items":[])"), std::string::npos);
    const Answer made = stage->get(worker, "/loans?device=" + other);
    EXPECT_EQ(made.text("number"), "D-0027");
    EXPECT_EQ(made.text("storage_place"), stage->get(city, "/register?q=D-0027").text("site") + " 倉庫");
    EXPECT_EQ(stage->get(worker, "/loans?device=" + unit).text("number"), "D-0014");
    EXPECT_EQ(refusal(entered(both)), "loan/spares_changed units");

    ASSERT_EQ(act("/loans/" + made.text("id"), "returned").status, 200);
    EXPECT_NE(stage->get(city, "/loans/spares").body.find("D-0027"), std::string::npos)
        << "still a spare, and not lent";
}

HOSHUBAN_ON_BOTH_DATABASES(Loans);

}
}
