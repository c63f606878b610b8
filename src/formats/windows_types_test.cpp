#include "formats/windows_types.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hoshuban::windows {
namespace {

using namespace std::string_literals;

TEST(WindowsTypes, TimesAreWrittenToTheLastTick)
{
    struct Case {
        const char* story;
        std::uint64_t ticks;
        const char* text;
    };
    const Case cases[] = {
        {"the beginning", 0, "1601-01-01T00:00:00.0000000Z"},
        {"1970", 116'444'736'000'000'000, "1970-01-01T00:00:00.0000000Z"},
        {"a tick before 1970", 116'444'735'999'999'999, "1969-12-31T23:59:59.9999999Z"},
        {"a leap day", 133'536'959'931'234'567, "2024-02-29T15:59:53.1234567Z"},
        {"never, as account expiry says it", 0x7FFF'FFFF'FFFF'FFFF, "9999-12-31T23:59:59.4775807Z"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(to_text(FileTime{c.ticks}), c.text) << c.story;
}

TEST(WindowsTypes, TimesAreReadFromText)
{
    struct Case {
        const char* text;
        const char* read; // empty: refused
    };
    const Case cases[] = {
        {"2024-02-29T15:59:53.1234567Z", "2024-02-29T15:59:53.1234567Z"},
        {"2024-02-29T15:59:53.123456789Z", "2024-02-29T15:59:53.1234567Z"},
        {"2024-02-29T15:59:53.5Z", "2024-02-29T15:59:53.5000000Z"},
        {"2024-02-29T15:59:53Z", "2024-02-29T15:59:53.0000000Z"},
        {"2023-02-29T15:59:53Z", ""},
        {"2024-02-29T24:00:00Z", ""},
        {"2024-02-29 15:59:53Z", ""},
        {"2024-02-29T15:59:53", ""},
        {"2024-02-29T15:59:53.Z", ""},
        {"1600-12-31T00:00:00Z", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        const auto time = parse_file_time(c.text);
        EXPECT_EQ(time ? to_text(*time) : "", c.read) << c.text;
    }
}

TEST(WindowsTypes, TimesHoldTheSecondThatTheProductCountsIn)
{
    EXPECT_EQ(instant_of(FileTime{133'536'959'931'234'567}), parse_instant("2024-02-29T15:59:53Z").value());
    EXPECT_EQ(file_time_of(parse_instant("2024-02-29T15:59:53Z").value()).ticks, 133'536'959'930'000'000);
}

TEST(WindowsTypes, SystemTimesMustNameATime)
{
    const std::string may_day = "\xEA\x07\x05\0\x05\0\x01\0\x08\0\x1E\0\x0F\0\xE7\x03"s;
    EXPECT_EQ(to_text(file_time_of_system_time(may_day).value()), "2026-05-01T08:30:15.9990000Z");
    EXPECT_FALSE(file_time_of_system_time(may_day.substr(0, 15)));
    EXPECT_FALSE(file_time_of_system_time(std::string(16, '\0'))) << "month 0";
}

TEST(WindowsTypes, GuidsAreWrittenAsWindowsWritesThem)
{
    std::string text;
    append_guid(text, "\x15\x92\xCE\x0C\xAE\x69\xD9\x11\xBE\xD3\x50\x50\x54\x50\x30\x30");
    EXPECT_EQ(text, "{0CCE9215-69AE-11D9-BED3-505054503030}");
}

TEST(WindowsTypes, SecurityIdentifiersAreReadOnlyWhenWhole)
{
    struct Case {
        const char* story;
        std::string bytes;
        const char* text; // empty: refused
    };
    const std::string administrators = "\x01\x02\0\0\0\0\0\x05\x20\0\0\0\x20\x02\0\0"s;
    const Case cases[] = {
        {"the group of administrators", administrators, "S-1-5-32-544"},
        {"an authority of more than 32 bits", "\x01\x01\x01\0\0\0\0\x02\xFF\xFF\xFF\xFF"s,
            "S-1-1099511627778-4294967295"},
        {"without a sub-authority", "\x01\0\0\0\0\0\0\0"s, "S-1-0"},
        {"cut off", administrators.substr(0, 15), ""},
        {"with bytes behind it", administrators + '\0', ""},
        {"of another revision", "\x02" + administrators.substr(1), ""},
        {"nothing", "", ""},
    };
    for (const Case& c : cases) {
        std::string text;
        EXPECT_EQ(append_sid(text, c.bytes), *c.text != 0) << c.story;
        EXPECT_EQ(text, c.text) << c.story;
    }
    EXPECT_EQ(sid_size(administrators + "more"), 16U);
}

}
}
