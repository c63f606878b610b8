#include "features/device/ledger_doc.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/device/edition.hpp"
#include "formats/xlsx_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

using test::day;

Unit desk_unit()
{
    contract::Device device;
    device.id = {"D-0014"};
    device.number = "=D-0014";
    device.device_class = "terminal";
    device.kind = "端末";
    device.model = "ESPRIMO D588/T";
    device.type_number = "FMVD38001";
    device.division = "住記・税";
    device.remarks = "窓口用";
    return {device, {day("2025-10-03"), no_end, {SiteId{"s3"}, "2階", Use::in_service, Keeper::contractor}}, 3,
        "北区役所戸籍住民課"};
}

std::string text_of_sheet(const std::string& bytes)
{
    auto workbook = xlsx::Workbook::open(bytes).value();
    std::string text;
    const auto sheet = workbook.read(workbook.sheets().front()).value();
    for (const xlsx::Row& row : sheet.rows) {
        for (const xlsx::Cell& cell : row.cells)
            text += fmt::format("{}={}{} ", xlsx::to_text(cell.at), cell.text, cell.is_formula ? " FORMULA" : "");
        text += "\n";
    }
    return text;
}

TEST(Ledger, IsOneRowPerUnitBelowTheHeadingsOfItsEdition)
{
    const std::vector<Unit> units{desk_unit()};
    const LedgerHeading heading{"端末機器等保守業務", "住記・税", day("2025-10-03"), 3};
    const LedgerWords words{{"sapporo-r7"}, {{.id = "terminal", .label = {"端末", "terminal"}, .clause = {}}}};
    const auto bytes = ledger_workbook(heading, units, words, test::at("2025-10-03 17:00"));
    ASSERT_TRUE(bytes);
    EXPECT_EQ(text_of_sheet(*bytes),
        "A1=所在等管理一覧（住記・税） \n"
        "A2=端末機器等保守業務　第3版　令和7年10月3日現在 \n"
        "A3=行ID B3=機器ID C3=機器の種類 D3=機器の区分 E3=機種名 F3=型番 G3=システムの区分 H3=拠点番号 I3=拠点 "
        "J3=場所 K3=使い方 L3=管理者 M3=この場所に来た日 N3=備考 \n"
        "A4=sapporo-r7/D-0014#5b8a8574 B4==D-0014 C4=端末 D4=端末 E4=ESPRIMO D588/T F4=FMVD38001 G4=住記・税 H4=3 "
        "I4=北区役所戸籍住民課 J4=2階 K4=稼働中 L4=受託者 M4=2025/10/03 N4=窓口用 \n");
    EXPECT_EQ(ledger_file_name(heading), "所在等管理一覧_住記・税_第3版_2025-10-03.xlsx");
    EXPECT_EQ(ledger_file_name({"", "", day("2025-10-03"), 0}), "所在等管理一覧_2025-10-03.xlsx");
    EXPECT_EQ(*bytes, *ledger_workbook(heading, units, words, test::at("2025-10-03 17:00")));
}

TEST(Ledger, SaysHowManyOfItsUnitsAreAssumed)
{
    std::vector<Unit> units{desk_unit(), desk_unit()};
    units.back().device.known = contract::DeviceKnown::assumption;
    const auto bytes = ledger_workbook({.contract = "業務", .division = "", .on = day("2025-10-03"), .kept_by_city = 1},
        units, {{"sapporo-r7"}, {}}, test::at("2025-10-03 17:00"));
    ASSERT_TRUE(bytes);
    EXPECT_EQ(text_of_sheet(*bytes).substr(0, text_of_sheet(*bytes).find("A3=")),
        "A1=所在等管理一覧 \nA2=業務　令和7年10月3日現在　市管理1台を除く　うち想定1台 \n");
}

TEST(Editions, KeepTheirNumberUntilTheyAreSubmittedOnce)
{
    EXPECT_EQ(next_edition(std::nullopt).number, 1);
    Edition edition{.division = "国保福祉", .number = 4, .made_at = test::at("2025-10-03 17:00"), .version = 2};
    EXPECT_EQ(next_edition(edition).number, 4);
    EXPECT_EQ(next_edition(edition).version, 3);

    EXPECT_EQ(submit(edition, day("2025-10-02"), day("2025-10-05"), "保全 三枝").error().code, "device/submitted_day");
    EXPECT_EQ(submit(edition, day("2025-10-06"), day("2025-10-05"), "保全 三枝").error().code, "device/submitted_day");
    ASSERT_TRUE(submit(edition, day("2025-10-03"), day("2025-10-05"), "保全 三枝"));
    EXPECT_EQ(edition.version, 3);
    const auto twice = submit(edition, day("2025-10-04"), day("2025-10-05"), "別人");
    EXPECT_EQ(twice.error().code, "device/edition_submitted");
    EXPECT_EQ(twice.error().kind, ErrorKind::conflict);
    EXPECT_EQ(twice.error().text.ja,
        "第4版は令和7年10月3日に提出済みです。台帳が変わっていれば、新しい版を作って提出してください。");
    EXPECT_EQ(edition.submitted_by, "保全 三枝");
    const Edition next = next_edition(edition);
    EXPECT_EQ(next.number, 5);
    EXPECT_EQ(next.version, 1);
    EXPECT_EQ(next.division, "国保福祉");
}

}
}
