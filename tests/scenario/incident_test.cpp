// A fault of the equipment from the first word to the signed recovery, with its service levels.
#include "story.hpp"

#include "formats/docx_text.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Incidents : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T09:00");
        stage->enter({"sapporo-r5-core-terminals"});
    }

    static std::string intake(const std::string& more = {})
    {
        return R"("intake":{"phenomenon":"電源が入らない","place":"1階 3番窓口","contact_person":"窓口 花子")" + more +
            "}";
    }

    Answer hand_over(const std::string& at, const std::string& case_number = {})
    {
        return stage->post(city, "/incidents",
            "{" + intake() + R"(,"handed_over":true,"person":"見本 太郎","city_person":"見本 太郎","case_number":")" +
                case_number + R"(","at":")" + at + R"(:00+09:00"})");
    }

    Answer record(const std::string& who, const std::string& incident, const std::string& act, const std::string& at,
        const std::string& more = {})
    {
        const int version = std::stoi(stage->get(city, incident).text("version"));
        return stage->post(who, incident + "/entries",
            R"({"act":")" + act + R"(","at":")" + at + R"(:00+09:00","person":"保全 三枝","city_person":"窓口 花子")" +
                more + "}",
            version);
    }

    std::string any_site() { return stage->get(city, "/site-register").text("id"); }

    // A visit because of an incident, on its way.
    std::string visit_of(const std::string& incident, const std::string& from, const std::string& until)
    {
        const Answer made = stage->post(worker, "/visits",
            fmt::format(R"({{"site_id":"{}","incident_id":"{}","purpose":"調査","planned_from":"{}",)"
                        R"("planned_until":"{}","told":"窓口 花子","workers":[{{"name":"保全 三枝"}}]}})",
                any_site(), incident.substr(incident.rfind('/') + 1), from, until));
        EXPECT_EQ(made.status, 201) << made.body;
        return "/visits/" + made.text("id");
    }

    Answer act(const std::string& visit, const std::string& name, const std::string& body)
    {
        return stage->post(worker, visit + "/" + name, body, std::stoi(stage->get(worker, visit).text("version")));
    }

    Answer arrive(const std::string& visit, const std::string& at)
    {
        return act(visit, "arrival", fmt::format(R"({{"arrived_at":"{}","unticked_reason":"急ぎ"}})", at));
    }

    std::string clock(const std::string& incident, const std::string& level, const char* field)
    {
        return stage->get(city, incident + "/evidence/" + level).text(field);
    }

    std::string due(const std::string& incident, const std::string& level) { return clock(incident, level, "due"); }
};

HOSHUBAN_ON_BOTH_DATABASES(Incidents);

// Appendix B.1 (001 §7)
TEST_P(Incidents, are_due_as_the_specification_counts)
{
    struct Case {
        const char* instruction;
        const char* contact;
        const char* on_site;
    };
    const Case cases[] = {
        {"2023-06-01T16:30", "2023-06-02T09:00", "2023-06-02T11:00"},
        {"2023-06-02T16:30", "2023-06-05T09:00", "2023-06-05T11:00"},
        {"2023-06-01T14:15", "2023-06-01T15:15", "2023-06-01T17:15"},
        {"2023-06-01T14:16", "2023-06-01T15:16", "2023-06-02T08:46"},
        {"2023-06-01T16:15", "2023-06-01T17:15", "2023-06-02T10:45"},
        {"2023-06-01T17:20", "2023-06-02T09:45", "2023-06-02T11:45"},
        {"2023-06-03T10:00", "2023-06-05T09:45", "2023-06-05T11:45"},
        {"2023-06-01T08:00", "2023-06-01T09:45", "2023-06-01T11:45"},
        {"2023-12-28T16:30", "2024-01-04T09:00", "2024-01-04T11:00"},
        {"2023-05-02T16:45", "2023-05-08T09:15", "2023-05-08T11:15"},
        {"2023-12-28T14:30", "2023-12-28T15:30", "2024-01-04T09:00"},
        {"2023-07-14T17:00", "2023-07-18T09:30", "2023-07-18T11:30"},
        {"2024-03-29T16:30", "2024-04-01T09:00", "2024-04-01T11:00"},
    };
    const auto in_japan = [](const std::string& moment) { return to_text_jst(*parse_instant(moment)).substr(0, 16); };
    for (const Case& c : cases) {
        const Answer opened = hand_over(c.instruction);
        ASSERT_EQ(opened.status, 201) << opened.body;
        const std::string incident = "/incidents/" + opened.text("id");
        EXPECT_EQ(in_japan(due(incident, "contact")), c.contact) << c.instruction;
        EXPECT_EQ(in_japan(due(incident, "on_site")), c.on_site) << c.instruction;
    }
}

TEST_P(Incidents, go_from_the_report_to_the_signed_recovery)
{
    const Answer reported =
        stage->post(city, "/incidents", "{" + intake() + R"(,"person":"見本 太郎","at":"2023-06-01T08:50:00+09:00"})");
    ASSERT_EQ(reported.status, 201) << reported.body;
    EXPECT_EQ(reported.text("state"), "reported");
    const std::string incident = "/incidents/" + reported.text("id");
    EXPECT_EQ(refusal(record(worker, incident, "contacted", "2023-06-01T08:55")), "incident/does_not_follow act");
    EXPECT_EQ(refusal(record(worker, incident, "filtered", "2023-06-01T08:55", R"(,"text":"操作の誤り")")),
        "incident/not_yours");
    ASSERT_EQ(record(city, incident, "handed_over", "2023-06-01T09:00").status, 200);
    EXPECT_EQ(refusal(record(worker, incident, "contacted", "2023-06-01T08:40")), "incident/out_of_order at");
    ASSERT_EQ(record(worker, incident, "contacted", "2023-06-01T10:30").status, 200);
    EXPECT_EQ(clock(incident, "contact", "standing"), "missed");
    EXPECT_EQ(refusal(record(worker, incident, "arrived", "2023-06-01T11:00")), "incident/by_visit act");
    const std::string visit = visit_of(incident, "2023-06-01T11:00", "2023-06-01T12:00");
    ASSERT_EQ(arrive(visit, "2023-06-01T11:00").status, 200);
    ASSERT_EQ(act(visit, "start", R"({"started_at":"2023-06-01T11:10"})").status, 200);
    EXPECT_EQ(clock(incident, "on_site", "standing"), "met");
    ASSERT_EQ(record(worker, incident, "restored", "2023-06-01T11:40", R"(,"text":"電源部を交換した")").status, 200);
    EXPECT_EQ(refusal(record(worker, incident, "closed", "2023-06-01T12:00")), "incident/does_not_follow act")
        << "the user has not checked it";
    ASSERT_EQ(record(worker, incident, "checked", "2023-06-01T11:50").status, 200);
    ASSERT_EQ(act(visit, "departure", R"({"departed_at":"2023-06-01T11:55"})").status, 200);
    const Answer early = record(worker, incident, "closed", "2023-06-01T12:00");
    EXPECT_EQ(refusal(early), "incident/not_ready act act act act") << early.body;
    const std::string minutes =
        R"({"arrived_at":"2023-06-01T11:00","started_at":"2023-06-01T11:10","departed_at":"2023-06-01T11:55",)"
        R"("workers":[{"name":"保全 三枝","minutes":40}]})";
    ASSERT_EQ(stage->send(worker, http::Method::put, visit + "/record", minutes, 4).status, 200);
    EXPECT_EQ(refusal(record(worker, incident, "closed", "2023-06-01T12:00")), "incident/not_ready act act act");

    const auto version = [&] { return std::stoi(stage->get(city, incident).text("version")); };
    ASSERT_EQ(stage
                  ->send(city, http::Method::put, incident + "/intake", "{" + intake() + R"(,"case_number":"K05-001"})",
                      version())
                  .status,
        200);
    const std::string outcome =
        R"({"action":"電源部を交換し、動作を確認した","miss_reasons":[{"level":"contact","reason":"回線が混んでいた"}]})";
    EXPECT_EQ(stage->send(city, http::Method::put, incident + "/outcome", outcome, version()).status, 403);
    ASSERT_EQ(stage->send(worker, http::Method::put, incident + "/outcome", outcome, version()).status, 200);
    const Answer closed = record(worker, incident, "closed", "2023-06-01T12:00");
    ASSERT_EQ(closed.status, 200) << closed.body;
    EXPECT_EQ(closed.text("state"), "closed");
    EXPECT_EQ(refusal(record(worker, incident, "closed", "2023-06-01T12:05")), "incident/does_not_follow act");
    EXPECT_EQ(
        refusal(stage->send(worker, http::Method::put, incident + "/outcome", outcome, version())), "incident/closed");
    EXPECT_EQ(stage->get(city, "/incidents").body.find("K05-001"), std::string::npos) << "nothing is open any more";
    EXPECT_EQ(stage->get(city, "/incidents?state=closed").text("case_number"), "K05-001");
}

TEST_P(Incidents, run_on_the_board_of_the_contractor)
{
    const auto board = [&] {
        const std::string body = stage->get(responsible, "/dues").body;
        std::string dues;
        for (std::size_t at = body.find(R"("incident.level.)"); at != std::string::npos;
             at = body.find(R"("incident.level.)", at + 1)) {
            const std::size_t due = body.find(R"("due_at":")", at) + 10;
            dues += body.substr(at + 16, body.find('"', at + 16) - at - 16) + " " + body.substr(due, 16) + "Z ";
        }
        return dues;
    };
    const std::string incident = "/incidents/" + hand_over("2023-06-01T09:00").text("id");
    EXPECT_EQ(board(), "contact 2023-06-01T01:00Z on_site 2023-06-01T03:00Z ");
    ASSERT_EQ(record(worker, incident, "waits", "2023-06-01T09:30", R"(,"text":"会議中")").status, 200);
    EXPECT_EQ(board(), "");
    ASSERT_EQ(record(worker, incident, "goes_on", "2023-06-01T10:30").status, 200);
    EXPECT_EQ(board(), "contact 2023-06-01T02:00Z on_site 2023-06-01T04:00Z ");
    ASSERT_EQ(record(worker, incident, "contacted", "2023-06-01T10:45").status, 200);
    EXPECT_EQ(board(), "on_site 2023-06-01T04:00Z ");
    ASSERT_EQ(record(worker, incident, "agreed", "2023-06-01T10:50",
                  R"(,"appointment":"2023-06-02T09:00:00+09:00","finished_at":"2023-06-01T17:30:00+09:00")")
                  .status,
        200);
    EXPECT_EQ(board(), "on_site 2023-06-02T00:00Z ");
    ASSERT_EQ(record(worker, incident, "restored", "2023-06-02T11:00", R"(,"text":"電話で解決した")").status, 200);
    EXPECT_EQ(board(), "");
    EXPECT_EQ(clock(incident, "on_site", "standing"), "not_needed");
}

TEST_P(Incidents, are_reported_to_the_city_on_paper_and_by_mail)
{
    const std::string incident = "/incidents/" + hand_over("2023-06-01T16:30", "K05-009").text("id");
    ASSERT_EQ(record(worker, incident, "contacted", "2023-06-02T09:30", R"(,"text":"電源を確かめた")").status, 200);
    ASSERT_EQ(record(worker, incident, "restored", "2023-06-02T09:40", R"(,"text":"差し直した")").status, 200);
    const std::string outcome =
        R"({"action":"電源を差し直した","miss_reasons":[{"level":"contact","reason":"回線が混んでいた"}]})";
    ASSERT_EQ(stage->send(worker, http::Method::put, incident + "/outcome", outcome, 3).status, 200);

    const auto words = [](const Answer& answer) {
        std::string all;
        const auto paragraphs = docx::read_text(answer.body);
        for (const docx::Paragraph& each : paragraphs.value())
            all += each.text + "\n";
        return all;
    };
    const std::string report = words(stage->get(city, incident + "/report"));
    for (const char* said :
        {"対応報告書 K05-009", "令和5年6月2日 09:40", "電源を差し直した", "回線が混んでいた", "未達成"})
        EXPECT_NE(report.find(said), std::string::npos) << said << '\n' << report;
    const std::string evidence = words(stage->get(city, incident + "/evidence/contact/document"));
    for (const char* said : {"現場への連絡時間の証跡 K05-009", "令和5年6月1日 17:15", "数えない（業務時間外）", "1:30",
             "incident.handed_over"})
        EXPECT_NE(evidence.find(said), std::string::npos) << said << '\n' << evidence;
    const Answer mail = stage->get(city, incident + "/report/mail");
    EXPECT_EQ(mail.text("subject"), "【対応報告】 K05-009 ");
    EXPECT_NE(mail.body.find("回線が混んでいた"), std::string::npos);
    EXPECT_EQ(stage->get(site, incident + "/report").status, 404);
    EXPECT_EQ(stage->get(site, incident + "/report/mail").status, 404);
    EXPECT_EQ(stage->get(site, incident + "/evidence/contact/document").status, 404);
    EXPECT_EQ(stage->get(city, incident + "/evidence/nothing/document").status, 404);
}

// SLA-08. Instructed on a Thursday at 9:00, contacted after 30 minutes; on a Friday at 16:30, contacted on Monday at
// 9:30 after 45 + 45 minutes.
TEST_P(Incidents, are_counted_by_the_month_and_stay_as_they_were_reported)
{
    const auto outcome = [&](const std::string& incident, const std::string& reasons) {
        const int version = std::stoi(stage->get(city, incident).text("version"));
        return stage
            ->send(worker, http::Method::put, incident + "/outcome",
                R"({"action":"差し直した","cause":"配線","miss_reasons":[)" + reasons + "]}", version)
            .status;
    };
    const std::string good = "/incidents/" + hand_over("2023-06-01T09:00", "K05-001").text("id");
    ASSERT_EQ(record(worker, good, "contacted", "2023-06-01T09:30").status, 200);
    ASSERT_EQ(record(worker, good, "restored", "2023-06-01T09:50", R"(,"text":"差し直した")").status, 200);
    ASSERT_EQ(record(worker, good, "checked", "2023-06-01T10:00").status, 200);
    ASSERT_EQ(outcome(good, ""), 200);
    ASSERT_EQ(record(worker, good, "closed", "2023-06-01T10:10").status, 200);
    const std::string late = "/incidents/" + hand_over("2023-06-02T16:30", "K05-002").text("id");
    ASSERT_EQ(record(worker, late, "contacted", "2023-06-05T09:30").status, 200);

    const std::string june = "/incident-months/2023-06";
    const Answer counted = stage->get(city, june);
    ASSERT_EQ(counted.status, 200) << counted.body;
    EXPECT_NE(counted.body.find(
                  R"("allowed_seconds":3600,"met":1,"missed":1,"agreed":0,"not_needed":0,"measured":0,"open":0,)"
                  R"("unexplained":1,"permille":500,"average_seconds":3600)"),
        std::string::npos)
        << counted.body;
    EXPECT_NE(counted.body.find(R"("elapsed_seconds":3000,"work_minutes":0)"), std::string::npos) << counted.body;
    EXPECT_NE(stage->get(city, "/incident-months/2023-07").body.find(R"("incidents":[])"), std::string::npos);
    EXPECT_EQ(refusal(stage->get(city, "/incident-months/2023-6")), "incident/no_month month");
    EXPECT_EQ(stage->get(city, june + "/export").body.substr(0, 2), "PK");

    const auto hand_in = [&](const std::string& who, const std::string& month, const char* edition) {
        return stage->post(who, month + "/report", std::string{R"({"edition":)"} + edition + "}");
    };
    EXPECT_EQ(hand_in(city, june, "0").status, 403);
    EXPECT_EQ(refusal(hand_in(worker, june, "0")), "incident/miss_unexplained month month");
    EXPECT_EQ(refusal(hand_in(worker, "/incident-months/2025-12", "0")), "incident/month_not_over month");
    ASSERT_EQ(
        outcome(late, R"({"level":"contact","reason":"回線が混んでいた"},{"level":"on_site","reason":"部品待ち"})"),
        200);
    const Answer reported = hand_in(worker, june, "0");
    ASSERT_EQ(reported.status, 200) << reported.body;
    EXPECT_NE(reported.body.find(R"("differences":[])"), std::string::npos) << reported.body;
    EXPECT_EQ(refusal(hand_in(worker, june, "0")), "incident/month_changed");

    EXPECT_EQ(refusal(record(worker, late, "visit_decided", "2023-06-05T10:00")), "incident/month_reported at");
    EXPECT_EQ(refusal(record(worker, good, "reopened", "2025-12-01T08:00", R"(,"text":"記入の誤り")")),
        "incident/month_reported act");
    ASSERT_EQ(record(worker, good, "noted", "2025-12-01T08:00", R"(,"text":"原因は配線ではなく電源")").status, 200);
    ASSERT_EQ(record(worker, late, "restored", "2025-12-01T08:30", R"(,"text":"電話で解決した")").status, 200);
    const std::string now = stage->get(city, june).body;
    EXPECT_NE(now.find(R"("was":{"standing":"missed")"), std::string::npos) << now;
    EXPECT_NE(now.find(R"("is":{"standing":"not_needed")"), std::string::npos) << now;
    EXPECT_NE(now.find("原因は配線ではなく電源"), std::string::npos) << now;
    EXPECT_EQ(stage->get(city, june + "/editions/1").body.substr(0, 2), "PK");
    EXPECT_EQ(stage->get(city, june + "/editions/2").status, 404);
    EXPECT_EQ(stage->get(site, june + "/editions/1").status, 404);
    EXPECT_NE(stage->get(site, june).body.find(R"("incidents":[])"), std::string::npos);
    EXPECT_NE(hand_in(worker, june, "1").body.find(R"("edition":2)"), std::string::npos);
}

// SUP-07, A-27
TEST_P(Incidents, are_as_grave_as_the_city_decides)
{
    stage->enter({"sapporo-r7-juki-cs"});
    const auto open = [&](const std::string& who, const std::string& more) {
        return stage->post(who, "/incidents",
            R"({"intake":{"phenomenon":"応答がない","place":"機械室","contact_person":"窓口 花子")" + more +
                R"(},"handed_over":true,"person":"見本 太郎","city_person":"見本 太郎","at":"2025-12-01T08:50:00+09:00"})");
    };
    EXPECT_EQ(refusal(open(worker, R"(,"class":"cs","severity":"minor")")), "incident/severity_by_city severity");
    EXPECT_EQ(refusal(open(city, R"(,"class":"cs","severity":"tiny")")), "support/unknown_severity severity");
    const Answer opened = open(worker, R"(,"class":"cs")");
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string incident = "/incidents/" + opened.text("id");
    const auto rule = [&](const std::string& who, const std::string& body, int version) {
        return stage->send(who, http::Method::put, incident + "/severity", body, version);
    };
    const std::string minor = R"({"severity":"minor","decided_by":"見本 太郎","reason":"窓口の業務は続けられる"})";
    EXPECT_EQ(refusal(rule(worker, minor, 1)), "incident/severity_by_city severity");
    EXPECT_EQ(
        refusal(rule(city, R"({"severity":"minor","decided_by":" ","reason":" "})", 1)), "required decided_by reason");
    const Answer ruled = rule(city, minor, 1);
    ASSERT_EQ(ruled.status, 200) << ruled.body;
    EXPECT_EQ(ruled.text("severity"), "minor");
    EXPECT_EQ(refusal(rule(city, minor, 2)), "support/same_severity severity");
    EXPECT_NE(stage->get(city, incident + "/events").body.find("incident.severity_ruled"), std::string::npos);
    const Answer corrected = stage->send(worker, http::Method::put, incident + "/intake",
        R"({"intake":{"phenomenon":"応答が遅い","place":"機械室","contact_person":"窓口 花子","class":"cs"},"case_number":""})",
        2);
    ASSERT_EQ(corrected.status, 200) << corrected.body;
    EXPECT_EQ(corrected.text("severity"), "minor") << "who corrects the rest leaves it";
}

TEST_P(Incidents, take_a_number_of_the_city_once)
{
    ASSERT_EQ(hand_over("2023-06-01T09:00", "K05-001").status, 201);
    EXPECT_EQ(refusal(hand_over("2023-06-01T10:00", "K05-001")), "incident/case_number_taken case_number");
}

TEST_P(Incidents, of_other_sites_are_not_there)
{
    const std::string incident = "/incidents/" + hand_over("2023-06-01T09:00").text("id");
    EXPECT_EQ(stage->get(site, incident).status, 404);
    EXPECT_EQ(stage->get(site, incident + "/evidence/contact").status, 404);
    EXPECT_EQ(stage->get(site, incident + "/events").status, 404);
    EXPECT_NE(stage->get(site, "/incidents").body.find(R"("items":[])"), std::string::npos);
    EXPECT_EQ(refusal(record(site, incident, "checked", "2023-06-01T10:00")), "incident/not_found");
    EXPECT_EQ(stage->get(division, "/incidents").status, 404);
}

TEST_P(Incidents, are_changed_by_one_at_a_time)
{
    const std::string incident = "/incidents/" + hand_over("2023-06-01T09:00").text("id");
    const std::string contacted =
        R"({"act":"contacted","at":"2023-06-01T09:30:00+09:00","person":"保全 三枝","city_person":"窓口 花子"})";
    ASSERT_EQ(stage->post(worker, incident + "/entries", contacted, 1).status, 200);
    EXPECT_EQ(refusal(stage->post(worker, incident + "/entries", contacted, 1)), "incident/changed");
}

TEST_P(Incidents, take_a_wrong_entry_back_with_its_reason)
{
    const std::string incident = "/incidents/" + hand_over("2023-06-01T09:00").text("id");
    const Answer wrong = record(worker, incident, "contacted", "2023-06-01T10:30");
    ASSERT_EQ(wrong.status, 200) << wrong.body;
    EXPECT_EQ(clock(incident, "contact", "standing"), "missed");
    const std::size_t at = wrong.body.rfind(R"("id":")", wrong.body.find(R"("act":"contacted")"));
    const std::string entry = wrong.body.substr(at + 6, wrong.body.find('"', at + 6) - at - 6);
    ASSERT_EQ(
        stage->post(worker, incident + "/entries/" + entry + "/take-back", R"({"reason":"時刻の誤り"})", 2).status,
        200);
    ASSERT_EQ(record(worker, incident, "contacted", "2023-06-01T09:40").status, 200);
    EXPECT_EQ(clock(incident, "contact", "standing"), "met");
    EXPECT_NE(stage->get(city, incident).body.find("時刻の誤り"), std::string::npos) << "what was taken back is kept";
}

// A fault that turns out to be an accident: told apart, and each leads to the other.
TEST_P(Incidents, may_turn_out_to_be_accidents)
{
    const Answer opened = hand_over("2025-11-28T10:00", "K07-009");
    const std::string id = opened.text("id");
    const auto report = [&](const std::string& who, const std::string& fault) {
        return stage->post(who, "/security-incidents",
            R"({"category":"accident","kind":"other","title":"機器から煙","what":"電源部から煙が出た",)"
            R"("noticed_at":"2025-11-28T10:00:00+09:00","place":"1階 3番窓口","incident":")" +
                fault + "\"}");
    };
    EXPECT_EQ(refusal(report(worker, "nothing")), "incident/not_found");
    EXPECT_EQ(refusal(report(site, id)), "incident/not_found") << "it is of no site that the contact sees";
    const Answer told = report(worker, id);
    ASSERT_EQ(told.status, 201) << told.body;
    const Answer accident = stage->get(city, "/security-incidents/" + told.text("id"));
    EXPECT_EQ(accident.text("subject_kind"), "incident");
    EXPECT_EQ(accident.text("subject_id"), id);
    EXPECT_EQ(stage->get(city, "/security-incidents?incident=" + id).text("id"), told.text("id"));
    EXPECT_EQ(stage->get(city, "/security-incidents?incident=other").body, R"({"items":[],"next_cursor":null})");
}

}
}
