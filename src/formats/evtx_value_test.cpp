#include "formats/evtx_value.hpp"

#include "formats/utf16.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hoshuban::evtx {
namespace {

using namespace std::string_literals;

TEST(EvtxValue, IsWrittenAsWindowsWritesIt)
{
    struct Case {
        const char* story;
        Type type;
        std::string bytes;
        std::string text;
    };
    const Case cases[] = {
        {"null", Type::null, "", ""},
        {"a text with a NUL at its end", Type::string, utf16::from_utf8("髙橋𠮟\0"s), "髙橋𠮟"},
        {"a text of the code page of Japan", Type::ansi, "\x92\x5B\x96\x96\x31\0"s, "端末1"},
        {"a text of no known code page", Type::ansi, "\x81"s, "81"},
        {"a negative byte", Type::int8, "\xFF"s, "-1"},
        {"a byte", Type::uint8, "\xFF"s, "255"},
        {"a negative short", Type::int16, "\x00\x80"s, "-32768"},
        {"a short", Type::uint16, "\x11\x12"s, "4625"},
        {"a negative long", Type::int32, "\xFE\xFF\xFF\xFF"s, "-2"},
        {"a long", Type::uint32, "\xFF\xFF\xFF\xFF"s, "4294967295"},
        {"a negative number of eight bytes", Type::int64, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "-1"},
        {"a number of eight bytes", Type::uint64, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "18446744073709551615"},
        {"a short that has four bytes", Type::uint16, "\x11\x12\0\0"s, "11120000"},
        {"a float", Type::real32, "\0\0\xC0\x3F"s, "1.5"},
        {"a double", Type::real64, "\0\0\0\0\0\0\xF8\xBF"s, "-1.5"},
        {"true", Type::boolean, "\1\0\0\0"s, "true"},
        {"false", Type::boolean, "\0\0\0\0"s, "false"},
        {"bytes", Type::binary, "\x00\x1f\xA0"s, "001FA0"},
        {"a pointer of four bytes", Type::size, "\x10\0\0\0"s, "0x10"},
        {"a pointer of eight bytes", Type::size, "\x10\0\0\0\1\0\0\0"s, "0x100000010"},
        {"a status", Type::hex32, "\x6D\0\0\xC0"s, "0xc000006d"},
        {"keywords", Type::hex64, "\0\0\0\0\0\0\x10\x80"s, "0x8010000000000000"},
        {"a file time", Type::file_time, "\0\x80\x3E\xD5\xDE\xB1\x9D\x01"s, "1970-01-01T00:00:00.0000000Z"},
        {"a time that is none", Type::system_time, std::string(16, '\0'), std::string(32, '0')},
        {"a security identifier", Type::sid, "\1\1\0\0\0\0\0\5\x12\0\0\0"s, "S-1-5-18"},
        {"a broken security identifier", Type::sid, "\1\2\0\0\0\0\0\5\x12\0\0\0"s, "010200000000000512000000"},
        {"a type nobody knows", static_cast<Type>(0x77), "\1"s, "01"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(to_text({c.type, c.bytes}), c.text) << c.story;
}

TEST(EvtxValue, GivesNumbersOfEveryType)
{
    struct Case {
        const char* story;
        Type type;
        std::string bytes;
        std::optional<std::uint64_t> number;
    };
    const Case cases[] = {
        {"an event id", Type::uint16, "\x11\x12"s, 4625},
        {"an event id of a log without templates", Type::string, utf16::from_utf8("800"), 800},
        {"keywords of a log without templates", Type::string, utf16::from_utf8("0x80"), 128},
        {"a status", Type::hex32, "\x6D\0\0\xC0"s, 0xC000006D},
        {"a positive number with a sign", Type::int32, "\5\0\0\0"s, 5},
        {"a negative number", Type::int32, "\xFF\xFF\xFF\xFF"s, std::nullopt},
        {"a text of letters", Type::string, utf16::from_utf8("Info"), std::nullopt},
        {"a text of a number and more", Type::string, utf16::from_utf8("8 "), std::nullopt},
        {"full-width digits", Type::string, utf16::from_utf8("８"), std::nullopt},
        {"too many digits", Type::string, utf16::from_utf8("18446744073709551616"), std::nullopt},
        {"an empty text", Type::string, "", std::nullopt},
        {"a size that does not fit", Type::uint16, "\1"s, std::nullopt},
        {"null", Type::null, "", std::nullopt},
    };
    for (const Case& c : cases)
        EXPECT_EQ(unsigned_of({c.type, c.bytes}), c.number) << c.story;
}

TEST(EvtxValue, GivesTimesOfEveryType)
{
    const auto text = utf16::from_utf8("2026-05-01T08:30:15.999Z");
    EXPECT_EQ(windows::to_text(time_of({Type::string, text}).value()), "2026-05-01T08:30:15.9990000Z");
    EXPECT_EQ(
        windows::to_text(time_of({Type::system_time, "\xEA\x07\x05\0\x05\0\x01\0\x08\0\x1E\0\x0F\0\xE7\x03"s}).value()),
        "2026-05-01T08:30:15.9990000Z");
    EXPECT_EQ(time_of({Type::file_time, "\1\0\0\0\0\0\0\0"s})->ticks, 1U);
    EXPECT_FALSE(time_of({Type::file_time, "\1\0\0\0"s}));
    EXPECT_FALSE(time_of({Type::uint32, "\1\0\0\0"s}));
}

TEST(EvtxValue, SaysWhatIsANumber)
{
    EXPECT_TRUE(is_number({Type::uint16, "\x11\x12"s}));
    EXPECT_FALSE(is_number({Type::uint16, "\x11"s})) << "written in hexadecimal digits";
    EXPECT_FALSE(is_number({Type::hex32, "\1\0\0\0"s}));
    EXPECT_FALSE(is_number({Type::string, "1\0"s}));
}

}
}
