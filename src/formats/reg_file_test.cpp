#include "formats/reg_file.hpp"

#include "formats/utf16.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::registry {
namespace {

constexpr std::string_view version_5 = "Windows Registry Editor Version 5.00\r\n\r\n";

std::string listed(const std::vector<ExportedKey>& keys)
{
    std::string lines;
    for (const ExportedKey& key : keys) {
        lines += fmt::format("[{}]\n", key.path);
        for (const Value& value : key.values)
            lines += fmt::format("{} {} {}\n", value.name, name_of_type(value.type), to_text(value));
    }
    return lines;
}

TEST(RegFile, IsReadInTheFormThatWindowsExports)
{
    const std::string text = std::string{version_5} +
        "[HKEY_LOCAL_MACHINE\\SOFTWARE\\業務]\r\n"
        "@=\"既定\"\r\n"
        "\"DisplayName\"=\"窓口 \\\"業務\\\" C:\\\\髙橋\"\r\n"
        "\"Lines\"=\"a\r\nb\"\r\n"
        "\"Timeout\"=dword:00000258\r\n"
        "\"Bytes\"=hex:01,ab,\\\r\n"
        "  0c\r\n"
        "\"Path\"=hex(2):25,00,61,00,25,00,00,00\r\n"
        "\"Many\"=hex(7):61,00,00,00,62,00,00,00,00,00\r\n"
        "\"Long\"=hex(b):01,00,00,00,00,00,00,00\r\n"
        "\"Empty\"=hex:\r\n"
        "; a remark\r\n"
        "\r\n"
        "[HKEY_CURRENT_USER\\Empty]\r\n";
    const std::string lines = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\業務]\n"
                              " REG_SZ 既定\n"
                              "DisplayName REG_SZ 窓口 \"業務\" C:\\髙橋\n"
                              "Lines REG_SZ a\r\nb\n"
                              "Timeout REG_DWORD 600\n"
                              "Bytes REG_BINARY 01AB0C\n"
                              "Path REG_EXPAND_SZ %a%\n"
                              "Many REG_MULTI_SZ a\nb\n"
                              "Long REG_QWORD 1\n"
                              "Empty REG_BINARY \n"
                              "[HKEY_CURRENT_USER\\Empty]\n";
    EXPECT_EQ(listed(read_reg_file(text).value()), lines) << "UTF-8";
    EXPECT_EQ(listed(read_reg_file("\xFF\xFE" + utf16::from_utf8(text)).value()), lines) << "UTF-16";
}

TEST(RegFile, OfTheOldVersionHoldsTextsInTheCodePage)
{
    // 端末ポ in CP932: the last byte of ポ is '|'.
    const std::string text = "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\A]\r\n\"a\"=\"\x92\x5B\x5C\x96\x96\x83\x7C\"\r\n"
                             "\"b\"=hex(2):92,5b,96,96,00\r\n";
    std::string plain = text;
    plain.erase(plain.find('\x5C', plain.find("\"a\"")), 1);
    EXPECT_EQ(listed(read_reg_file(plain).value()), "[HKEY_LOCAL_MACHINE\\A]\na REG_SZ 端末ポ\nb REG_EXPAND_SZ 端末\n");
}

TEST(RegFile, RefusesWithItsLineWhatIsNoExport)
{
    struct Case {
        const char* story;
        std::string lines;
        const char* en;
    };
    const Case cases[] = {
        {"a value before a key", "\"a\"=\"b\"", "line 3: a value before the first key"},
        {"a key that is not closed", "[HKEY", "line 3: no line of a key"},
        {"a key to delete", "[-HKEY_CURRENT_USER\\A]", "line 3: no line of a key"},
        {"a value to delete", "[A]\r\n\"a\"=-", "line 4: a value of no known form"},
        {"no sign", "[A]\r\n\"a\"", "line 4: there is no ="},
        {"no quotes", "[A]\r\na=\"b\"", "line 4: no quote where a text begins"},
        {"a text that does not end", "[A]\r\n\"a\"=\"b", "line 4: a quote is never closed"},
        {"text behind a text", "[A]\r\n\"a\"=\"b\"c", "line 4: text behind the value"},
        {"text behind a number", "[A]\r\n\"a\"=dword:12x", "line 4: text behind the value"},
        {"no number", "[A]\r\n\"a\"=dword:", "line 4: no number"},
        {"no digits", "[A]\r\n\"a\"=hex:zz", "line 4: no hexadecimal digits"},
        {"three digits", "[A]\r\n\"a\"=hex:001", "line 4: no hexadecimal digits"},
        {"bytes that do not end", "[A]\r\n\"a\"=hex:00,\\", "line 4: the value ends too early"},
        {"no type", "[A]\r\n\"a\"=hex(zz):00", "line 4: no type of a value"},
    };
    for (const Case& c : cases) {
        const auto read = read_reg_file(std::string{version_5} + c.lines);
        ASSERT_FALSE(read) << c.story;
        EXPECT_EQ(read.error().text.en, c.en) << c.story;
    }
    EXPECT_EQ(read_reg_file("[A]\r\n").error().code, "reg_file/head");
    EXPECT_EQ(read_reg_file("").error().code, "reg_file/head");
    EXPECT_EQ(read_reg_file(std::string{version_5} + "\x81").error().code, "windows_text/encoding");
}

}
}
