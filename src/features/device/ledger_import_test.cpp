#include "features/device/ledger_import_doc.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/device/ledger_doc.hpp"
#include "formats/xlsx_package_test.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace hoshuban::device {
namespace {

std::string read_back(const std::string& bytes)
{
    const auto rows = read_ledger(bytes, test::day("2025-10-03"));
    if (!rows)
        return rows.error().code;
    std::string text;
    for (const LedgerRow& row : *rows) {
        text += fmt::format("{}:", row.row);
        for (const auto& [column, value] : row.values) {
            if (!value.empty())
                text += fmt::format(" {}={}", name_of(column), value);
        }
        for (const auto& problem : row.problems)
            text += fmt::format(" {}!{}", problem.cell, problem.code);
        text += "\n";
    }
    return text;
}

TEST(LedgerFiles, AreReadByTheWordsOfTheirHeadings)
{
    struct Case {
        const char* story;
        std::string bytes;
        std::string rows;
    };
    const Case cases[] = {
        {"any order, other words, columns that nobody knows",
            "貸与機器一覧\n\n備考,設置拠点,メモ,機種,機器番号\n窓口用,北区役所,x,D588/T,NB-1\n,,,,\n,東区役所,,D588/"
            "T,NB-2\n",
            "4: number=NB-1 model=D588/T site=北区役所 remarks=窓口用\n6: number=NB-2 model=D588/T site=東区役所\n"},
        {"CP932", "\x8B\x40\x8A\xEDID,\x8B\x40\x8E\xED\x96\xBC,\x8B\x92\x93_\nNB-1,D588,\x93\x8C\x8B\xE6\n",
            "2: number=NB-1 model=D588 site=東区\n"},
        {"full width and written days", "機器ID,拠点番号,この場所に来た日\nＮＢ－００１,１２,令和7年10月1日\n",
            "2: number=NB-001 site_number=12 since=2025-10-01\n"},
        {"a day that is none, a text that is too long",
            "機器ID,機種名,この場所に来た日,備考\nNB-1,D588,2025/2/30," + std::string(1'001, 'x') + "\n",
            "2: number=NB-1 model=D588 C2!day/no_such_day D2!text/too_long\n"},
        {"no head row", "NB-1,D588,東区役所\n", "import/no_head"},
        {"nothing to tell the units by", "機種名,拠点,備考\nD588,東区,x\n", "import/no_head"},
        {"neither encoding", "\xFF\xFF\xFF\x00\x01", "import/encoding"},
        {"an old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", "xlsx/old_xls"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(read_back(c.bytes), c.rows) << c.story;
}

TEST(LedgerFiles, ComeBackAsTheyLeft)
{
    contract::Device device;
    device.id = {"D-0014"};
    device.number = "D-0014";
    device.device_class = "terminal";
    device.kind = "端末";
    device.model = "=D588/T";
    const std::vector<Unit> units{
        {device, {test::day("2025-10-03"), no_end, {SiteId{"s3"}, "2階", Use::spare, Keeper::contractor}}, 3, "北区"}};
    const auto bytes = ledger_workbook({"業務", "", test::day("2025-10-03"), 1}, units,
        {{"r7"}, {{.id = "terminal", .label = {"端末", "terminal"}, .clause = {}}}}, test::at("2025-10-03 17:00"));
    EXPECT_EQ(read_back(*bytes),
        "4: row_id=r7/D-0014#7aab6958 number=D-0014 kind=端末 class=端末 model==D588/T site_number=3 site=北区 "
        "place=2階 "
        "use=予備機 keeper=受託者 since=2025-10-03\n");
    EXPECT_EQ(
        read_back(test::xlsx_of_rows(
            R"(<row r="1"><c r="A1" t="inlineStr"><is><t>機器ID</t></is></c><c r="B1" t="inlineStr"><is><t>拠点</t></is></c>)"
            R"(<c r="C1" t="inlineStr"><is><t>備考</t></is></c></row>)"
            R"(<row r="2"><c r="A2" t="inlineStr"><is><t>NB-1</t></is></c><c r="C2"><f>1+1</f><v>2</v></c></row>)")),
        "2: number=NB-1 C2!import/formula\n");
}

TEST(LedgerFiles, BringTheFactsOfEachUnitBack)
{
    contract::Device device;
    device.id = {"D-0014"};
    device.number = "D-0014";
    const std::vector<Unit> units{{device, {test::day("2025-10-03"), no_end, {}}, {}, {}}};
    const FactsOfUnits facts{{device.id,
        {.serial = "R 00014",
            .bought_on = test::day("2025-03-01"),
            .warranty_ends_on = test::day("2030-02-28"),
            .wire = false,
            .spare_key = true,
            .medium_edition = "窓口端末 第2版",
            .address = "10.1.2.3"}}};
    const auto bytes = ledger_workbook(
        {"業務", "", test::day("2025-10-03")}, units, {{"r7"}, {}}, test::at("2025-10-03 17:00"), &facts);
    EXPECT_EQ(read_back(*bytes),
        "4: row_id=r7/D-0014#f32b16ff-4740e393 number=D-0014 use=稼働中 keeper=受託者 since=2025-10-03 serial=R 00014 "
        "bought_on=2025-03-01 warranty_ends_on=2030-02-28 wire=なし spare_key=あり medium_edition=窓口端末 第2版 "
        "address=10.1.2.3\n");
}

// Written by LibreOffice, with headings of the own of the city, below a title, and numbers as numbers.
TEST(LedgerFiles, OfLibreOfficeAreReadByTheColumnsThatSomebodySaid)
{
    const auto path = std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "tests/fixtures/registers/libreoffice.xlsx";
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(read_back(bytes), "import/no_head");
    const std::vector<ColumnChoice> said{
        {"端末番号", LedgerColumn::number}, {"設置拠点", LedgerColumn::site_number}, {"置き場", LedgerColumn::place}};
    const auto sheet = read_ledger_sheet(bytes, test::day("2025-10-03"), said);
    ASSERT_TRUE(sheet) << sheet.error().text.ja;
    std::string rows;
    for (const LedgerRow& row : sheet->rows) {
        rows += fmt::format("{}:", row.row);
        for (const auto& [column, value] : row.values)
            rows += fmt::format(" {}={}", name_of(column), value);
        for (const auto& problem : row.problems)
            rows += fmt::format(" {}!{}", problem.cell, problem.code);
        rows += "\n";
    }
    EXPECT_EQ(rows,
        "3: number=D-0014 model=ESPRIMO D588/T site_number=4 place=２階　税証明窓口 since=2025-10-01 remarks=窓口用\n"
        "4: number=NB-0001 model=LIFEBOOK site_number=3 place=1階 since=2025-10-01 remarks=\n");
}

}
}
