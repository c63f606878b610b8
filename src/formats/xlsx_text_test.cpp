#include "formats/xlsx_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hoshuban::xlsx {
namespace {

using namespace std::string_literals;

TEST(XlsxText, escapes_what_xml_cannot_carry)
{
    struct Case {
        std::string text;
        const char* encoded;
    };
    const Case cases[] = {
        {"ふつうの文", "ふつうの文"},
        {"tab\tand\nline", "tab\tand\nline"},
        {"\r\n", "_x000D_\n"},
        {"a\0b"s, "a_x0000_b"},
        {"\x1B[0m", "_x001B_[0m"},
        {"_x0041_", "_x005F_x0041_"},
        {"_x0041\x01", "_x005F_x0041_x0001_"},
        {"_X0041_ _x41_", "_X0041_ _x41_"},
        {"\uFFFE\uFFFF", "_xFFFE__xFFFF_"},
        {"葛\U000E0100\uE000\U00100000", "葛\U000E0100\uE000\U00100000"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(encode_text(c.text), c.encoded);
        EXPECT_EQ(decode_text(c.encoded), c.text);
    }
}

TEST(XlsxText, decodes_surrogate_pairs_and_leaves_halves_alone)
{
    EXPECT_EQ(decode_text("_xD83D__xDE00_"), "😀");
    EXPECT_EQ(decode_text("_xD83D_x"), "_xD83D_x");
    EXPECT_EQ(decode_text("_xDE00_"), "_xDE00_");
}

RC_GTEST_PROP(XlsxText, every_text_comes_back, ())
{
    const auto text = *rc::gen::container<std::string>(rc::gen::element('_', 'x', '0', 'F', 'd', '\0', '\r', 'a'));
    RC_ASSERT(decode_text(encode_text(text)) == text);
}

}
}
