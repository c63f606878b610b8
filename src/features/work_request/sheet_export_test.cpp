#include "features/work_request/sheet_export_doc.hpp"

#include "features/work_request/sheet_fixture_test.hpp"
#include "features/work_request/sheet_import_doc.hpp"
#include "formats/csv.hpp"

#include <gtest/gtest.h>
#include <set>

namespace hoshuban::work_request {
namespace {

using test::specimen_words;

const Instant created{std::chrono::seconds{1'700'000'000}};
const LocalDay today = make_day(2026, 11, 21);

WorkRequest nasty()
{
    WorkRequest request;
    request.number = "A21A-01";
    request.entered_on = make_day(2021, 9, 1);
    request.city_person = "葛\U000E0100城 \uE000";
    request.division = "0012";
    request.division_person = "+81-11";
    request.contractor = "@(株)〇〇";
    request.contractor_person = " 前後 ";
    request.status = Status::confirming;
    request.title = "=cmd|'/c calc'!A0";
    request.body = "一行目\n二行目\tタブ _x0041_ <&>\"';,";
    for (int i = 0; i < 400; ++i)
        request.body += "長い文";
    request.wish_on = make_day(2019, 5, 1);
    request.received_on = make_day(2019, 4, 30);
    request.result = "ＣＳ①㈱ｵｰﾄﾛｰﾀﾞ〜～";
    request.contractor_confirmed = {Confirmation::imported, make_day(2021, 10, 1), "札幌 一郎", {}};
    request.planned_hours = Hours{200};
    request.actual_hours = Hours{99'999};
    return request;
}

WorkRequest sparse()
{
    WorkRequest request;
    request.number = "A21A-02";
    request.entered_on = make_day(2021, 9, 8);
    request.title = "題";
    request.planned_hours = Hours{0};
    return request;
}

std::string written(
    const SheetVocabulary& words, ListLayout layout, ListFormat format, const std::vector<WorkRequest>& requests)
{
    auto writer = ListWriter::create(words, layout, format, created);
    for (const WorkRequest& request : requests)
        EXPECT_TRUE(writer->add(request));
    return writer->finish().value();
}

xlsx::Sheet sheet_of(const std::string& bytes)
{
    auto workbook = xlsx::Workbook::open(bytes);
    EXPECT_EQ(workbook->sheets().size(), 1U);
    return workbook->read(workbook->sheets().at(0)).value();
}

TEST(SheetExport, comes_back_identical)
{
    const std::vector<WorkRequest> requests = {nasty(), sparse()};
    for (const auto style : {contract::DateStyle::western_slash, contract::DateStyle::iso,
             contract::DateStyle::era_long, contract::DateStyle::era_short}) {
        for (const auto layout : {ListLayout::specimen, ListLayout::flat}) {
            SheetVocabulary words = specimen_words();
            words.date_style = style;
            const auto sheet = read_sheet(written(words, layout, ListFormat::xlsx, requests), words, today);
            ASSERT_TRUE(sheet) << sheet.error().text.en;
            ASSERT_EQ(sheet->rows.size(), requests.size());
            for (std::size_t i = 0; i < requests.size(); ++i) {
                EXPECT_TRUE(sheet->rows[i].problems.empty());
                for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
                    EXPECT_EQ(sheet->rows[i].values.at(column), canonical(requests[i], column)) << name;
            }
        }
    }
}

TEST(SheetExport, the_form_has_groups_marks_and_blank_rows)
{
    const xlsx::Sheet sheet = sheet_of(written(specimen_words(), ListLayout::specimen, ListFormat::xlsx, {sparse()}));
    EXPECT_EQ(sheet.name, "作業依頼一覧");
    std::vector<std::string> merged;
    for (const xlsx::Range& range : sheet.merged)
        merged.push_back(xlsx::to_text(range.first) + ":" + xlsx::to_text(range.last));
    EXPECT_EQ(merged, (std::vector<std::string>{"B3:H3", "J3:L3", "M3:T3", "A3:A4", "I3:I4"}));
    ASSERT_EQ(sheet.rows.size(), 6U);
    EXPECT_EQ(sheet.rows[0].find(1)->text, "【作業依頼一覧】 CS・統合端末等運用サポート業務");
    EXPECT_EQ(sheet.rows[1].find(13)->text, "対応内容");
    EXPECT_EQ(sheet.rows[2].find(20)->text, "実績工数(時間)");
    std::vector<std::string> printed;
    for (const xlsx::Cell& cell : sheet.rows[3].cells)
        printed.push_back(cell.text);
    const std::vector<std::string> expected = {"1", "A21A-02", "2021/9/8", "-", "-", "-", "-", "-", "依頼中", "題", "-",
        "-", "-", "-", "-", "-", "-", "-", "0", "-"};
    EXPECT_EQ(printed, expected);
    EXPECT_EQ(sheet.rows[5].number, 7);
    EXPECT_EQ(sheet.rows[5].cells, (std::vector<xlsx::Cell>{{{7, 1}, xlsx::CellKind::number, "3", 3}}));
}

TEST(SheetExport, prints_days_as_the_contract_wants)
{
    struct Case {
        contract::DateStyle style;
        LocalDay day;
        const char* text;
    };
    const Case cases[] = {
        {contract::DateStyle::western_slash, make_day(2021, 9, 1), "2021/9/1"},
        {contract::DateStyle::iso, make_day(2021, 9, 1), "2021-09-01"},
        {contract::DateStyle::era_long, make_day(2021, 9, 1), "令和3年9月1日"},
        {contract::DateStyle::era_long, make_day(2019, 5, 1), "令和元年5月1日"},
        {contract::DateStyle::era_long, make_day(2019, 4, 30), "平成31年4月30日"},
        {contract::DateStyle::era_short, make_day(2021, 9, 1), "R3.9.1"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(print_day(c.day, c.style), c.text);
}

TEST(SheetExport, the_flat_table_is_for_machines)
{
    const xlsx::Sheet sheet =
        sheet_of(written(specimen_words(), ListLayout::flat, ListFormat::xlsx, {nasty(), sparse()}));
    EXPECT_TRUE(sheet.merged.empty());
    ASSERT_EQ(sheet.rows.size(), 3U);
    std::set<std::string> labels;
    for (const xlsx::Cell& cell : sheet.rows[0].cells)
        labels.insert(cell.text);
    EXPECT_EQ(labels.size(), 20U);
    EXPECT_EQ(*sheet.rows[1].find(3), (xlsx::Cell{{2, 3}, xlsx::CellKind::text, "2021-09-01"}));
    EXPECT_EQ(*sheet.rows[1].find(20), (xlsx::Cell{{2, 20}, xlsx::CellKind::number, "9999.9", 9999.9}));
    EXPECT_EQ(sheet.rows[2].find(5), nullptr);
}

TEST(SheetExport, csv_holds_values_that_excel_does_not_evaluate)
{
    const std::string bytes = written(specimen_words(), ListLayout::flat, ListFormat::csv, {nasty(), sparse()});
    EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBFNo,管理番号,記入日,"));
    const auto records = csv::parse(bytes);
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), 3U);
    EXPECT_EQ((*records)[1][9].text, "'=cmd|'/c calc'!A0");
    EXPECT_EQ((*records)[1][10].text, nasty().body);
    std::vector<std::string> second;
    for (const csv::Field& field : (*records)[2])
        second.push_back(field.text);
    const std::vector<std::string> expected = {
        "2", "A21A-02", "2021-09-08", "", "", "", "", "", "依頼中", "題", "", "", "", "", "", "", "", "", "0.0", ""};
    EXPECT_EQ(second, expected);
}

TEST(SheetExport, the_form_is_no_csv)
{
    EXPECT_EQ(ListWriter::create(specimen_words(), ListLayout::specimen, ListFormat::csv, created).error().code,
        "export/specimen_is_xlsx");
}

}
}
