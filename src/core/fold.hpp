#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban {

/// The key under which a text is searched and matched: compatibility forms, case, width, hiragana and katakana, spaces,
/// dashes and the common variants of kanji (髙 高, 﨑 崎, 邊 辺 …) are made equal. Only ever a key: the stored text
/// stays as it was written. Broken UTF-8 is folded as U+FFFD.
std::string fold(std::string_view);

/// A pattern for `LIKE … ESCAPE '!'` that finds the folded words anywhere in a folded text; empty for no words.
std::string containing(std::string_view words);

/// Half-width digits, letters and signs for what a machine reads (numbers, dates, codes); NFKC, nothing else.
std::string narrow(std::string_view);

/// The first `characters` characters as a reader counts them; a letter and its marks or variation selector stay
/// together.
std::string truncate(std::string_view, std::size_t characters);
std::size_t count_characters(std::string_view);

enum class TextFlaw {
    broken_utf8,
    nul,
    control, ///< other than tab and line ends
    private_use, ///< gaiji
    variation_selector, ///< IVS: the glyph may be lost elsewhere
    noncharacter,
};

struct FoundFlaw {
    TextFlaw flaw;
    char32_t code_point; ///< U+FFFD for broken UTF-8
    std::size_t byte;

    bool operator==(const FoundFlaw&) const = default;
};

/// The first flaw of each kind, in the order of the text.
std::vector<FoundFlaw> find_flaws(std::string_view);

/// The byte at which something stands that can be a My Number: twelve digits, half or full width, alone or grouped by
/// spaces or dashes, with a right check digit.
std::optional<std::size_t> find_my_number(std::string_view);

}
