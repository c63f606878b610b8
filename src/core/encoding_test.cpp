#include "core/encoding.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

TEST(Encodings, AreToldApartAndReadStrictly)
{
    struct Case {
        const char* story;
        std::string bytes;
        std::optional<std::string> text;
    };
    const Case cases[] = {
        {"UTF-8", "機器ID,拠点", "機器ID,拠点"},
        {"UTF-8 with its mark", "\xEF\xBB\xBF機器", "機器"},
        {"CP932", "\x8B\x40\x8A\xED,\x93\x8C\x8B\xE6", "機器,東区"},
        {"what only Microsoft's table has", "\x87\x40\xFB\xFC\x81\x60", "①髙～"},
        {"ASCII", "D-0001,3", "D-0001,3"},
        {"neither", "\xFF\xFE\x00", std::nullopt},
        {"nothing", "", ""},
    };
    for (const Case& c : cases)
        EXPECT_EQ(utf8_from(c.bytes), c.text) << c.story;
}

}
}
