#include "formats/hive.hpp"

#include "formats/hive_file_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::registry {
namespace {

using test::HiveKey;
using test::HiveWriter;

Value text(std::string name, std::string_view content)
{
    return {std::move(name), Type::text, utf16::from_utf8(content) + std::string(2, '\0')};
}

HiveKey desktop()
{
    return {"ROOT", {},
        {{"Control Panel", {},
             {{"Desktop", {text("ScreenSaveActive", "1"), {"Wait", Type::number, std::string{"\x58\2\0\0", 4}}}}}},
            {"アプリ", {text("表示名", "髙橋の業務"), text("", "既定")}, {{"空", {}, {}}}, true}}};
}

std::string listed(const Hive& hive)
{
    std::string lines;
    hive.visit([&](std::string_view path, const Key& key, std::span<const Value> values) {
        lines += fmt::format("[{}] {}\n", path, windows::to_text(key.written));
        for (const Value& value : values)
            lines += fmt::format("{} {} {}\n", value.name, name_of_type(value.type), to_text(value));
    });
    return lines;
}

TEST(Hive, GivesEveryKeyAndValue)
{
    const std::string bytes = HiveWriter{desktop()}.bytes();
    const auto hive = Hive::open(bytes);
    ASSERT_TRUE(hive);
    EXPECT_TRUE(hive->is_sound());
    EXPECT_EQ(listed(*hive),
        "[] 2024-02-29T15:59:53.1234567Z\n"
        "[Control Panel] 2024-02-29T15:59:53.1234567Z\n"
        "[Control Panel\\Desktop] 2024-02-29T15:59:53.1234567Z\n"
        "ScreenSaveActive REG_SZ 1\n"
        "Wait REG_DWORD 600\n"
        "[アプリ] 2024-02-29T15:59:53.1234567Z\n"
        "表示名 REG_SZ 髙橋の業務\n"
        " REG_SZ 既定\n"
        "[アプリ\\空] 2024-02-29T15:59:53.1234567Z\n");
    EXPECT_EQ(hive->broken(), 0U);
}

TEST(Hive, FindsKeysByTheirPath)
{
    const std::string bytes = HiveWriter{desktop()}.bytes();
    const auto hive = Hive::open(bytes).value();
    EXPECT_EQ(hive.find("control panel\\DESKTOP")->name, "Desktop");
    EXPECT_EQ(hive.find("アプリ")->name, "アプリ");
    EXPECT_EQ(hive.find("")->name, "ROOT");
    EXPECT_FALSE(hive.find("Control Panel\\Desktop\\No"));
    EXPECT_EQ(hive.values_of(hive.find("Control Panel\\Desktop").value()).size(), 2U);
}

TEST(Hive, PutsLargeDataTogether)
{
    std::string data;
    for (int i = 0; i < 40'000; ++i)
        data += static_cast<char>(i % 251);
    const std::string bytes = HiveWriter{{"R", {{"big", Type::binary, data}}}}.bytes();
    const auto hive = Hive::open(bytes).value();
    const auto values = hive.values_of(hive.root());
    ASSERT_EQ(values.size(), 1U);
    EXPECT_EQ(values[0].data, data);
}

TEST(Hive, RefusesWhatIsNoHive)
{
    const std::string whole = HiveWriter{desktop()}.bytes();
    struct Case {
        const char* story;
        std::string bytes;
        const char* code;
    };
    std::string nowhere = whole;
    HiveWriter::put(nowhere, 36, 0x7FFFFFFFU);
    const Case cases[] = {
        {"nothing", "", "hive/not_a_hive"},
        {"an event log", "ElfFile", "hive/not_a_hive"},
        {"half a header", whole.substr(0, 2000), "hive/broken"},
        {"a header alone", whole.substr(0, 4096), "hive/broken"},
        {"a root that lies nowhere", nowhere, "hive/broken"},
    };
    for (const Case& c : cases) {
        const auto hive = Hive::open(c.bytes);
        ASSERT_FALSE(hive) << c.story;
        EXPECT_EQ(hive.error().code, c.code) << c.story;
    }
}

TEST(Hive, SaysThatItWasNotWrittenToItsEnd)
{
    std::string bytes = HiveWriter{desktop()}.bytes();
    HiveWriter::put(bytes, 8, 6U);
    EXPECT_FALSE(Hive::open(bytes)->is_sound()) << "the second number lags behind";
    std::string head = bytes.substr(0, 4096);
    HiveWriter::seal(head);
    EXPECT_FALSE(Hive::open(head + bytes.substr(4096))->is_sound()) << "also when the checksum holds";
}

TEST(Hive, LeavesOutWhatLeadsInCircles)
{
    // The only key below the root is the root.
    std::string bytes = HiveWriter{{"R", {}, {{"A"}}}}.bytes();
    const auto root = little_endian<std::uint32_t>(bytes.data() + 36);
    const auto list = little_endian<std::uint32_t>(bytes.data() + 4096 + root + 4 + 28);
    HiveWriter::put(bytes, 4096 + list + 4 + 4, root);
    const auto hive = Hive::open(bytes).value();
    int keys = 0;
    hive.visit([&](std::string_view, const Key&, std::span<const Value>) { ++keys; });
    EXPECT_EQ(keys, 53) << "the root, and what a hive of 4,096 bytes has room for";
    EXPECT_GT(hive.broken(), 0U);
}

TEST(Hive, CountsAValueThatCannotBeRead)
{
    std::string bytes = HiveWriter{{"R", {text("a", "eins"), text("b", "zwei")}}}.bytes();
    bytes[bytes.find("vk")] = 'x';
    const auto hive = Hive::open(bytes).value();
    EXPECT_EQ(listed(hive), "[] 2024-02-29T15:59:53.1234567Z\nb REG_SZ zwei\n");
    EXPECT_EQ(hive.broken(), 1U);
}

TEST(RegistryValue, IsWrittenByItsType)
{
    struct Case {
        const char* story;
        Value value;
        const char* type;
        const char* text;
    };
    const Case cases[] = {
        {"text with what the memory held before", {"", Type::text, utf16::from_utf8(std::string_view{"a\0b", 3})},
            "REG_SZ", "a"},
        {"text without its NUL", {"", Type::expandable_text, utf16::from_utf8("%windir%")}, "REG_EXPAND_SZ",
            "%windir%"},
        {"texts", {"", Type::texts, utf16::from_utf8(std::string_view{"一\0二\0\0", 9})}, "REG_MULTI_SZ", "一\n二"},
        {"a number", {"", Type::number, std::string{"\x58\2\0\0", 4}}, "REG_DWORD", "600"},
        {"a number of other machines", {"", Type::big_endian_number, std::string{"\0\0\2\x58", 4}},
            "REG_DWORD_BIG_ENDIAN", "600"},
        {"a number of two bytes", {"", Type::number, "\x58\2"}, "REG_DWORD", "5802"},
        {"a long number", {"", Type::long_number, std::string(8, '\xFF')}, "REG_QWORD", "18446744073709551615"},
        {"bytes", {"", Type::binary, "\xAB\1"}, "REG_BINARY", "AB01"},
        {"a type of its own", {"", static_cast<Type>(0xFFFF0007), "\1"}, "REG_0xFFFF0007", "01"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(name_of_type(c.value.type), c.type) << c.story;
        EXPECT_EQ(to_text(c.value), c.text) << c.story;
    }
}

}
}
