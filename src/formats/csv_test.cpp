#include "formats/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hoshuban::csv {
namespace {

using namespace std::string_view_literals;
using Texts = std::vector<std::vector<std::string>>;

Texts texts_of(const std::vector<Record>& records)
{
    Texts texts;
    for (const Record& record : records) {
        texts.emplace_back();
        for (const Field& field : record)
            texts.back().push_back(field.text);
    }
    return texts;
}

std::string printed(const std::vector<std::string>& values)
{
    std::string out;
    append_record(out, std::vector<std::string_view>(values.begin(), values.end()));
    return out;
}

TEST(Csv, writes_values_as_they_are)
{
    struct Case {
        std::vector<std::string> values;
        const char* record;
    };
    const Case cases[] = {
        {{"a", "b"}, "a,b\r\n"},
        {{"a,b", "c\"d", "e\nf"}, "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"},
        {{"", ""}, ",\r\n"},
        {{""}, "\"\"\r\n"},
        {{"=cmd|'/c calc'!A0", "+1", "-1", "@x"}, "=cmd|'/c calc'!A0,+1,-1,@x\r\n"},
        {{" 前", "後 "}, "\" 前\",\"後 \"\r\n"},
        {{"0012"}, "0012\r\n"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(printed(c.values), c.record);
}

TEST(Csv, reads_what_programs_write)
{
    struct Case {
        const char* story;
        std::string_view bytes;
        Texts texts;
    };
    const Case cases[] = {
        {"nothing", "", {}},
        {"byte order mark and CRLF",
            "\xEF\xBB\xBF"
            "拠点,住所\r\n本庁,中央\r\n",
            {{"拠点", "住所"}, {"本庁", "中央"}}},
        {"LF and no last line end", "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
        {"quotes, commas and lines", "\"a,\"\"b\"\"\r\nc\",d\n", {{"a,\"b\"\r\nc", "d"}}},
        {"empty fields", ",\n\"\"\n", {{"", ""}, {""}}},
        {"empty lines are skipped", "a\n\n\r\nb\n", {{"a"}, {"b"}}},
        {"a comma at the end", "a,", {{"a", ""}}},
    };
    for (const Case& c : cases) {
        const auto records = parse(c.bytes);
        ASSERT_TRUE(records) << c.story;
        EXPECT_EQ(texts_of(*records), c.texts) << c.story;
    }
}

TEST(Csv, knows_where_each_field_stands)
{
    const auto records = parse("\xEF\xBB\xBF"
                               "a,\"x\ny\",c\r\nd\n");
    ASSERT_TRUE(records);
    const std::vector<Record> expected = {
        {{"a", 1, 1}, {"x\ny", 1, 3}, {"c", 2, 4}},
        {{"d", 3, 1}},
    };
    EXPECT_EQ(*records, expected);
}

TEST(Csv, refuses_with_line_and_column)
{
    struct Case {
        const char* story;
        std::string_view bytes;
        Limits limits;
        const char* code;
        const char* place;
    };
    const Case cases[] = {
        {"an open quote", "a\nb,\"c\nd", {}, "csv/open_quote", "2:3"},
        {"text after a quote", "\"a\"b,c", {}, "csv/quote", "1:4"},
        {"a quote in the middle", "ab\"c", {}, "csv/quote", "1:3"},
        {"a lone CR", "a\rb", {}, "csv/line_end", "1:2"},
        {"a NUL", "a,b\nc\0d"sv, {}, "csv/nul", "2:2"},
        {"Shift_JIS", "a,\x93\xFA\x96{\n", {}, "csv/not_utf8", "1:3"},
        {"too many fields", "a,b,c", {.fields = 2}, "csv/too_many_fields", "1:5"},
        {"too many records", "a\nb\nc", {.records = 2}, "csv/too_many_records", "3:1"},
        {"a long field", "a,bbbb", {.field_bytes = 3}, "csv/field_too_long", "1:3"},
        {"a long quoted field", "\"bb\"\"b\"", {.field_bytes = 3}, "csv/field_too_long", "1:6"},
    };
    for (const Case& c : cases) {
        const auto records = parse(c.bytes, c.limits);
        ASSERT_FALSE(records) << c.story;
        EXPECT_EQ(records.error().code, c.code) << c.story;
        EXPECT_EQ(records.error().fields.at(0).path, c.place) << c.story;
    }
    EXPECT_EQ(parse("abcdef", {.bytes = 5}).error().code, "csv/too_large");
}

RC_GTEST_PROP(Csv, every_table_comes_back, ())
{
    const auto value = rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', ' ', '=', '\t'));
    const auto record = rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(value));
    const Texts table = *rc::gen::resize(15, rc::gen::container<Texts>(record));
    std::string bytes{byte_order_mark};
    for (const auto& values : table)
        bytes += printed(values);
    const auto records = parse(bytes);
    RC_ASSERT(records.has_value());
    RC_ASSERT(texts_of(*records) == table);
}

}
}
