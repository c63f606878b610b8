// Accidents and damage, from the moment somebody notices until the city is content: told at once, in writing, made
// good.
#include "story.hpp"

#include "formats/docx_text.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Damages : public Story {
protected:
    // 08:30 on 1 December 2025 in Japan.
    std::string reported(const char* who, const std::string& category, const std::string& more)
    {
        const Answer receipt = stage->post(who, "/security-incidents",
            R"({"category":")" + category +
                R"(","title":"見本","what":"台車を倒した","noticed_at":"2025-11-30T23:30:00Z","place":"区役所")" +
                more + "}");
        EXPECT_EQ(receipt.status, 201) << receipt.body;
        return "/security-incidents/" + receipt.text("id");
    }
    Answer act(const char* who, const std::string& row, const std::string& what, const std::string& body)
    {
        return stage->post(who, row + "/" + what, body, std::stoi(stage->get(city, row).text("version")));
    }
    bool runs(const std::string& clock)
    {
        return stage->get(responsible, "/dues").body.find("\"" + clock + "\"") != std::string::npos;
    }
    bool misses(const std::string& row, const std::string& text)
    {
        return stage->get(city, row).body.find(text) != std::string::npos;
    }
};

const std::string building = R"(,"kind":"building","affected":"床のタイル","party":"city")";
const std::string restored =
    R"({"what":"張り替えた","material_before":"塩ビ","material_after":"塩ビ（同等品）","done_on":"2025-12-02","borne_by":"contractor"})";

TEST_P(Damages, are_told_in_writing_made_good_and_closed_by_the_city)
{
    const std::string row = reported(worker, "damage", building);
    EXPECT_EQ(stage->get(worker, row).text("report_due_at"), "2025-12-01T14:59:59Z");
    EXPECT_EQ(stage->get(worker, row).text("report_guide"), "true");
    EXPECT_TRUE(runs("damage.report"));
    const std::string call = R"({"at":"2025-12-01T00:00:00Z","told_to":"見本 太郎","how":"電話"})";
    EXPECT_EQ(act(worker, row, "first-report", call).text("state"), "reported");
    EXPECT_TRUE(runs("damage.report")) << "the contract asks for a paper";
    EXPECT_EQ(stage->get(worker, row).text("report_late"), "false");

    at("2025-12-02T09:00");
    EXPECT_EQ(stage->get(worker, row).text("report_late"), "true") << "nobody wrote on the first day";
    const auto paper = [](const std::string& file) {
        return R"({"at":"2025-12-02T00:00:00Z","told_to":"見本 太郎","how":"持参","file":")" + file + "\"}";
    };
    EXPECT_EQ(act(worker, row, "written-report", paper("none")).text("code"), "security_incident/no_file");
    const Answer file = stage->post(worker, row + "/attachments?name=report.txt", "報告書");
    ASSERT_EQ(file.status, 201) << file.body;
    const Answer written = act(worker, row, "written-report", paper(file.text("id")));
    ASSERT_EQ(written.status, 200) << written.body;
    EXPECT_EQ(written.text("report_late"), "true") << "and late it stays";
    EXPECT_FALSE(runs("damage.report"));
    const std::string correction =
        R"({"kind":"building","title":"床","what":"倒した","noticed_at":"2025-11-30T23:30:00Z","place":"区役所",)"
        R"("affected":"床","party":"city","cause":"積みすぎ","extent":"1枚割れた","first_measures":"ふさいだ",)"
        R"("amount_yen":12000,"reason":)";
    const int version = std::stoi(written.text("version"));
    EXPECT_EQ(stage->send(worker, http::Method::patch, row, correction + "\" \"}", version).text("code"), "required");
    const Answer corrected = stage->send(worker, http::Method::patch, row, correction + "\"原因が分かった\"}", version);
    EXPECT_EQ(corrected.text("amount_yen"), "12000") << corrected.body;

    const std::string done = R"({"conclusion":"直った"})";
    EXPECT_EQ(act(city, row, "close", done).text("code"), "security_incident/not_ready");
    EXPECT_EQ(act(city, row, "ruling", R"({"verdict":"confirmed"})").text("code"), "security_incident/wrong_state");
    EXPECT_EQ(act(worker, row, "restoration", restored).status, 200);
    EXPECT_EQ(act(city, row, "close", done).text("code"), "security_incident/not_ready") << "the city confirms first";
    EXPECT_EQ(act(responsible, row, "ruling", R"({"verdict":"confirmed"})").status, 403);
    EXPECT_EQ(act(city, row, "ruling", R"({"verdict":"insufficient","text":"色が違う"})").status, 200);
    EXPECT_TRUE(misses(row, "復旧を市が確認するか"));
    EXPECT_EQ(act(worker, row, "restoration", restored).status, 200);
    EXPECT_EQ(act(city, row, "ruling", R"({"verdict":"confirmed"})").status, 200);
    EXPECT_EQ(act(worker, row, "restoration", restored).text("code"), "security_incident/wrong_state");
    EXPECT_EQ(act(city, row, "close", done).text("state"), "closed");
    EXPECT_EQ(act(city, row, "reopen", R"({"reason":"また割れた"})").text("state"), "reported");
    EXPECT_EQ(act(city, row, "ruling", R"({"verdict":"insufficient","text":"また割れた"})").status, 200);
}

TEST_P(Damages, that_the_city_noticed_are_reported_in_writing_all_the_same)
{
    const std::string row = reported(city, "damage", building);
    EXPECT_EQ(stage->get(city, row).text("state"), "reported");
    EXPECT_TRUE(runs("damage.report"));
    EXPECT_TRUE(misses(row, "市への書面での報告を記録してください。"));
    EXPECT_EQ(act(city, row, "ruling", R"({"verdict":"not_needed","text":"改修の予定がある"})").status, 200);
    EXPECT_FALSE(misses(row, "復旧を市が確認するか"));
}

TEST_P(Damages, and_accidents_are_reported_with_cause_course_and_damage)
{
    const std::string row = reported(worker, "accident", R"(,"kind":"injury","first_measures":"救急車を呼んだ")");
    EXPECT_TRUE(runs("accident.report"));
    EXPECT_TRUE(misses(row, "原因を記入してください。") && misses(row, "被害の状況を記入してください。"));
    EXPECT_FALSE(misses(row, "行った措置を一つ以上記録してください。")) << "the first measures are one";
    const std::string call = R"({"at":"2025-12-01T00:00:00Z","told_to":"見本 太郎","how":"電話"})";
    EXPECT_EQ(act(worker, row, "first-report", call).text("report_late"), "false");
    EXPECT_FALSE(runs("accident.report"));
    EXPECT_EQ(act(worker, row, "restoration", restored).text("code"), "security_incident/only_damage");
    EXPECT_EQ(stage
                  ->post(worker, "/security-incidents",
                      R"({"category":"accident","kind":"building","title":"床","what":"床","place":"床",)"
                      R"("noticed_at":"2025-11-30T23:30:00Z"})")
                  .text("code"),
        "security_incident/not_of_category");

    const Answer report = stage->get(auditor, row + "/report");
    ASSERT_EQ(report.status, 200);
    std::string text;
    const auto paragraphs = docx::read_text(report.body);
    for (const docx::Paragraph& each : paragraphs.value())
        text += each.text + "\n";
    EXPECT_NE(text.find("事故報告書\n"), std::string::npos) << text;
    EXPECT_NE(text.find("初めの措置\n救急車を呼んだ\n"), std::string::npos) << text;
    EXPECT_EQ(stage->get(auditor, "/events?kind=security_incident.paper_exported").text("subject_id"),
        row.substr(row.rfind('/') + 1));
}

TEST_P(Damages, of_a_visit_lead_back_to_it)
{
    const Answer visit = stage->post(worker, "/visits",
        R"({"site_id":")" + stage->get(city, "/site-register").text("id") +
            R"(","purpose":"点検","told":"窓口 花子","planned_from":"2025-12-01T08:00","planned_until":"2025-12-01T09:00",)"
            R"("workers":[{"name":"保全 三枝"}]})");
    ASSERT_EQ(visit.status, 201) << visit.body;
    const std::string row = reported(worker, "damage", building + R"(,"visit":")" + visit.text("id") + "\"");
    EXPECT_EQ(stage->get(city, row).text("subject_kind"), "visit");
    EXPECT_EQ(stage->get(city, row).text("subject_id"), visit.text("id"));
    const std::string told =
        R"({"kind":"loss","title":"鍵","what":"無い","noticed_at":"2025-11-30T23:30:00Z","place":"窓口","visit":"none"})";
    EXPECT_EQ(stage->post(worker, "/security-incidents", told).text("code"), "visit/not_found");
}

TEST_P(Damages, are_listed_by_category_and_seen_by_those_who_may)
{
    const std::string damage = reported(worker, "damage", building);
    const std::string accident = reported(worker, "accident", R"(,"kind":"injury")");
    const auto first_of = [&](const std::string& query) {
        return "/security-incidents/" + stage->get(auditor, "/security-incidents?" + query).text("id");
    };
    EXPECT_EQ(first_of("category=damage"), damage);
    EXPECT_EQ(first_of("category=accident&open=true"), accident);
    EXPECT_EQ(first_of("kind=building&from=2025-12-01&until=2025-12-01"), damage);
    EXPECT_EQ(stage->get(auditor, "/security-incidents?category=damage&from=2025-12-02").body,
        R"({"items":[],"next_cursor":null})");
    EXPECT_EQ(stage->get(auditor, "/security-incidents/export?category=damage").status, 200);
    EXPECT_EQ(stage->post(auditor, damage + "/restoration", restored, 1).status, 403);
    EXPECT_EQ(stage->post(auditor, damage + "/ruling", R"({"verdict":"confirmed"})", 1).status, 403);
    for (const char* who : {division, site}) {
        EXPECT_EQ(stage->get(who, damage).status, 404) << who;
        EXPECT_EQ(stage->get(who, damage + "/report").status, 404) << who;
        EXPECT_EQ(stage->get(who, "/security-incidents/export").status, 404) << who;
    }
    EXPECT_EQ(stage->post(site, damage + "/restoration", restored, 1).status, 404) << "reported, but not read";
}

HOSHUBAN_ON_BOTH_DATABASES(Damages);

}
}
