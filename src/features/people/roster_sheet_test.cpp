#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/people/roster_sheet_doc.hpp"
#include "features/people/worker_fixture_test.hpp"
#include "formats/xlsx_reader.hpp"
#include "formats/xlsx_writer.hpp"

#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

constexpr const char* all_columns = "sapporo-r7-juki-cs";
constexpr const char* four_columns = "other-city-r6-terminals";
const Instant now = *parse_instant("2025-12-01T00:00:00Z");

std::vector<Worker> sheet_roster()
{
    std::vector<Worker> all{
        worker_of({{ChangeKind::entry, "2025-04-01", Standing::settled, false, "責任 太郎", {StaffDuty::responsible}}}),
        worker_of({{ChangeKind::entry, "2025-04-01", Standing::settled, false, "作業 花子"},
            {ChangeKind::leaving, "2026-01-01", Standing::settled}}),
        worker_of({{ChangeKind::entry, "2025-04-01", Standing::settled, false, "退任 一郎"},
            {ChangeKind::leaving, "2025-11-01", Standing::settled}})};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].id = {"w" + std::to_string(i + 1)};
    return all;
}

std::string cells_of(const std::string& bytes)
{
    auto workbook = xlsx::Workbook::open(bytes).value();
    std::string text;
    const auto sheet = workbook.read(workbook.sheets().at(0)).value();
    for (const xlsx::Row& row : sheet.rows) {
        for (const xlsx::Cell& cell : row.cells)
            text += cell.text + "|";
        text += "\n";
    }
    return text;
}

/// A file with one head row and these rows.
std::string file_of(const std::vector<std::vector<std::string>>& rows)
{
    xlsx::SheetLayout layout{.name = "名簿", .columns = {}, .headings = {}, .created = now};
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        layout.columns.push_back({10, {}});
        layout.headings.push_back({.row = 1, .column = static_cast<int>(i) + 1, .text = rows.front()[i], .style = {}});
    }
    auto writer = xlsx::Writer::create(layout).value();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::vector<xlsx::Value> values(rows[i].begin(), rows[i].end());
        EXPECT_TRUE(writer.add(values));
    }
    return writer.finish().value();
}

std::string planned(const std::string& bytes, const char* profile = all_columns)
{
    const auto rows = read_roster(bytes, test::profile(profile), day("2025-12-01"));
    if (!rows)
        return rows.error().code;
    const auto all = sheet_roster();
    const auto plan = plan_import({test::profile(profile), test::office(), all, nullptr, day("2025-12-01")}, *rows);
    std::string text;
    for (const PlannedRow& row : plan) {
        text += fmt::format("{} {} {} {}", row.row, name_of(row.outcome), row.entry.name,
            row.takes_effect_on ? to_text(*row.takes_effect_on) : "-");
        for (const FieldError& problem : row.problems)
            text += fmt::format(" {} {}", problem.path, problem.code);
        text += "\n";
    }
    return text;
}

TEST(RosterSheet, HoldsWhoIsThereInTheContractsColumns)
{
    const auto file = [](const char* profile, bool contacts) {
        return cells_of(
            roster_xlsx(sheet_roster(), {test::profile(profile), day("2025-12-01"), contacts}, now).value());
    };
    EXPECT_EQ(file(four_columns, true),
        "機密性3の情報資産を取り扱う従事者の報告|\n" + test::profile(four_columns).title +
            "　令和7年12月1日現在|\n"
            "所属|氏名|作業内容|取り扱う情報資産|\n"
            "例示システム株式会社|責任 太郎|端末の設定|端末の設定情報|\n"
            "例示システム株式会社|作業 花子|端末の設定|端末の設定情報|\n");
    const std::string all = file(all_columns, true);
    EXPECT_NE(all.find("所属|再委託|氏名|ふりがな|役割|作業内容|取り扱う情報資産|連絡先|従事開始日|従事終了日|"),
        std::string::npos)
        << all;
    EXPECT_NE(all.find("|090-0000-0000|2025/04/01|2025/12/31|"), std::string::npos) << all;
    EXPECT_EQ(file(all_columns, false).find("090-0000-0000"), std::string::npos);
}

TEST(RosterSheet, ComesBackUnchanged)
{
    const auto bytes = roster_xlsx(sheet_roster(), {test::profile(all_columns), day("2025-12-01"), true}, now).value();
    EXPECT_EQ(planned(bytes), "4 unchanged 責任 太郎 -\n5 unchanged 作業 花子 -\n");
}

TEST(RosterSheet, ShowsWhatEachRowWouldDo)
{
    const std::string company = "例示システム株式会社";
    EXPECT_EQ(planned(file_of({{"氏名", "所属", "作業内容", "取り扱う情報資産", "従事開始日", "役割"},
                  {"責任 太郎", company, "機器の点検", "端末の設定情報", "", "業務責任者"},
                  {"新人 四郎", company, "現地作業", "端末一覧", "2025/12/5", ""},
                  {"明日 五郎", company, "現地作業", "端末一覧", "令和7年12月1日", ""},
                  {"空白 六郎", "", "", "端末一覧", "", ""}, {"新人　四郎", company, "現地作業", "端末一覧", "", ""},
                  {"役割 七郎", company, "現地作業", "端末一覧", "13月", "部長"},
                  {"早い 八郎", company, "現地作業", "端末一覧", "", "作業従事者"}})),
        "2 changed 責任 太郎 2025-12-02\n"
        "3 new 新人 四郎 2025-12-05\n"
        "4 refused 明日 五郎 2025-12-01 A4 people/too_late\n"
        "5 refused 空白 六郎 - B5 people/empty C5 people/empty\n"
        "6 refused 新人　四郎 - A6 people/twice\n"
        "7 refused 役割 七郎 - E7 day/unreadable F7 people/unknown_duty\n"
        "8 new 早い 八郎 2025-12-02\n");
}

TEST(RosterSheet, KeepsWhatAFileDoesNotState)
{
    const auto rows = read_roster(file_of({{"氏名", "所属", "作業内容", "取り扱う情報資産"},
                                      {"責任 太郎", "例示システム株式会社", "全体の管理", "端末の設定情報"}}),
        test::profile(all_columns), day("2025-12-01"));
    const auto all = sheet_roster();
    const auto plan =
        plan_import({test::profile(all_columns), test::office(), all, nullptr, day("2025-12-01")}, rows.value());
    ASSERT_EQ(plan.size(), 1U);
    EXPECT_EQ(plan[0].entry.contact, "090-0000-0000");
    EXPECT_EQ(plan[0].entry.duties, std::vector<StaffDuty>{StaffDuty::responsible});
    EXPECT_EQ(plan[0].entry.work, "全体の管理");
}

TEST(RosterSheet, IsRefusedWithoutItsHead)
{
    EXPECT_EQ(planned(file_of({{"名前", "会社"}, {"誰か", "どこか"}})), "people/no_head");
    std::vector<std::vector<std::string>> many{{"氏名", "所属", "作業内容", "取り扱う情報資産"}};
    for (int i = 0; i < 501; ++i)
        many.push_back({"氏名" + std::to_string(i), "会社", "作業", "資産"});
    EXPECT_EQ(planned(file_of(many)), "people/too_many_rows");
}

}
}
