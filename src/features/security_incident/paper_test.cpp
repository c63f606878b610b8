#include "features/security_incident/damage.hpp"
#include "features/security_incident/damage_fixture_test.hpp"
#include "features/security_incident/incident_list_doc.hpp"
#include "features/security_incident/report_doc.hpp"

#include "features/contract/profile_fixtures_test.hpp"
#include "formats/docx_text.hpp"
#include "formats/xlsx_reader.hpp"

#include <gtest/gtest.h>

namespace hoshuban::security_incident {
namespace {

using test::at;
using test::damage;
using test::day;
using test::paper;
using test::restoration;

const Instant printed_at = at("2025-12-03 10:00");

Incident settled_damage()
{
    Incident row = damage();
    row.intake.harm.amount_yen = 1'234'567;
    row.term = ReportTerm{at("2025-12-01 23:59"), true, "003 §9"};
    row = *report_in_writing(row, paper(), printed_at);
    row = *restore(row, restoration(), day("2025-12-03"));
    return *rule(row, Side::city, {Verdict::confirmed, "", at("2025-12-03 09:00"), "見本 太郎"});
}

std::string text_of(const Incident& incident, const std::vector<CourseEntry>& entries)
{
    const auto bytes = report_document(incident, entries, test::profile("other-city-r6-terminals"), printed_at);
    std::string all;
    const auto paragraphs = docx::read_text(bytes.value()).value();
    for (const docx::Paragraph& each : paragraphs)
        all += each.text + "\n";
    return all;
}

TEST(ReportPaper, tells_of_damage_from_the_floor_to_the_new_tile)
{
    const contract::Profile& profile = test::profile("other-city-r6-terminals");
    const std::vector<CourseEntry> entries{
        {{"e1"}, EntryKind::course, at("2025-12-01 09:20"), "市の担当者が見た", "架空", at("2025-12-01 09:30")}};
    EXPECT_EQ(text_of(settled_damage(), entries),
        "令和7年12月3日\n（あて先）" + profile.municipality + "\n損害報告書\n" + profile.title +
            "\n項目\n内容\n番号\nJ25-001\n件名\n床の損傷\n種類\n建造物\n気づいた日時\n令和7年12月1日 09:00\n"
            "場所\n区役所\n内容\n台車を倒した\n損傷した物\n床のタイル\n損害を受けた側\n市\n損害額\n1,234,567円\n"
            "原因\n積みすぎ\n被害の状況\n1枚割れた\n初めの措置\n通路をふさいだ\n"
            "最初の報告\n令和7年12月1日 15:00 見本 太郎（持参）\n"
            "経過と措置\n日時\n種類\n内容\n記入した人\n令和7年12月1日 09:20\n経過\n市の担当者が見た\n架空\n"
            "復旧\n項目\n内容\n復旧の内容\nタイルを張り替えた\n前の資材\n塩ビタイル\n"
            "復旧に使った資材\n塩ビタイル（同等品）\n復旧した日\n令和7年12月2日\n費用の負担\n受注者\n"
            "市の判断\n復旧を確認 令和7年12月3日 09:00 見本 太郎\n根拠: 003 §9\n");
    EXPECT_EQ(report_file_name(settled_damage()), "損害報告書_J25-001.docx");
}

TEST(ReportPaper, says_what_is_not_known_yet)
{
    Incident row = damage();
    row.intake.harm = {.affected = "車", .party = Party::third_party, .party_name = "架空運送"};
    const std::string text = text_of(row, {});
    EXPECT_NE(text.find("損害を受けた側\n第三者（架空運送）\n損害額\n未定\n原因\n調査中\n被害の状況\n調査中\n"),
        std::string::npos)
        << text;
    row.intake.category = Category::accident;
    row.intake.harm = {.affected = "作業員"};
    EXPECT_NE(text_of(row, {}).find("事故報告書\n"), std::string::npos);
    EXPECT_EQ(report_file_name(row), "事故報告書_J25-001.docx");
}

TEST(IncidentList, leaves_as_a_workbook)
{
    Incident late = damage();
    late.term = ReportTerm{at("2025-12-01 23:59"), true, "003 §9"};
    const auto bytes = incident_workbook({settled_damage(), late}, Language::ja, printed_at);
    ASSERT_TRUE(bytes);
    auto workbook = xlsx::Workbook::open(*bytes);
    ASSERT_TRUE(workbook);
    const auto sheet = workbook->read(workbook->sheets().at(0));
    ASSERT_TRUE(sheet);
    const auto texts = [&](std::size_t row) {
        std::vector<std::string> cells(20);
        for (const auto& cell : sheet->rows.at(row).cells)
            cells.at(static_cast<std::size_t>(cell.at.column) - 1) = cell.text;
        std::string all;
        for (const std::string& cell : cells)
            all += cell + "|";
        return all;
    };
    ASSERT_EQ(sheet->rows.size(), 3U);
    EXPECT_EQ(texts(1),
        "J25-001|損害|建造物|床の損傷|2025-12-01 09:00|区役所|台車を倒した|積みすぎ|1枚割れた|床のタイル|市|1234567|"
        "対応中|2025-12-01 23:59|2025-12-01 15:00||2025-12-02|復旧を確認|||");
    EXPECT_EQ(texts(2),
        "J25-001|損害|建造物|床の損傷|2025-12-01 09:00|区役所|台車を倒した|積みすぎ|1枚割れた|床のタイル|市||"
        "市に未報告|2025-12-01 23:59||遅れ|||||");
}

}
}
