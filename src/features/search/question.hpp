#pragma once
#include "features/search/document.hpp"
#include "features/search/posting.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::search {

/// What somebody looks for.
struct Question {
    std::vector<std::string> words; ///< folded; all of them must stand in a piece
    std::string whole; ///< the words together: a number or a title that is exactly this comes first
    std::vector<std::vector<std::string>> pairs = {}; ///< of each word, see telling_pairs; empty for one character
};

Question question_of(std::string_view typed);

/// How well a piece answers, best first.
enum class Tier { exact, heading, text };

/// A place in the order of the answers: by tier, then the latest change first.
struct Position {
    Tier tier = Tier::exact;
    int document = 0;

    bool operator==(const Position&) const = default;
};

/// `1.4711`, for a cursor, and back.
std::string to_text(const Position&);
std::optional<Position> parse_position(std::string_view);

/// Every term whose postings answer the question for somebody under these limits.
std::vector<std::string> terms_of(const Question&, std::span<const Limit>);

/// The postings of one kind: block → term → documents.
using Terms = std::map<std::string, std::shared_ptr<const DocumentSet>, std::less<>>;
using Blocks = std::map<int, Terms, std::greater<>>;

/// What may answer, in the order of the answers. A candidate holds the pairs of every word; whether it holds the words
/// themselves is for the caller to see.
class Candidates {
public:
    Candidates(const Question&, const Limit&, const Blocks&, std::optional<Position> after);

    std::optional<Position> next();

private:
    DocumentSet of(Tier, const Terms&) const;
    DocumentSet holding_all(char mark, const Terms&) const;
    DocumentSet allowed(const Terms&) const;
    DocumentSet remaining(Tier, const Terms&) const;

    const Question& question_;
    const Limit& limit_;
    const Blocks& blocks_;
    Position at_; ///< what was given out last
    std::optional<int> block_ = {}; ///< whose set is in `set_`
    DocumentSet set_ = {};
};

}
