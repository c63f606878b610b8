#include "features/work_request/sheet_import_doc.hpp"

#include "features/work_request/sheet_fixture_test.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

using namespace std::string_literals;
using test::excel_error;
using test::formula;
using test::number;
using test::serial;
using test::shared;
using test::Specimen;
using test::specimen_words;
using test::text;

const LocalDay imported_on = make_day(2026, 11, 21);

Result<ImportedSheet> read(const std::string& bytes)
{
    return read_sheet(bytes, specimen_words(), imported_on);
}
Result<ImportedSheet> read(const Specimen& specimen)
{
    return read(xlsx_of(specimen));
}

/// What the sample rows state, in the order of Column.
std::vector<std::vector<std::string>> specimen_values()
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& texts : test::specimen_texts())
        rows.emplace_back(texts.begin() + 1, texts.end());
    const char* days[][5] = {
        {"2021-09-01", "2021-10-01", "2021-09-01", "2021-10-01", "2021-10-01"},
        {"2021-09-08", "2021-10-08", "2021-09-08", "2021-10-08", ""},
        {"2021-09-15", "2021-10-15", "2021-09-15", "", ""},
        {"2021-09-22", "2021-10-22", "2021-09-22", "", ""},
    };
    const std::size_t day_columns[] = {1, 10, 11, 13, 15};
    const char* statuses[] = {"done", "confirming", "in_progress", "requested"};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::string& value : rows[row])
            value = value == "-" ? "" : value;
        for (std::size_t i = 0; i < 5; ++i)
            rows[row][day_columns[i]] = days[row][i];
        rows[row][static_cast<std::size_t>(Column::status)] = statuses[row];
    }
    return rows;
}

std::vector<std::vector<std::string>> values_of(const ImportedSheet& sheet)
{
    std::vector<std::vector<std::string>> rows;
    for (const ImportedRow& row : sheet.rows) {
        rows.emplace_back();
        for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
            rows.back().push_back(row.values.contains(column) ? row.values.at(column) : "?");
    }
    return rows;
}

TEST(SheetImport, reads_the_form_and_skips_blank_numbered_rows)
{
    const auto sheet = read(Specimen{});
    ASSERT_TRUE(sheet) << sheet.error().text.en;
    EXPECT_EQ(sheet->name, "作業依頼一覧");
    EXPECT_EQ(values_of(*sheet), specimen_values());
    EXPECT_EQ(sheet->rows[0].row, 4);
    EXPECT_EQ(sheet->rows[0].cells.at(Column::number), "B4");
    EXPECT_EQ(sheet->rows[3].cells.at(Column::actual_hours), "T7");
    for (const ImportedRow& row : sheet->rows)
        EXPECT_TRUE(row.problems.empty());
}

TEST(SheetImport, reads_the_committed_specimen)
{
    const auto path = std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "tests/fixtures/work_requests/specimen.xlsx";
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    auto archive = zip::Archive::open(bytes);
    ASSERT_TRUE(archive);
    EXPECT_NE(archive->read("xl/worksheets/sheet1.xml")->find(sheet_xml(Specimen{})), std::string::npos)
        << "the fixture is made by sheet_fixture_test.hpp";
    const auto sheet = read(bytes);
    ASSERT_TRUE(sheet) << sheet.error().text.en;
    EXPECT_EQ(values_of(*sheet), specimen_values());
}

TEST(SheetImport, reads_values_as_people_and_excel_write_them)
{
    Specimen specimen;
    specimen.shared_strings = "<si><r><t>〇区タッチ</t></r><r><rPr><b/></rPr><t>パネル不具合</t></r><rPh sb=\"0\" "
                              "eb=\"1\"><t>マルク</t></rPh></si>";
    struct Case {
        const char* story;
        Column column;
        test::FixtureCell cell;
        std::string value;
    };
    const Case cases[] = {
        {"full-width number", Column::number, text("Ａ２１Ａ－０４ "), "A21A-04"},
        {"era day", Column::entered_on, text("令和3年9月22日"), "2021-09-22"},
        {"full-width era day", Column::entered_on, text("令和３年９月２２日"), "2021-09-22"},
        {"first year of an era", Column::entered_on, text("令和元年5月1日"), "2019-05-01"},
        {"an era past its end", Column::entered_on, text("平成36年3月31日"), "2024-03-31"},
        {"short era day", Column::entered_on, text("R3.9.22"), "2021-09-22"},
        {"full-width slashes", Column::entered_on, text("２０２１／９／２２"), "2021-09-22"},
        {"date cell", Column::entered_on, serial(44'461), "2021-09-22"},
        {"date without its format", Column::entered_on, number("44461"), "2021-09-22"},
        {"typed digits", Column::entered_on, number("20210922"), "2021-09-22"},
        {"era code", Column::entered_on, number("5030922"), "2021-09-22"},
        {"spaces around a day", Column::wish_on, text(" 2021/10/22\n"), "2021-10-22"},
        {"hours as a number", Column::planned_hours, number("20"), "20.0"},
        {"hours with noise", Column::planned_hours, number("0.30000000000000004"), "0.3"},
        {"full-width hours", Column::planned_hours, text("２０．５"), "20.5"},
        {"status in other widths", Column::status, text("札幌市 確認中"), "confirming"},
        {"rich text and readings", Column::title, shared(0), "〇区タッチパネル不具合"},
        {"text is kept as written", Column::title, text("ＣＳの①㈱ ｵｰﾄﾛｰﾀﾞ "), "ＣＳの①㈱ ｵｰﾄﾛｰﾀﾞ "},
        {"several lines", Column::body, text("一行目\n二行目"), "一行目\n二行目"},
        {"a text like a formula", Column::title, text("=cmd|'/c calc'!A0"), "=cmd|'/c calc'!A0"},
        {"IVS and private use", Column::city_person, text("葛\U000E0100城 \uE000"), "葛\U000E0100城 \uE000"},
        {"leading zeros", Column::division, text("0012"), "0012"},
        {"the empty mark in full width", Column::division, text("－"), ""},
        {"spaces only", Column::division, text("　 　　　　\n"), ""},
        {"a date cell of strict files", Column::wish_on, {" t=\"d\"", "<v>2021-10-22T00:00:00</v>"}, "2021-10-22"},
        {"a cell without value", Column::division, {}, ""},
        {"as long as allowed", Column::body, text(std::string(5000, 'x')), std::string(5000, 'x')},
    };
    for (const Case& c : cases) {
        specimen.cell(3, c.column) = c.cell;
        const auto sheet = read(specimen);
        ASSERT_TRUE(sheet) << c.story;
        const ImportedRow& row = sheet->rows.at(3);
        for (const CellProblem& problem : row.problems)
            ADD_FAILURE() << c.story << ": " << problem.text.en;
        EXPECT_EQ(row.values.contains(c.column) ? row.values.at(c.column) : "?", c.value) << c.story;
    }
}

TEST(SheetImport, counts_days_from_1904_when_the_workbook_does)
{
    Specimen specimen;
    specimen.properties = "<workbookPr date1904=\"true\"/>";
    specimen.cell(0, Column::entered_on) = serial(42'978);
    EXPECT_EQ(read(specimen)->rows.at(0).values.at(Column::entered_on), "2021-09-01");
}

TEST(SheetImport, names_the_cell_and_what_to_do)
{
    std::string nul = "前_x0000_後";
    struct Case {
        const char* story;
        Column column;
        test::FixtureCell cell;
        const char* place;
        const char* code;
        const char* advice;
    };
    const Case cases[] = {
        {"a day that does not exist", Column::wish_on, text("2021/2/30"), "L5", "day/no_such_day", "2月"},
        {"an era year too far", Column::wish_on, text("令和40年1月1日"), "L5", "day/too_late", "20年より先"},
        {"no day at all", Column::wish_on, text("至急"), "L5", "day/unreadable", "至急"},
        {"a formula", Column::title, formula("cmd()", "x"), "J5", "import/formula", "値の貼り付け"},
        {"a formula never calculated", Column::title, formula("cmd|'/c calc'!A0", ""), "J5", "import/formula",
            "値の貼り付け"},
        {"an error of Excel", Column::title, excel_error("#REF!"), "J5", "import/excel_error", "#REF!"},
        {"an unknown status", Column::status, text("保留"), "I5", "import/status",
            "依頼中、委託先対応中、札幌市確認中、完了"},
        {"hours with two decimals", Column::planned_hours, number("20.25"), "S5", "work_request/hours", "小数1桁"},
        {"negative hours", Column::planned_hours, text("-1"), "S5", "work_request/hours", "小数1桁"},
        {"hours in words", Column::planned_hours, text("二日"), "S5", "work_request/hours", "小数1桁"},
        {"a body of 10,000 characters", Column::body, text(std::string(10'000, 'x')), "K5", "text/too_long",
            "5000文字以内"},
        {"a name too long", Column::city_person, text(std::string(201, 'x')), "D5", "text/too_long", "200文字以内"},
        {"a NUL", Column::body, text(nul), "K5", "text/control", "U+0000"},
        {"an escape character", Column::body, text("_x001B_[0m"), "K5", "text/control", "U+001B"},
        {"a number like a My Number", Column::body, text("対象者は 123456789018 です"), "K5", "text/my_number",
            "個人番号"},
    };
    for (const Case& c : cases) {
        Specimen specimen;
        specimen.cell(1, c.column) = c.cell;
        const auto sheet = read(specimen);
        ASSERT_TRUE(sheet) << c.story;
        ASSERT_EQ(sheet->rows.size(), 4U) << c.story;
        const ImportedRow& row = sheet->rows[1];
        ASSERT_EQ(row.problems.size(), 1U) << c.story;
        EXPECT_EQ(row.problems[0].column, c.column) << c.story;
        EXPECT_EQ(row.problems[0].cell, c.place) << c.story;
        EXPECT_EQ(row.problems[0].code, c.code) << c.story;
        EXPECT_NE(row.problems[0].text.ja.find(c.advice), std::string::npos) << row.problems[0].text.ja;
        EXPECT_FALSE(row.problems[0].text.en.empty()) << c.story;
        EXPECT_FALSE(row.values.contains(c.column)) << c.story;
    }
}

TEST(SheetImport, a_formula_without_result_does_not_make_a_blank_row)
{
    Specimen specimen;
    specimen.rows.emplace_back();
    specimen.rows.back()[0] = formula("ROW()-3", "5");
    specimen.rows.back()[1] = formula("cmd()", "");
    specimen.rows.emplace_back();
    specimen.rows.back()[0] = formula("ROW()-3", "6");
    specimen.cell(5, Column::wish_on) = {" t=\"str\"", "<f>IF(C9=\"\",\"\",C9+30)</f><v></v>"};
    const auto sheet = read(specimen);
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->rows.size(), 5U);
    EXPECT_EQ(sheet->rows[4].problems.at(0).cell, "B8");
}

TEST(SheetImport, explains_wrong_headings_cell_by_cell)
{
    struct Case {
        const char* story;
        std::function<void(Specimen&)> change;
        std::vector<std::pair<std::string, std::string>> problems;
    };
    const Case cases[] = {
        {"two columns swapped", [](Specimen& s) { std::swap(s.columns[4], s.columns[6]); },
            {{"作業依頼一覧!E3", "sheet/column_moved"}, {"作業依頼一覧!G3", "sheet/column_moved"}}},
        {"a column renamed", [](Specimen& s) { s.columns[9] = "件名"; }, {{"作業依頼一覧!J3", "sheet/column_heading"}}},
        {"a heading removed", [](Specimen& s) { s.columns[12] = ""; }, {{"作業依頼一覧!M3", "sheet/column_heading"}}},
        {"a group renamed", [](Specimen& s) { s.groups[3] = "結果"; }, {{"作業依頼一覧!M2", "sheet/column_heading"}}},
    };
    for (const Case& c : cases) {
        Specimen specimen;
        c.change(specimen);
        const auto sheet = read(specimen);
        ASSERT_FALSE(sheet) << c.story;
        EXPECT_EQ(sheet.error().code, "sheet/header") << c.story;
        std::vector<std::pair<std::string, std::string>> problems;
        for (const FieldError& field : sheet.error().fields)
            problems.emplace_back(field.path, field.code);
        EXPECT_EQ(problems, c.problems) << c.story;
    }
    Specimen swapped;
    std::swap(swapped.columns[4], swapped.columns[6]);
    EXPECT_EQ(read(swapped).error().fields.at(0).text.ja,
        "セルE3は「主管課」の列ですが、「主管課」はセルG3にあります。列の並びを様式どおりに戻してください。");
}

TEST(SheetImport, accepts_headings_in_other_widths)
{
    Specimen specimen;
    specimen.columns[0] = "Ｎｏ．";
    specimen.columns[18] = "予定工数\n（時間）";
    specimen.columns[3] = "ｼｽﾃﾑ課 担当者";
    EXPECT_EQ(values_of(read(specimen).value()), specimen_values());
}

TEST(SheetImport, finds_the_sheet_of_the_list)
{
    const Specimen specimen;
    const auto sheet = [&](const char* name, const char* state) {
        return hoshuban::test::RawSheet{.name = name, .inside = sheet_xml(specimen), .state = state};
    };
    const hoshuban::test::RawSheet memo{
        .name = "メモ", .inside = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"};
    struct Case {
        const char* story;
        std::vector<hoshuban::test::RawSheet> sheets;
        const char* outcome;
    };
    const Case cases[] = {
        {"behind another sheet", {memo, sheet("R3", "visible")}, "R3"},
        {"the named one of two", {sheet("R2", "visible"), sheet("作業依頼一覧", "visible")}, "作業依頼一覧"},
        {"one of two is hidden", {sheet("控え", "hidden"), sheet("R3", "visible")}, "R3"},
        {"two and none is named", {sheet("R2", "visible"), sheet("R3", "visible")}, "sheet/ambiguous"},
        {"only hidden", {memo, sheet("作業依頼一覧", "hidden")}, "sheet/not_found"},
        {"none", {memo}, "sheet/not_found"},
    };
    for (const Case& c : cases) {
        const auto found = read(hoshuban::test::xlsx_of({.sheets = c.sheets, .cell_formats = "<xf numFmtId=\"0\"/>"}));
        EXPECT_EQ(found ? found->name : found.error().code, c.outcome) << c.story;
    }
    EXPECT_NE(read(hoshuban::test::xlsx_of({.sheets = {memo}})).error().text.ja.find("メモ"), std::string::npos);
}

TEST(SheetImport, reads_a_list_that_does_not_begin_in_the_first_column)
{
    std::string xml = "<sheetData><row r=\"7\">";
    int column = 3;
    for (const std::string& label : specimen_words().columns)
        xml += "<c r=\"" + xlsx::to_text({7, column++}) + "\" t=\"inlineStr\"><is><t>" + label + "</t></is></c>";
    xml += "</row><row r=\"8\"><c r=\"D8\" t=\"inlineStr\"><is><t>A21A-09</t></is></c><c r=\"W8\" "
           "t=\"inlineStr\"><is><t>備考</t></is></c></row>"
           "<row r=\"9\"><c r=\"W9\" t=\"inlineStr\"><is><t>備考だけ</t></is></c></row></sheetData>";
    const auto sheet = read(hoshuban::test::xlsx_of({.sheets = {{.name = "平ら", .inside = xml}}}));
    ASSERT_TRUE(sheet) << sheet.error().text.en;
    ASSERT_EQ(sheet->rows.size(), 1U);
    EXPECT_EQ(sheet->rows[0].values.at(Column::number), "A21A-09");
    EXPECT_EQ(sheet->rows[0].cells.at(Column::actual_hours), "V8");
}

TEST(SheetImport, passes_on_why_a_file_is_no_workbook)
{
    EXPECT_EQ(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s).error().code, "xlsx/old_xls");
    EXPECT_EQ(read("管理番号,記入日\n").error().code, "xlsx/not_xlsx");
}

}
}
