#include "formats/utf16.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hoshuban::utf16 {
namespace {

using namespace std::string_literals;

TEST(Utf16, IsReadAsUtf8)
{
    struct Case {
        const char* story;
        std::string bytes;
        std::string text;
    };
    const Case cases[] = {
        {"nothing", "", ""},
        {"ASCII of a length that is no multiple of four", "a\0b\0c\0d\0e\0"s, "abcde"},
        {"ASCII, then kana, then ASCII",
            "P\0C\0\xA2\x30"
            "1\0002\0003\0004\0005\0"s,
            "PCア12345"},
        {"a kanji only Microsoft's table has", "\xD9\x9A"s, "髙"},
        {"a compatibility ideograph", "\x11\xFA"s, "﨑"},
        {"a surrogate pair (𠮟)", "\x42\xD8\x9F\xDF"s, "𠮟"},
        {"the first half alone",
            "\x42\xD8"
            "a\0"s,
            "\uFFFDa"},
        {"the second half alone",
            "\x9F\xDF"
            "a\0"s,
            "\uFFFDa"},
        {"the first half at the end", "a\0\x42\xD8"s, "a\uFFFD"},
        {"half a character at the end", "a\0b"s, "a\uFFFD"},
        {"NUL is a character", "a\0\0\0b\0"s, "a\0b"s},
        {"two bytes of UTF-8", "\xE9\0"s, "é"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(to_utf8(c.bytes), c.text) << c.story;
}

TEST(Utf16, IsWrittenFromUtf8)
{
    struct Case {
        const char* story;
        std::string text;
        std::string bytes;
    };
    const Case cases[] = {
        {"ASCII", "ab", "a\0b\0"s},
        {"kanji and a surrogate pair", "髙𠮟", "\xD9\x9A\x42\xD8\x9F\xDF"s},
        {"a lead byte alone", "\xE9", "\xFD\xFF"},
        {"a lead byte before ASCII",
            "\xC3"
            "a",
            "\xFD\xFF"
            "a\0"s},
        {"too long a form of /", "\xE0\x80\xAF", "\xFD\xFF"},
        {"half a pair in UTF-8", "\xED\xA1\x82", "\xFD\xFF"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(from_utf8(c.text), c.bytes) << c.story;
}

TEST(Utf16, LosesNulsAtTheEndOnly)
{
    EXPECT_EQ(without_nuls("\0\0a\0\0\0\0\0"s), "\0\0a\0"s);
    EXPECT_EQ(without_nuls("\0\0"s), "");
    EXPECT_EQ(without_nuls("a\0\0"s), "a\0\0"s);
}

}
}
