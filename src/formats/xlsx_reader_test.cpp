#include "formats/xlsx_package_test.hpp"
#include "formats/xlsx_reader.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace hoshuban::xlsx {
namespace {

using namespace std::string_literals;
using test::RawWorkbook;
using test::xlsx_of;
using test::xlsx_of_rows;

Result<Sheet> first_sheet(const std::string& bytes, const Limits& limits = {})
{
    TRY_ASSIGN(auto workbook, Workbook::open(bytes, limits));
    return workbook.read(workbook.sheets().at(0));
}

std::string refusal(const std::string& bytes, const Limits& limits = {})
{
    const auto sheet = first_sheet(bytes, limits);
    return sheet ? "" : sheet.error().code;
}

TEST(XlsxAddress, reads_and_prints)
{
    struct Case {
        const char* text;
        std::optional<Address> address;
    };
    const Case cases[] = {
        {"A1", Address{1, 1}},
        {"D12", Address{12, 4}},
        {"Z9", Address{9, 26}},
        {"AA10", Address{10, 27}},
        {"XFD1048576", Address{1'048'576, 16'384}},
        {"$D$12", Address{12, 4}},
        {"XFE1", {}},
        {"A1048577", {}},
        {"A0", {}},
        {"A", {}},
        {"1", {}},
        {"", {}},
        {"A1B", {}},
        {"あ1", {}},
        {"AAAAAAAAAAAAAAAAAAAA1", {}},
        {"A99999999999999999999", {}},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parse_address(c.text), c.address) << c.text;
        if (c.address && c.text[0] != '$') {
            EXPECT_EQ(to_text(*c.address), c.text);
        }
    }
}

TEST(XlsxDays, come_from_serials)
{
    struct Case {
        double serial;
        DateSystem system;
        std::optional<LocalDay> day;
    };
    const auto from_1900 = DateSystem::from_1900;
    const auto from_1904 = DateSystem::from_1904;
    const Case cases[] = {
        {44'440, from_1900, make_day(2021, 9, 1)},
        {44'440.99, from_1900, make_day(2021, 9, 1)},
        {1, from_1900, make_day(1900, 1, 1)},
        {59, from_1900, make_day(1900, 2, 28)},
        {60, from_1900, {}},
        {61, from_1900, make_day(1900, 3, 1)},
        {0, from_1900, {}},
        {-1, from_1900, {}},
        {2'958'465, from_1900, make_day(9999, 12, 31)},
        {2'958'466, from_1900, {}},
        {0, from_1904, make_day(1904, 1, 1)},
        {42'978, from_1904, make_day(2021, 9, 1)},
        {2'957'003, from_1904, make_day(9999, 12, 31)},
        {2'957'004, from_1904, {}},
        {std::nan(""), from_1900, {}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(day_of_serial(c.serial, c.system), c.day) << c.serial;
}

TEST(XlsxDays, are_recognised_by_number_format)
{
    struct Case {
        int id;
        const char* code;
        bool day;
    };
    const Case cases[] = {
        {0, "", false},
        {14, "", true},
        {22, "", true},
        {20, "", false},
        {31, "", true},
        {32, "", false},
        {58, "", true},
        {45, "", false},
        {164, "yyyy/m/d", true},
        {164, "[$-411]ggge\"年\"m\"月\"d\"日\";@", true},
        {164, "[$-ja-JP-x-gannen]ggge\"年\"", true},
        {164, "m/d", true},
        {164, "aaa", true},
        {164, "h:mm", false},
        {164, "[h]:mm:ss", false},
        {164, "h:mm AM/PM", false},
        {164, "General", false},
        {164, "General\"日\"", false},
        {164, "0.0", false},
        {164, "0.00E+00", false},
        {164, "#,##0\"円\"", false},
        {164, "[Red]0", false},
        {164, "\\d0", false},
        {164, "0;yyyy", false},
        {164, "\"unclosed", false},
        {164, "@", false},
    };
    for (const Case& c : cases)
        EXPECT_EQ(shows_day(c.id, c.code), c.day) << c.id << " " << c.code;
}

TEST(XlsxReader, reads_every_kind_of_cell)
{
    const std::string bytes = xlsx_of({
        .sheets = {{.name = "表", .inside = R"(<sheetData>
            <row r="2" spans="1:3"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>
            <row r="3"><c r="A3"><v>20</v></c><c r="B3"><v>0.30000000000000004</v></c><c r="C3" s="1"/><c r="D3" t="b"><v>1</v></c>
              <c r="E3" t="e"><v>#N/A</v></c><c r="G3" t="inlineStr"><is><t xml:space="preserve"> 前後 </t></is></c></row>
            <row r="5"><c r="A5" s="1"><v>44440</v></c><c r="B5" s="2"><v>44440.354166666664</v></c><c r="C5" s="1"><v>60</v></c>
              <c r="D5" t="d"><v>2021-09-01</v></c><c r="E5"><v>123456789012</v></c></row>
            <row r="6"><c r="A6"><f>1+1</f><v>2</v></c><c r="B6" t="str"><f>"a"</f><v>a</v></c><c r="C6"><f>cmd()</f></c>
              <c r="D6" t="str"><f>""</f><v></v></c></row>
            <row><c><v>1</v></c><c t="s"><v>0</v></c></row>
            </sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>)"}},
        .shared_strings = R"(<si><t>共有</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t>文字</t></r></si>
            <si><t>札幌</t><rPh sb="0" eb="2"><t>サッポロ</t></rPh><phoneticPr fontId="1"/></si>)",
        .number_formats =
            R"(<numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>)",
        .cell_formats = R"(<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/>)",
    });
    const auto sheet = first_sheet(bytes);
    ASSERT_TRUE(sheet) << sheet.error().text.en;
    const std::vector<Cell> expected = {
        {{2, 1}, CellKind::text, "共有"},
        {{2, 2}, CellKind::text, "富文字"},
        {{2, 3}, CellKind::text, "札幌"},
        {{3, 1}, CellKind::number, "20", 20},
        {{3, 2}, CellKind::number, "0.3", 0.30000000000000004},
        {{3, 4}, CellKind::boolean, "TRUE", 1},
        {{3, 5}, CellKind::error, "#N/A"},
        {{3, 7}, CellKind::text, " 前後 "},
        {{5, 1}, CellKind::date, "2021-09-01", 44'440},
        {{5, 2}, CellKind::date, "2021-09-01T08:30:00", 44'440.354166666664},
        {{5, 3}, CellKind::number, "60", 60},
        {{5, 4}, CellKind::date, "2021-09-01"},
        {{5, 5}, CellKind::number, "123456789012", 123'456'789'012},
        {{6, 1}, CellKind::number, "2", 2, true},
        {{6, 2}, CellKind::text, "a", 0, true},
        {{6, 3}, CellKind::empty, "", 0, true},
        {{6, 4}, CellKind::text, "", 0, true},
        {{7, 1}, CellKind::number, "1", 1},
        {{7, 2}, CellKind::text, "共有"},
    };
    std::vector<Cell> cells;
    for (const Row& row : sheet->rows)
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
    ASSERT_EQ(cells.size(), expected.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        EXPECT_EQ(cells[i], expected[i]) << to_text(cells[i].at) << " " << cells[i].text;
    EXPECT_EQ(sheet->merged, (std::vector<Range>{{{1, 1}, {1, 3}}, {{2, 1}, {3, 1}}}));
    EXPECT_EQ(sheet->rows.at(1).find(7)->text, " 前後 ");
    EXPECT_EQ(sheet->rows.at(1).find(3), nullptr);
}

TEST(XlsxReader, knows_sheets_and_the_date_system)
{
    const std::string bytes = xlsx_of({
        .sheets = {{.name = "一覧"}, {.name = "控え", .inside = "<sheetData/>", .state = "hidden"},
            {.name = "裏",
                .inside = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>42978</v></c></row></sheetData>",
                .state = "veryHidden"}},
        .cell_formats = R"(<xf numFmtId="0"/><xf numFmtId="14"/>)",
        .properties = "<workbookPr date1904=\"1\"/>",
    });
    auto workbook = Workbook::open(bytes);
    ASSERT_TRUE(workbook);
    ASSERT_EQ(workbook->sheets().size(), 3U);
    EXPECT_EQ(workbook->sheets()[0].name, "一覧");
    EXPECT_EQ(workbook->sheets()[1].visibility, Visibility::hidden);
    EXPECT_EQ(workbook->sheets()[2].visibility, Visibility::very_hidden);
    EXPECT_EQ(workbook->date_system(), DateSystem::from_1904);
    EXPECT_EQ(workbook->read(workbook->sheets()[2])->rows.at(0).cells.at(0).text, "2021-09-01");
}

TEST(XlsxReader, keeps_ivs_private_use_and_escaped_characters)
{
    const auto sheet = first_sheet(
        xlsx_of_rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>葛\U000E0100\uE000 _x0000_ _x005F_x0041_</t>"
                     "</is></c></row>"));
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->rows.at(0).cells.at(0).text, "葛\U000E0100\uE000 "s + '\0' + " _x0041_");
}

TEST(XlsxReader, refuses_what_is_no_workbook_and_says_what_to_do)
{
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    const std::string encrypted = ole + std::string(600, '\0') + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s;
    const std::string zeros(8 << 20, '0');
    struct Case {
        const char* story;
        std::string bytes;
        const char* code;
        const char* advice;
    };
    const Case cases[] = {
        {"an empty file", "", "xlsx/empty", "空"},
        {"a text file", "管理番号,記入日\n", "xlsx/not_xlsx", ".xlsx"},
        {"a document of Word", test::zipped({{"word/document.xml", "<a/>"}}), "xlsx/not_xlsx", ".xlsx"},
        {"a binary workbook",
            test::zipped({{"_rels/.rels",
                              "<R><Relationship Id=\"1\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>"},
                {"xl/workbook.bin", "x"}}),
            "xlsx/not_xlsx", ".xlsx"},
        {"an old workbook", ole + std::string(600, '\0'), "xlsx/old_xls", "名前を付けて保存"},
        {"an encrypted workbook", encrypted, "xlsx/encrypted", "パスワード"},
        {"a broken archive", xlsx_of({}).substr(0, 900), "zip/broken", "壊れて"},
        {"a bomb",
            xlsx_of_rows(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t></t></is></c></row>" + std::string(8 << 20, ' ')),
            "zip/bomb", "展開"},
    };
    for (const Case& c : cases) {
        const auto sheet = first_sheet(c.bytes);
        ASSERT_FALSE(sheet) << c.story;
        EXPECT_EQ(sheet.error().code, c.code) << c.story;
        EXPECT_NE(sheet.error().text.ja.find(c.advice), std::string::npos) << c.story << ": " << sheet.error().text.ja;
        EXPECT_FALSE(sheet.error().text.en.empty()) << c.story;
    }
    EXPECT_EQ(refusal(std::string(21 << 20, 'P')), "zip/too_large");
}

TEST(XlsxReader, refuses_entity_tricks)
{
    auto parts = test::parts_of(test::RawWorkbook{});
    for (auto& [name, bytes] : parts) {
        if (name == "xl/worksheets/sheet1.xml")
            bytes = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b "
                    "\"&a;&a;\">]><worksheet>&b;</worksheet>";
    }
    EXPECT_EQ(refusal(test::zipped(parts)), "xml/doctype");
}

TEST(XlsxReader, names_the_cell_near_the_damage)
{
    const std::string ok = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    struct Case {
        const char* story;
        std::string rows;
        const char* code;
        const char* place;
    };
    const Case cases[] = {
        {"a NUL byte", ok + "<row r=\"2\"><c r=\"D2\" t=\"inlineStr\"><is><t>a" + "\0"s + "</t></is></c></row>",
            "xlsx/broken", "表!D2"},
        {"a NUL reference", ok + "<row r=\"2\"><c r=\"D2\" t=\"inlineStr\"><is><t>a&#0;</t></is></c></row>",
            "xlsx/broken", "表!D2"},
        {"an unknown entity", ok + "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>",
            "xlsx/broken", "表!B2"},
        {"text that is not there", ok + "<row r=\"2\"><c r=\"C2\" t=\"s\"><v>5</v></c></row>", "xlsx/broken", "表!C2"},
        {"rows out of order", ok + ok, "xlsx/order", "表!A1"},
        {"cells out of order", "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "xlsx/order",
            "表!B1"},
        {"a cell of another row", "<row r=\"1\"><c r=\"A7\"><v>1</v></c></row>", "xlsx/order", "表!A1"},
    };
    for (const Case& c : cases) {
        const auto sheet = first_sheet(xlsx_of_rows(c.rows));
        ASSERT_FALSE(sheet) << c.story;
        EXPECT_EQ(sheet.error().code, c.code) << c.story;
        ASSERT_EQ(sheet.error().fields.size(), 1U) << c.story;
        EXPECT_EQ(sheet.error().fields[0].path, c.place) << c.story;
    }
}

TEST(XlsxReader, stays_within_its_limits)
{
    const std::string two_cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>";
    const std::string shared = xlsx_of({.sheets = {{.name = "表",
                                            .inside = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                                                      "<c r=\"B1\" t=\"s\"><v>0</v></c></row></sheetData>"}},
        .shared_strings = "<si><t>" + std::string(60, 'x') + "</t></si>"});
    std::string deep;
    for (int i = 0; i < 80; ++i)
        deep += "<a>";
    struct Case {
        const char* story;
        std::string bytes;
        Limits limits;
        const char* code;
    };
    const Case cases[] = {
        {"more rows than a sheet can have", xlsx_of_rows("<row r=\"1048577\"></row>"), {}, "xlsx/too_many_rows"},
        {"too many cells", xlsx_of_rows(two_cells), {.cells = 1}, "xlsx/too_many_cells"},
        {"one shared text many times", shared, {.text_bytes = 100}, "xlsx/too_many_cells"},
        {"too much shared text", shared, {.text_bytes = 50}, "xlsx/too_much_text"},
        {"a long cell", xlsx_of_rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>123456</t></is></c></row>"),
            {.cell_bytes = 5}, "xlsx/cell_too_long"},
        {"too many sheets", xlsx_of({.sheets = {{.name = "a"}, {.name = "b"}}}), {.sheets = 1}, "xlsx/too_many_sheets"},
        {"nested too deeply", xlsx_of_rows(deep), {}, "xml/too_deep"},
        {"one endless tag", xlsx_of_rows("<row r=\"" + std::string(3 << 20, '1')), {.archive = {.ratio = 5000}},
            "xlsx/broken"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(refusal(c.bytes, c.limits), c.code) << c.story;
}

}
}
