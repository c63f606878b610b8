#include "core/fold.hpp"
#include "core/traced_fold.hpp"

#include <array>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unicode/unistr.h>

namespace hoshuban {
namespace {

TEST(Fold, MakesEqualWhatAReaderTakesForTheSame)
{
    struct Case {
        const char* story;
        const char* one;
        const char* other;
    };
    constexpr std::array cases{
        Case{"case and width", "ＣＳ端末Ａ２１", "cs端末a21"},
        Case{"half-width katakana with its mark", "ﾌﾟﾘﾝﾀ", "プリンタ"},
        Case{"hiragana and katakana", "ぷりんた", "プリンタ"},
        Case{"small and large kana", "ウィルス", "ウイルス"},
        Case{"small ones of every kind", "ぁゖッャヮヵヶ", "あけつやわかけ"},
        Case{"spaces of any kind", "山田　太郎 様", "山田太郎様"},
        Case{"ladder form of 高", "髙橋", "高橋"},
        Case{"standing form of 崎", "山﨑", "山崎"},
        Case{"渓", "溪谷", "渓谷"},
        Case{"three forms of 辺", "渡邊", "渡邉"},
        Case{"and the daily one", "渡邊", "渡辺"},
        Case{"浜", "濵田", "浜田"},
        Case{"a compatibility ideograph", "大\uFA10", "大塚"},
        Case{"吉 beyond the basic plane", "𠮷野家", "吉野家"},
        Case{"an ideographic variation sequence", "葛\U000E0100飾", "葛飾"},
        Case{"every dash", "A21A－01 A21A−01 A21Aー01 A21A—01", "a21a-01a21a-01a21a-01a21a-01"},
        Case{"wave dash and full-width tilde", "4月〜6月", "4月～6月"},
        Case{"the era in one character", "㋿8年", "令和8年"},
        Case{"circled and unit signs", "①㈱㎏", "1(株)kg"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(fold(c.one), fold(c.other));
    }
    EXPECT_EQ(fold("ＣＳ 端末－Ａ"), "cs端末-a");
    EXPECT_NE(fold("端末1"), fold("端末2"));
    EXPECT_EQ(fold("a\xFFz"), "a\uFFFDz");
    EXPECT_EQ(fold(""), "");
}

TEST(FoldTraced, TellsWhereEachCharacterStood)
{
    struct Case {
        const char* text;
        const char* part; ///< of the key
        const char* written;
    };
    constexpr std::array cases{
        Case{"南支所の ﾌﾟﾘﾝﾀ が", "ぷりんた", "ﾌﾟﾘﾝﾀ "},
        Case{"髙橋 一郎様", "高橋一郎", "髙橋 一郎"},
        Case{"端末Ａ２１－０３を", "a21-03", "Ａ２１－０３"},
        Case{"㈱見本の端末", "株", "㈱"},
        Case{"か\u3099くの端末", "がく", "か\u3099く"},
        Case{"葛\U000E0100飾区の端末", "飾区", "飾区"},
        Case{"サーバーの停止", "さ-ば-", "サーバー"},
    };
    for (const Case& c : cases) {
        const TracedFold traced = fold_traced(c.text);
        ASSERT_EQ(traced.key, fold(c.text));
        ASSERT_EQ(traced.origins.size(), traced.key.size() + 1);
        const std::size_t at = traced.key.find(c.part);
        ASSERT_NE(at, std::string::npos) << c.text;
        const auto [from, to] = traced.written(at, std::string_view{c.part}.size());
        EXPECT_EQ(std::string_view(c.text).substr(from, to - from), c.written);
    }
}

TEST(FoldTraced, GivesTheSameKeyForAnyText)
{
    rc::check("for any code points", [](const std::vector<char32_t>& drawn) {
        icu::UnicodeString wide;
        for (const char32_t c : drawn)
            wide.append(static_cast<UChar32>(c % 3 == 0 ? 0x3000 + c % 0x100
                    : c % 3 == 1                        ? 0x1100 + c % 0x200
                                                        : c % 0x20000));
        std::string text;
        wide.toUTF8String(text);
        RC_ASSERT(fold_traced(text).key == fold(text));
    });
    for (const char* broken : {"a\xFFz", "\xE3\x81", "端\xC0\x80末", "\xF0\x9F"})
        EXPECT_EQ(fold_traced(broken).key, fold(broken));
}

TEST(Narrow, KeepsCaseKanaAndSpaces)
{
    EXPECT_EQ(narrow("Ｒ８．１１ ﾃｽﾄ（金）"), "R8.11 テスト(金)");
}

TEST(Truncate, NeverCutsACharacter)
{
    EXPECT_EQ(truncate("端末の交換", 2), "端末");
    EXPECT_EQ(truncate("端末", 5), "端末");
    EXPECT_EQ(truncate("葛\U000E0100飾区", 1), "葛\U000E0100");
    EXPECT_EQ(truncate("か\u3099く", 1), "か\u3099");
    EXPECT_EQ(truncate("𠮷野", 1), "𠮷");
    EXPECT_EQ(truncate("端末", 0), "");
    EXPECT_EQ(count_characters("葛\U000E0100飾区👨‍👩‍👧"), 4U);
    EXPECT_EQ(count_characters(""), 0U);
}

TEST(TextFlaws, AreFoundWithTheirPlace)
{
    using namespace std::string_view_literals;
    struct Case {
        std::string_view text;
        std::vector<FoundFlaw> flaws;
    };
    const std::array cases{
        Case{"普通の文\r\n\tである"sv, {}},
        Case{"a\0b\0"sv, {{TextFlaw::nul, 0, 1}}},
        Case{"端\x01"sv, {{TextFlaw::control, 1, 3}}},
        Case{"\u202Eexe"sv, {{TextFlaw::control, 0x202E, 0}}},
        Case{"\uE000\U000F0000"sv, {{TextFlaw::private_use, 0xE000, 0}}},
        Case{"葛\U000E0100"sv, {{TextFlaw::variation_selector, 0xE0100, 3}}},
        Case{"\uFFFE"sv, {{TextFlaw::noncharacter, 0xFFFE, 0}}},
        Case{"ab\xE7\xAB"sv, {{TextFlaw::broken_utf8, 0xFFFD, 2}}},
        Case{"\xED\xA0\x80"sv, {{TextFlaw::broken_utf8, 0xFFFD, 0}}},
        Case{"\xEF\xBF\xBD"sv, {}},
        Case{"\0\uE000"sv, {{TextFlaw::nul, 0, 0}, {TextFlaw::private_use, 0xE000, 1}}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(find_flaws(c.text), c.flaws) << c.text;
}

TEST(MyNumber, IsRecognisedByItsCheckDigit)
{
    struct Case {
        const char* text;
        std::optional<std::size_t> byte;
    };
    constexpr std::array cases{
        Case{"123456789018", 0},
        Case{"番号は123456789018です", 9},
        Case{"1234-5678-9018", 0},
        Case{"1234 5678 9018", 0},
        Case{"１２３４　５６７８　９０１８", 0},
        Case{"1234－5678－9018", 0},
        Case{"000000000000", 0},
        Case{"123456789012", std::nullopt},
        Case{"1234567890180", std::nullopt},
        Case{"12345678901", std::nullopt},
        Case{"1234--5678-9018", std::nullopt},
        Case{"1234、5678、9018", std::nullopt},
        Case{"090-1234-5678", std::nullopt},
        Case{"2026-11-20 17:15", std::nullopt},
        Case{"A21A-01", std::nullopt},
        Case{"", std::nullopt},
    };
    for (const Case& c : cases)
        EXPECT_EQ(find_my_number(c.text), c.byte) << c.text;
}

}
}
