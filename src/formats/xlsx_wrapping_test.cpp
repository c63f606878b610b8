#include "formats/xlsx_wrapping.hpp"

#include <gtest/gtest.h>

namespace hoshuban::xlsx {
namespace {

TEST(XlsxWrapping, counts_lines)
{
    struct Case {
        const char* text;
        double width;
        int lines;
    };
    const Case cases[] = {
        {"", 11, 1},
        {"1234567890", 11, 1},
        {"12345678901", 11, 2},
        {"一二三四五", 11, 1},
        {"一二三四五六", 11, 2},
        {"ｶﾀｶﾅﾊﾝｶｸﾓｼﾞ", 12, 1},
        {"一\n二\n", 11, 3},
        {"一二三四五1", 11, 2},
        {"一二", 0.5, 2},
    };
    for (const Case& c : cases)
        EXPECT_EQ(wrapped_lines(c.text, c.width), c.lines) << c.text;
}

TEST(XlsxWrapping, breaks_a_long_text_where_lines_end)
{
    struct Case {
        const char* text;
        int lines;
        std::vector<std::string_view> parts;
    };
    const Case cases[] = {
        {"", 2, {""}},
        {"一二三四五六", 2, {"一二三四五六"}},
        {"一二三四五六七八九十一", 2, {"一二三四五六七八九十", "一"}},
        {"一\n二\n三", 2, {"一\n二", "三"}},
        {"一\n\n三\n四", 1, {"一", "", "三", "四"}},
        {"一\n二\n", 2, {"一\n二", ""}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(parts_of(c.text, 11, c.lines), c.parts) << c.text;
}

TEST(XlsxWrapping, keeps_rows_within_excels_limit)
{
    EXPECT_DOUBLE_EQ(row_height(1, 10), 16.5);
    EXPECT_DOUBLE_EQ(row_height(3, 10), 43.5);
    EXPECT_DOUBLE_EQ(row_height(1000, 10), 409);
}

}
}
