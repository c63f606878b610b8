#include "features/work_request/written_cell.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

const WrittenTerms written_terms{{{Status::requested, "依頼中"}, {Status::in_progress, "委託先対応中"},
                                     {Status::confirming, "見本市確認中"}, {Status::done, "完了"}},
    "-", make_day(2026, 11, 21)};

TEST(WrittenCell, is_read_as_a_person_means_it)
{
    struct Case {
        Column column;
        const char* written;
        const char* canonical;
    };
    const Case cases[] = {
        {Column::entered_on, "2021/9/1", "2021-09-01"},
        {Column::entered_on, "令和3年9月1日", "2021-09-01"},
        {Column::entered_on, "Ｒ３．９．１", "2021-09-01"},
        {Column::entered_on, "２０２１／９／１", "2021-09-01"},
        {Column::wish_on, " 2021-10-01 ", "2021-10-01"},
        {Column::received_on, "-", ""},
        {Column::received_on, "－", ""},
        {Column::received_on, "", ""},
        {Column::planned_hours, "２０．０", "20.0"},
        {Column::planned_hours, "5", "5.0"},
        {Column::actual_hours, "-", ""},
        {Column::status, "完了", "done"},
        {Column::status, " 見本市 確認中", "confirming"},
        {Column::number, "Ａ２１Ａ－０１", "A21A-01"},
        {Column::division, "-", ""},
        {Column::title, "=cmd()", "=cmd()"},
        {Column::body, "一行目\r\n二行目\r\n", "一行目\n二行目"},
        {Column::city_person, "\u3000見本\u3000太郎\u3000", "見本\u3000太郎"},
        {Column::city_person, "葛\U000E0100城", "葛\U000E0100城"},
        {Column::city_person, "\uE000", "\uE000"},
    };
    for (const Case& c : cases) {
        const auto read = canonical_from(c.column, c.written, written_terms);
        ASSERT_TRUE(read) << c.written << ": " << read.error().text.ja;
        EXPECT_EQ(*read, c.canonical) << c.written;
    }
}

TEST(WrittenCell, says_why_it_cannot_be_read)
{
    struct Case {
        Column column;
        std::string written;
        const char* code;
    };
    const Case cases[] = {
        {Column::planned_hours, "二日", "work_request/hours"},
        {Column::planned_hours, "20.05", "work_request/hours"},
        {Column::status, "保留", "work_request/status"},
        {Column::title, std::string(201, 'a'), "text/too_long"},
        {Column::body, std::string(10'000, 'a'), "text/too_long"},
        {Column::body, std::string("a\0b", 3), "text/control"},
        {Column::body, "番号は1234 5678 9018です", "text/my_number"},
    };
    for (const Case& c : cases) {
        const auto read = canonical_from(c.column, c.written, written_terms);
        ASSERT_FALSE(read) << c.written.substr(0, 20);
        EXPECT_EQ(read.error().code, c.code) << c.written.substr(0, 20);
    }
    for (const char* day : {"2021/2/30", "令和40年1月1日", "来月"})
        EXPECT_FALSE(canonical_from(Column::wish_on, day, written_terms)) << day;
}

TEST(WrittenCell, settles_typed_texts_as_a_list_would_bring_them_back)
{
    WorkRequest request;
    request.title = " 題 ";
    request.division = "－";
    request.division_person = "-";
    request.body = "一行目\r\n二行目\n";
    settle_texts(request);
    EXPECT_EQ(request.title, "題");
    EXPECT_EQ(request.division, "");
    EXPECT_EQ(request.division_person, "");
    EXPECT_EQ(request.body, "一行目\n二行目");
}

}
}
