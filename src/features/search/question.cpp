#include "features/search/question.hpp"

#include "core/fold.hpp"
#include "features/search/word.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace hoshuban::search {
namespace {

// Each pair costs one look into every block.
constexpr std::size_t most_pairs = 24;
constexpr std::size_t fewest_pairs_of_a_word = 3;

const DocumentSet& set_of(const Terms& terms, const std::string& term)
{
    static const DocumentSet none;
    const auto found = terms.find(term);
    return found == terms.end() ? none : *found->second;
}

}

Question question_of(std::string_view typed)
{
    Question question{.words = words_of(typed), .whole = {}};
    for (const std::string& word : question.words)
        question.whole += word;
    if (question.words.empty())
        return question;
    const std::size_t most = std::max(fewest_pairs_of_a_word, most_pairs / question.words.size());
    for (const std::string& word : question.words)
        question.pairs.push_back(telling_pairs(word, most));
    return question;
}

std::string to_text(const Position& position)
{
    return fmt::format("{}.{}", static_cast<int>(position.tier), position.document);
}

std::optional<Position> parse_position(std::string_view text)
{
    if (text.size() < 3 || text[0] < '0' || text[0] > '2' || text[1] != '.')
        return std::nullopt;
    Position position{static_cast<Tier>(text[0] - '0'), 0};
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), position.document);
    if (error != std::errc{} || end != text.data() + text.size() || position.document < 0)
        return std::nullopt;
    return position;
}

std::vector<std::string> terms_of(const Question& question, std::span<const Limit> limits)
{
    std::vector<std::string> terms{"*", '=' + question.whole};
    for (std::size_t i = 0; i < question.words.size(); ++i) {
        if (question.pairs[i].empty())
            terms.push_back('h' + question.words[i]);
        for (const std::string& pair : question.pairs[i]) {
            terms.push_back('h' + pair);
            terms.push_back('t' + pair);
        }
    }
    for (const Limit& limit : limits) {
        for (const std::string& mark : limit.reaches)
            terms.push_back('r' + mark);
    }
    std::ranges::sort(terms);
    const auto repeated = std::ranges::unique(terms);
    terms.erase(repeated.begin(), repeated.end());
    return terms;
}

Candidates::Candidates(
    const Question& question, const Limit& limit, const Blocks& blocks, std::optional<Position> after)
    : question_{question}
    , limit_{limit}
    , blocks_{blocks}
    , at_{after.value_or(Position{Tier::exact, std::numeric_limits<int>::max()})}
{
}

std::optional<Position> Candidates::next()
{
    for (;;) {
        for (auto block = blocks_.lower_bound(at_.document / block_size); block != blocks_.end(); ++block) {
            if (block_ != block->first) {
                set_ = remaining(at_.tier, block->second);
                block_ = block->first;
            }
            const int first = block->first * block_size;
            if (const auto found = set_.last_below(std::min(at_.document - first, block_size))) {
                at_.document = first + *found;
                return at_;
            }
        }
        if (at_.tier == Tier::text)
            return std::nullopt;
        at_ = {static_cast<Tier>(static_cast<int>(at_.tier) + 1), std::numeric_limits<int>::max()};
        block_.reset();
    }
}

/// Those that a better tier has not given out.
DocumentSet Candidates::remaining(Tier tier, const Terms& terms) const
{
    DocumentSet set = of(tier, terms);
    for (int better = 0; better < static_cast<int>(tier); ++better)
        set -= of(static_cast<Tier>(better), terms);
    return set &= allowed(terms);
}

DocumentSet Candidates::of(Tier tier, const Terms& terms) const
{
    switch (tier) {
    case Tier::exact:
        return set_of(terms, '=' + question_.whole);
    case Tier::heading:
        return holding_all('h', terms);
    case Tier::text:
        return holding_all('t', terms);
    }
    return {};
}

DocumentSet Candidates::holding_all(char mark, const Terms& terms) const
{
    if (question_.words.empty())
        return {};
    DocumentSet set = DocumentSet::all();
    for (std::size_t i = 0; i < question_.words.size(); ++i) {
        if (question_.pairs[i].empty())
            set &= set_of(terms, 'h' + question_.words[i]);
        for (const std::string& pair : question_.pairs[i])
            set &= set_of(terms, mark + pair);
    }
    return set;
}

DocumentSet Candidates::allowed(const Terms& terms) const
{
    DocumentSet set = set_of(terms, "*");
    if (limit_.whole)
        return set;
    DocumentSet reached;
    for (const std::string& mark : limit_.reaches)
        reached |= set_of(terms, 'r' + mark);
    return set &= reached;
}

}
