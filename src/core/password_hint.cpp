#include "core/password_hint.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <string>

namespace hoshuban {
namespace {

constexpr std::size_t shortest = 6;
constexpr std::size_t shortest_digits = 4;

struct Word {
    std::string_view text;
    bool digits_suffice;
};
constexpr Word words[] = {
    {"パスワード", false},
    {"パスフレーズ", false},
    {"暗証番号", true},
    {"password", false},
    {"passwd", false},
    {"passphrase", false},
    {"pwd", false},
    {"pw", false},
};
constexpr std::string_view introductions[] = {"は", "が", "：", ":", "＝", "=", "「", "『", "（", "(", "[", "<", "\"",
    "'", "→", "、", " ", "\t", "\n", "-", "is "};

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string lower(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

// At most twelve introducing signs; what comes after them.
std::string_view after_introduction(std::string_view rest)
{
    for (int count = 0; count < 12; ++count) {
        const auto sign = std::ranges::find_if(introductions, [&](auto each) { return rest.starts_with(each); });
        if (sign == std::end(introductions))
            break;
        rest.remove_prefix(sign->size());
    }
    return rest;
}

bool looks_like_a_value(std::string_view rest, bool digits_suffice)
{
    const auto length = std::ranges::find_if(rest, [](char c) { return c < '!' || c > '~'; }) - rest.begin();
    const std::string_view run = rest.substr(0, static_cast<std::size_t>(length));
    const auto letters = static_cast<std::size_t>(std::ranges::count_if(run, is_letter));
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(run, is_ascii_digit));
    if (digits_suffice && digits >= shortest_digits)
        return true;
    const std::size_t others = run.size() - letters - digits;
    return run.size() >= shortest && (letters > 0) + (digits > 0) + (others > 0) >= 2;
}

}

bool has_password_hint(std::string_view text)
{
    const std::string readable = lower(narrow(text));
    const std::string_view whole = readable;
    for (const Word& word : words) {
        for (std::size_t at = whole.find(word.text); at != std::string_view::npos; at = whole.find(word.text, at + 1)) {
            const bool inside_a_word = is_letter(word.text[0]) && at > 0 && is_letter(whole[at - 1]);
            const auto rest = whole.substr(at + word.text.size());
            const auto value = after_introduction(rest);
            if (!inside_a_word && value.size() < rest.size() && looks_like_a_value(value, word.digits_suffice))
                return true;
        }
    }
    return false;
}

}
