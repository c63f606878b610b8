#pragma once
#include "core/traced_fold.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::search {

/// A part of a shown text; `hit`: one of the words stands here.
struct Span {
    std::string text;
    bool hit = false;

    bool operator==(const Span&) const = default;
};

/// A text as written and its folded key, to find words in it and show where they stand.
class Marking {
public:
    explicit Marking(std::string_view text);

    bool holds(std::string_view word) const { return traced_.key.find(word) != std::string::npos; }
    /// The whole text with every word marked.
    std::vector<Span> all(const std::vector<std::string>& words) const;
    /// About `characters` characters around the first word; line ends become spaces, `…` stands for what was left out.
    std::vector<Span> around(const std::vector<std::string>& words, std::size_t characters) const;

private:
    using Range = TracedFold::Range;
    std::vector<Range> hits(const std::vector<std::string>& words) const;
    std::vector<Span> cut(Range, const std::vector<Range>& hits) const;

    std::string_view text_;
    TracedFold traced_;
};

}
