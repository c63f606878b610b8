#include "features/device/matrix_doc.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "formats/xlsx_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

Count count_of(int site, const char* device_class, const char* model, Use use, int units)
{
    Count count{.device_class = device_class, .kind = "端末", .model = model, .generation = "current", .use = use};
    if (site > 0)
        count.site = test::profile("sapporo-r7-juki-cs").sites.at(static_cast<std::size_t>(site - 1)).id;
    count.units = units;
    return count;
}

Count kept_by_city(Count count)
{
    count.keeper = Keeper::city;
    return count;
}

/// The lines of a workbook that hold something, cells with their places.
std::string lines_of(const std::string& bytes, int first, int last)
{
    auto workbook = xlsx::Workbook::open(bytes).value();
    std::string text;
    const auto sheet = workbook.read(workbook.sheets().front()).value();
    for (const xlsx::Row& row : sheet.rows) {
        if (row.number < first || row.number > last)
            continue;
        for (const xlsx::Cell& cell : row.cells) {
            if (!cell.text.empty())
                text += fmt::format("{}={} ", xlsx::to_text(cell.at), cell.text);
        }
        text += "\n";
    }
    return text;
}

TEST(MatrixWorkbook, HasSitesInRowsModelsInColumnsAndTotalsAtBothEnds)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    const std::vector<Count> counts{count_of(1, "cs", "サーバ", Use::in_service, 2),
        count_of(1, "terminal", "D588/T", Use::in_service, 5), count_of(2, "terminal", "D588/T", Use::in_service, 3),
        count_of(2, "terminal", "D588/T", Use::planned, 1), count_of(2, "terminal", "D588/T", Use::retired, 9),
        count_of(0, "terminal", "D588/T", Use::spare, 4)};
    const auto bytes =
        matrix_workbook(profile, test::day("2025-10-03"), {.units = counts}, test::at("2025-10-03 09:00"));
    ASSERT_TRUE(bytes);
    const int sites = static_cast<int>(profile.sites.size());
    EXPECT_EQ(lines_of(*bytes, 1, 8),
        "A1=拠点別機種別台数 \n"
        "A2=令和7年度住基ネットCS・統合端末等運用サポート業務　令和7年10月3日現在 \n"
        "A3=番号 B3=拠点 E3=合計 \n"
        "C4=CS D4=統合端末 \n"
        "C5=サーバ D5=D588/T \n"
        "C6=現行機器 D6=現行機器 \n"
        "A7=1 B7=市役所2階住民情報課 C7=2 D7=5 E7=7 \n"
        "A8=2 B8=中央区役所仮庁舎戸籍住民課 D8=4（1） E8=4（1） \n");
    EXPECT_EQ(lines_of(*bytes, 7 + sites, 11 + sites),
        "B29=（拠点が決まっていない機器） D29=4 E29=4 \n"
        "B30=合計 C30=2 D30=13（1） E30=15（1） \n"
        "B32=契約の台数との照合 C32=契約 D32=台帳 E32=一致 F32=根拠 \n"
        "B33=CS C33=2 D33=2 E33=一致 F33=004 別紙1 §1(1) \n");
}

TEST(MatrixWorkbook, SaysBelowTheTotalsHowManyAreAssumed)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    std::vector<Count> counts{count_of(1, "ad", "サーバ", Use::in_service, 2)};
    counts.front().assumed = 2;
    const auto bytes =
        matrix_workbook(profile, test::day("2025-10-03"), {.units = counts}, test::at("2025-10-03 09:00"));
    ASSERT_TRUE(bytes);
    const int sites = static_cast<int>(profile.sites.size());
    EXPECT_EQ(
        lines_of(*bytes, 7 + sites, 8 + sites), "B29=合計 C29=2 D29=2 \nB30=うち想定2台（台数・場所は市に未確認） \n");
}

// What is maintained is what the contract states; what the city keeps is only not the contractor's to locate.
TEST(MatrixWorkbook, PutsWhatTheCityKeepsBesideTheCount)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    const std::vector<Count> counts{count_of(1, "cs", "サーバ", Use::in_service, 1),
        kept_by_city(count_of(2, "cs", "サーバ", Use::stored, 1)), count_of(2, "terminal", "D588/T", Use::planned, 1),
        kept_by_city(count_of(2, "terminal", "D588/T", Use::in_service, 4))};
    const auto bytes =
        matrix_workbook(profile, test::day("2025-10-03"), {.units = counts}, test::at("2025-10-03 09:00"));
    ASSERT_TRUE(bytes);
    EXPECT_EQ(lines_of(*bytes, 7, 8),
        "A7=1 B7=市役所2階住民情報課 C7=1 E7=1 \n"
        "A8=2 B8=中央区役所仮庁舎戸籍住民課 C8=0＋市管理1 D8=1（1）＋市管理4 E8=1（1）＋市管理5 \n");
    const int sites = static_cast<int>(profile.sites.size());
    EXPECT_EQ(lines_of(*bytes, 10 + sites, 10 + sites), "B32=CS C32=2 D32=1＋市管理1 E32=一致 F32=004 別紙1 §1(1) \n");
}

TEST(MatrixWorkbook, IsNamedAfterItsDay)
{
    EXPECT_EQ(matrix_file_name(test::day("2025-10-03")), "拠点別機種別台数_2025-10-03.xlsx");
}

}
}
