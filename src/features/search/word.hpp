#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::search {

/// The most words of a question that are looked at, and the most characters of one.
inline constexpr std::size_t most_words = 8;
inline constexpr std::size_t most_characters = 64;

/// The words of what somebody typed, folded (core/fold), each once, in their order. Spaces separate words; whatever
/// else stands there is text to look for, never a command.
std::vector<std::string> words_of(std::string_view question);

/// The pairs of neighbouring characters of a folded text, each once and sorted.
std::vector<std::string> pairs_of(std::string_view key);
/// The characters of a folded text, each once and sorted.
std::vector<std::string> characters_of(std::string_view key);

/// The pairs by which a word is looked for: its first and last ones and others between them, evenly, at most `most`.
/// Whoever looks compares the whole word afterwards.
std::vector<std::string> telling_pairs(std::string_view word, std::size_t most);

}
