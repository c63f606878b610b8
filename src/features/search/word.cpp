#include "features/search/word.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace hoshuban::search {
namespace {

std::size_t length_of_first(std::string_view text)
{
    const auto byte = static_cast<unsigned char>(text[0]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return std::min(length, text.size());
}

/// Where the characters of a folded text begin, and its end.
std::vector<std::size_t> starts_of(std::string_view key)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < key.size(); at += length_of_first(key.substr(at)))
        starts.push_back(at);
    starts.push_back(key.size());
    return starts;
}

std::vector<std::string> runs_of(std::string_view key, std::size_t characters)
{
    const auto starts = starts_of(key);
    std::vector<std::string> runs;
    for (std::size_t i = 0; i + characters < starts.size(); ++i)
        runs.emplace_back(key.substr(starts[i], starts[i + characters] - starts[i]));
    return runs;
}

std::vector<std::string> each_once(std::vector<std::string> runs)
{
    std::ranges::sort(runs);
    const auto repeated = std::ranges::unique(runs);
    runs.erase(repeated.begin(), repeated.end());
    return runs;
}

std::string without_controls(std::string_view text)
{
    std::string clean;
    std::ranges::copy_if(
        text, std::back_inserter(clean), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
    return clean;
}

std::string shortened(const std::string& word)
{
    const auto starts = starts_of(word);
    return starts.size() <= most_characters + 1 ? word : word.substr(0, starts[most_characters]);
}

/// The bytes of the white space at the beginning; 0 for other text.
std::size_t space_at(std::string_view text)
{
    const std::size_t length = length_of_first(text);
    return fold(text.substr(0, length)).empty() || static_cast<unsigned char>(text[0]) < 0x20 ? length : 0;
}

}

std::vector<std::string> words_of(std::string_view question)
{
    std::vector<std::string> words;
    const auto add = [&](std::string_view written) {
        std::string word = shortened(without_controls(fold(written)));
        if (!word.empty() && words.size() < most_words && std::ranges::find(words, word) == words.end())
            words.push_back(std::move(word));
    };
    std::size_t from = 0;
    for (std::size_t at = 0; at < question.size();) {
        const std::size_t space = space_at(question.substr(at));
        if (space > 0)
            add(question.substr(from, at - from));
        at += space > 0 ? space : length_of_first(question.substr(at));
        if (space > 0)
            from = at;
    }
    add(question.substr(std::min(from, question.size())));
    return words;
}

std::vector<std::string> pairs_of(std::string_view key)
{
    return each_once(runs_of(key, 2));
}

std::vector<std::string> characters_of(std::string_view key)
{
    return each_once(runs_of(key, 1));
}

std::vector<std::string> telling_pairs(std::string_view word, std::size_t most)
{
    const auto pairs = runs_of(word, 2);
    if (pairs.size() <= most)
        return each_once(pairs);
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < most; ++i)
        chosen.push_back(pairs[i * (pairs.size() - 1) / (most - 1)]);
    return each_once(std::move(chosen));
}

}
