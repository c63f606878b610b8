#include "core/fold.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <unicode/utf8.h>

namespace hoshuban {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// The code point at `byte`, which moves behind it; U+FFFD with `broken` for bytes that are not UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& byte, bool& broken)
{
    const auto length = static_cast<std::int32_t>(text.size());
    auto index = static_cast<std::int32_t>(byte);
    std::int32_t c = 0;
    const auto* bytes = text.data();
    U8_NEXT(bytes, index, length, c);
    byte = static_cast<std::size_t>(index);
    broken = c < 0;
    return broken ? replacement : static_cast<char32_t>(c);
}

bool in(char32_t c, char32_t first, char32_t last)
{
    return first <= c && c <= last;
}

std::optional<TextFlaw> flaw_of(char32_t c)
{
    if (c == 0)
        return TextFlaw::nul;
    if (c == '\t' || c == '\n' || c == '\r')
        return std::nullopt;
    // The marks that turn the direction of text count too: they make a line read as something else.
    if (c < 0x20 || in(c, 0x7F, 0x9F) || in(c, 0x202A, 0x202E) || in(c, 0x2066, 0x2069))
        return TextFlaw::control;
    if (in(c, 0xE000, 0xF8FF) || in(c, 0xF0000, 0xFFFFD) || in(c, 0x100000, 0x10FFFD))
        return TextFlaw::private_use;
    if (in(c, 0xFE00, 0xFE0F) || in(c, 0xE0100, 0xE01EF))
        return TextFlaw::variation_selector;
    if (in(c, 0xFDD0, 0xFDEF) || (c & 0xFFFE) == 0xFFFE)
        return TextFlaw::noncharacter;
    return std::nullopt;
}

std::optional<int> digit_of(char32_t c)
{
    if (in(c, U'0', U'9'))
        return static_cast<int>(c - U'0');
    if (in(c, U'０', U'９'))
        return static_cast<int>(c - U'０');
    return std::nullopt;
}

bool separates_groups(char32_t c)
{
    return c == U' ' || c == U'\u3000' || c == U'-' || c == U'ー' || c == U'－' || c == U'−' || in(c, 0x2010, 0x2015);
}

/// A run of digits; `joined` when exactly one separator stands between it and the run before.
struct Group {
    std::size_t byte;
    bool joined;
    std::vector<int> digits;
};

std::vector<Group> digit_groups(std::string_view text)
{
    std::vector<Group> groups;
    bool in_group = false;
    int separators = 0;
    int others = 1;
    for (std::size_t byte = 0; byte < text.size();) {
        const std::size_t start = byte;
        bool broken = false;
        const char32_t c = next_code_point(text, byte, broken);
        const auto digit = digit_of(c);
        if (!digit) {
            in_group = false;
            ++(separates_groups(c) ? separators : others);
            continue;
        }
        if (!in_group)
            groups.push_back({start, separators == 1 && others == 0, {}});
        in_group = true;
        separators = others = 0;
        groups.back().digits.push_back(*digit);
    }
    return groups;
}

// 行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による通知カード及び個人番号カード並びに情報提供
// ネットワークシステムによる特定個人情報の提供等に関する省令 第5条.
bool has_check_digit(std::span<const int> digits)
{
    int sum = 0;
    for (std::size_t n = 1; n <= 11; ++n)
        sum += digits[11 - n] * static_cast<int>(n <= 6 ? n + 1 : n - 5);
    const int rest = sum % 11;
    return digits[11] == (rest <= 1 ? 0 : 11 - rest);
}

bool is_group_of_four(const Group& group)
{
    return group.digits.size() == 4;
}

}

std::vector<FoundFlaw> find_flaws(std::string_view text)
{
    std::vector<FoundFlaw> found;
    for (std::size_t byte = 0; byte < text.size();) {
        const std::size_t start = byte;
        bool broken = false;
        const char32_t c = next_code_point(text, byte, broken);
        const auto flaw = broken ? std::optional{TextFlaw::broken_utf8} : flaw_of(c);
        if (flaw && std::ranges::find(found, *flaw, &FoundFlaw::flaw) == found.end())
            found.push_back({*flaw, c, start});
    }
    return found;
}

std::optional<std::size_t> find_my_number(std::string_view text)
{
    const std::vector<Group> groups = digit_groups(text);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::vector<int> digits = groups[i].digits;
        if (i + 2 < groups.size() && groups[i + 1].joined && groups[i + 2].joined &&
            std::all_of(&groups[i], &groups[i] + 3, is_group_of_four)) {
            digits.insert(digits.end(), groups[i + 1].digits.begin(), groups[i + 1].digits.end());
            digits.insert(digits.end(), groups[i + 2].digits.begin(), groups[i + 2].digits.end());
        }
        if (digits.size() == 12 && has_check_digit(digits))
            return groups[i].byte;
    }
    return std::nullopt;
}

}
