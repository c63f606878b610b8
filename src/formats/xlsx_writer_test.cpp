#include "formats/xlsx_writer.hpp"

#include "formats/xlsx_reader.hpp"

#include <gtest/gtest.h>

namespace hoshuban::xlsx {
namespace {

using namespace std::string_literals;

SheetLayout two_columns()
{
    return {
        .name = "表",
        .title = "題",
        .columns = {{10, {}}, {20, {.wrap = true, .border = true}}},
        .headings =
            {
                {.row = 1, .column = 1, .rows = 2, .text = "番号", .style = {.bold = true}},
                {.row = 1, .column = 2, .columns = 2, .text = "群", .style = {.border = true}},
                {.row = 2, .column = 2, .text = "値", .style = {}},
            },
        .heading_rows = 2,
        .frozen_columns = 1,
        .page = {.header = "&R&P/&N", .repeat_from = 1},
        .created = Instant{std::chrono::seconds{1'700'000'000}},
    };
}

std::string written(const std::vector<std::vector<Value>>& rows)
{
    auto writer = Writer::create(two_columns());
    for (const auto& row : rows)
        EXPECT_TRUE(writer->add(row));
    return writer->finish().value();
}

Sheet reread(const std::string& bytes)
{
    auto workbook = Workbook::open(bytes);
    EXPECT_TRUE(workbook);
    return workbook->read(workbook->sheets().at(0)).value();
}

TEST(XlsxWriter, every_text_comes_back_as_text)
{
    const std::string texts[] = {
        "=1+1",
        "=cmd|'/c calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "0012",
        " 前後 ",
        "一行目\n二行目",
        "CR\r\nLF",
        "tab\t",
        "a\0b"s,
        "_x0041_",
        "<&>\"'",
        "葛\U000E0100飾",
        "\uE000\U00100000",
        "ＡＢＣ①㈱",
        "\uFFFE",
        std::string(32'767, 'x'),
        "1e5",
        "TRUE",
        "\n",
        "-",
        "http://example.com/",
        "{=A1}",
    };
    std::vector<std::vector<Value>> rows;
    for (const std::string& text : texts)
        rows.push_back({1.0, std::string_view{text}});
    const Sheet sheet = reread(written(rows));
    ASSERT_EQ(sheet.rows.size(), 2 + std::size(texts));
    for (std::size_t i = 0; i < std::size(texts); ++i) {
        const Cell* cell = sheet.rows[i + 2].find(2);
        ASSERT_NE(cell, nullptr) << i;
        EXPECT_EQ(*cell, (Cell{{static_cast<int>(i) + 3, 2}, CellKind::text, texts[i]})) << i;
    }
}

TEST(XlsxWriter, writes_headings_numbers_and_gaps)
{
    const Sheet sheet = reread(written({{20.0, std::monostate{}}, {0.1, std::string_view{""}}, {}}));
    EXPECT_EQ(sheet.name, "表");
    ASSERT_EQ(sheet.rows.size(), 4U);
    EXPECT_EQ(
        sheet.rows[0].cells, (std::vector<Cell>{{{1, 1}, CellKind::text, "番号"}, {{1, 2}, CellKind::text, "群"}}));
    EXPECT_EQ(sheet.rows[1].cells, (std::vector<Cell>{{{2, 2}, CellKind::text, "値"}}));
    EXPECT_EQ(sheet.rows[2].cells, (std::vector<Cell>{{{3, 1}, CellKind::number, "20", 20}}));
    EXPECT_EQ(sheet.rows[3].cells, (std::vector<Cell>{{{4, 1}, CellKind::number, "0.1", 0.1}}));
    EXPECT_EQ(sheet.merged, (std::vector<Range>{{{1, 1}, {2, 1}}, {{1, 2}, {1, 3}}}));
}

TEST(XlsxWriter, declares_the_page)
{
    const std::string bytes = written({{1.0, std::string_view{"a"}}});
    auto archive = zip::Archive::open(bytes);
    ASSERT_TRUE(archive);
    const std::string sheet = archive->read("xl/worksheets/sheet1.xml").value();
    const std::string workbook = archive->read("xl/workbook.xml").value();
    const char* in_sheet[] = {"paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"",
        "<pageSetUpPr fitToPage=\"1\"/>", "<oddHeader>&amp;R&amp;P/&amp;N</oddHeader>",
        "<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\""};
    for (const char* expected : in_sheet)
        EXPECT_NE(sheet.find(expected), std::string::npos) << expected << "\n" << sheet;
    const char* in_workbook[] = {"'表'!$A$1:$B$3</definedName>", "'表'!$1:$2</definedName>"};
    for (const char* expected : in_workbook)
        EXPECT_NE(workbook.find(expected), std::string::npos) << expected << "\n" << workbook;
}

TEST(XlsxWriter, makes_rows_as_high_as_their_wrapped_texts)
{
    const std::string bytes = written({{1.0, std::string_view{"一行"}},
        {std::string_view{"長い文でも折り返さない"}, std::string_view{"一\n二\n三"}}});
    const std::string sheet = zip::Archive::open(bytes)->read("xl/worksheets/sheet1.xml").value();
    EXPECT_NE(sheet.find("<row r=\"3\"><c"), std::string::npos) << sheet;
    EXPECT_NE(sheet.find("<row r=\"4\" ht=\"43.5\" customHeight=\"1\"><c"), std::string::npos) << sheet;
}

TEST(XlsxWriter, gives_the_same_bytes_for_the_same_content)
{
    const std::vector<std::vector<Value>> rows = {{1.0, std::string_view{"同じ"}}};
    EXPECT_EQ(written(rows), written(rows));
}

TEST(XlsxWriter, writes_one_sheet_after_the_other)
{
    auto writer = Writer::create(two_columns());
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->add(std::vector<Value>{1.0, std::string_view{"一"}}));
    SheetLayout second = two_columns();
    EXPECT_EQ(writer->begin_sheet(second).error().code, "xlsx/sheet_name"); // it is there already
    second.name = "二枚目";
    ASSERT_TRUE(writer->begin_sheet(second));
    ASSERT_TRUE(writer->add(std::vector<Value>{2.0, std::string_view{"二"}}));
    const auto bytes = writer->finish();
    ASSERT_TRUE(bytes);
    auto book = Workbook::open(*bytes);
    ASSERT_TRUE(book);
    ASSERT_EQ(book->sheets().size(), 2U);
    EXPECT_EQ(book->sheets()[1].name, "二枚目");
    EXPECT_EQ(book->read(book->sheets()[0])->rows.back().find(1)->number, 1.0);
    EXPECT_EQ(book->read(book->sheets()[1])->rows.back().find(1)->number, 2.0);
}

TEST(XlsxWriter, refuses_what_excel_cannot_hold)
{
    auto writer = Writer::create(two_columns());
    ASSERT_TRUE(writer);
    const std::string long_text(32'768, 'x');
    const auto too_long = writer->add(std::vector<Value>{1.0, std::string_view{long_text}});
    const auto not_utf8 = writer->add(std::vector<Value>{std::string_view{"\xFF"}, 1.0});
    ASSERT_FALSE(too_long);
    ASSERT_FALSE(not_utf8);
    EXPECT_EQ(too_long.error().fields.at(0), (FieldError{"B3", "xlsx/cell_too_long", too_long.error().text}));
    EXPECT_EQ(not_utf8.error().fields.at(0), (FieldError{"A4", "xlsx/not_utf8", not_utf8.error().text}));

    SheetLayout bad = two_columns();
    for (const char* name : {"", "a/b", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"}) {
        bad.name = name;
        EXPECT_EQ(Writer::create(bad).error().code, "xlsx/sheet_name") << name;
    }
}

}
}
