#include "formats/xlsx_package_test.hpp"
#include "formats/zip.hpp"

#include <gtest/gtest.h>

namespace hoshuban::zip {
namespace {

using test::zipped;

std::string patched(std::string bytes, std::string_view from, std::string_view to)
{
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
    return bytes;
}

TEST(Zip, reads_entries_by_name_without_regard_to_case)
{
    const std::string bytes = zipped({{"xl/a.xml", "中身"}, {"empty", ""}});
    auto archive = Archive::open(bytes);
    ASSERT_TRUE(archive);
    EXPECT_TRUE(archive->has("XL/A.xml"));
    EXPECT_FALSE(archive->has("xl/b.xml"));
    EXPECT_EQ(archive->read("XL/A.xml").value(), "中身");
    EXPECT_EQ(archive->read("empty").value(), "");
    EXPECT_EQ(archive->read("xl/b.xml").error().code, "zip/missing_entry");
}

TEST(Zip, refuses_archives_that_cost_too_much_or_play_tricks)
{
    const std::string big(4 << 20, 'x');
    struct Case {
        const char* story;
        std::string bytes;
        Limits limits;
        const char* code;
    };
    const Case cases[] = {
        {"not an archive", "PK nothing", {}, "zip/broken"},
        {"cut in half", zipped({{"a", big}}).substr(0, 2000), {}, "zip/broken"},
        {"over the size", zipped({{"a", "b"}}), {.archive_bytes = 10}, "zip/too_large"},
        {"too many entries", zipped({{"a", ""}, {"b", ""}, {"c", ""}}), {.entries = 2}, "zip/too_many_entries"},
        {"a way up", zipped({{"xl/../../etc/passwd", "x"}}), {}, "zip/path"},
        {"an absolute name", patched(zipped({{"Xetc", "x"}}), "Xetc", "/etc"), {}, "zip/path"},
        {"a backslash", patched(zipped({{"aXb", "x"}}), "aXb", "a\\b"), {}, "zip/path"},
        {"one name twice", patched(zipped({{"same", "1"}, {"sAmX", "2"}}), "sAmX", "sAme"), {}, "zip/path"},
        {"a password", zipped({{"a", "secret"}}, "pw"), {}, "zip/encrypted"},
    };
    for (const Case& c : cases) {
        const auto archive = Archive::open(c.bytes, c.limits);
        ASSERT_FALSE(archive) << c.story;
        EXPECT_EQ(archive.error().code, c.code) << c.story;
        EXPECT_FALSE(archive.error().text.ja.empty()) << c.story;
        EXPECT_FALSE(archive.error().text.en.empty()) << c.story;
    }
}

TEST(Zip, counts_while_expanding)
{
    const std::string zeros(4 << 20, '\0');
    const std::string bytes = zipped({{"a", zeros}, {"b", zeros}});
    struct Case {
        const char* story;
        Limits limits;
        const char* first;
        const char* second;
    };
    const Case cases[] = {
        {"a bomb by its ratio", {}, "zip/bomb", "zip/bomb"},
        {"small enough not to matter", {.ratio_free_bytes = 8 << 20}, "", ""},
        {"an entry too large", {.entry_bytes = 3 << 20, .ratio = 2000}, "zip/bomb", "zip/bomb"},
        {"together too large", {.total_bytes = 6 << 20, .ratio = 2000}, "", "zip/bomb"},
    };
    for (const Case& c : cases) {
        auto archive = Archive::open(bytes, c.limits);
        ASSERT_TRUE(archive) << c.story;
        const auto first = archive->read("a");
        const auto second = archive->read("b");
        EXPECT_EQ(first ? "" : first.error().code, c.first) << c.story;
        EXPECT_EQ(second ? "" : second.error().code, c.second) << c.story;
    }
}

TEST(Zip, notices_bytes_changed_inside)
{
    std::string bytes = zipped({{"a", "0123456789"}});
    bytes[bytes.find("0123456789") == std::string::npos ? 36 : bytes.find("0123456789") + 3] ^= 1;
    auto archive = Archive::open(bytes);
    ASSERT_TRUE(archive);
    EXPECT_EQ(archive->read("a").error().code, "zip/broken");
}

}
}
