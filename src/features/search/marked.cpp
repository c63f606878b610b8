#include "features/search/marked.hpp"

#include <algorithm>

namespace hoshuban::search {
namespace {

bool continues(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

/// The byte that lies `characters` code points before (or forward) `at`.
std::size_t before(std::string_view text, std::size_t at, std::size_t characters)
{
    for (; at > 0 && characters > 0; --characters) {
        do
            --at;
        while (at > 0 && continues(text, at));
    }
    return at;
}

std::size_t forward(std::string_view text, std::size_t at, std::size_t characters)
{
    for (; at < text.size() && characters > 0; --characters) {
        do
            ++at;
        while (continues(text, at));
    }
    return at;
}

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

std::string on_one_line(std::string_view text)
{
    std::string line{text};
    std::ranges::replace_if(line, is_blank, ' ');
    return line;
}

}

Marking::Marking(std::string_view text)
    : text_{text}
    , traced_{fold_traced(text)}
{
}

std::vector<Span> Marking::all(const std::vector<std::string>& words) const
{
    return cut({0, text_.size()}, hits(words));
}

std::vector<Span> Marking::around(const std::vector<std::string>& words, std::size_t characters) const
{
    const auto found = hits(words);
    const std::size_t hit = found.empty() ? 0 : found.front().from;
    const std::size_t from = before(text_, hit, characters / 4);
    const std::size_t to = forward(text_, from, characters);
    auto spans = cut({from, to}, found);
    if (from > 0)
        spans.insert(spans.begin(), {"…", false});
    if (to < text_.size())
        spans.push_back({"…", false});
    return spans;
}

/// Where the words stand in the text as written, in order and without overlaps.
std::vector<Marking::Range> Marking::hits(const std::vector<std::string>& words) const
{
    std::vector<Range> found;
    for (const std::string& word : words) {
        const std::string& key = traced_.key;
        for (auto at = key.find(word); at != std::string::npos; at = key.find(word, at + word.size())) {
            Range range = traced_.written(at, word.size());
            while (range.to > range.from && is_blank(text_[range.to - 1]))
                --range.to;
            found.push_back(range);
        }
    }
    std::ranges::sort(found, {}, &Range::from);
    std::vector<Range> joined;
    for (const Range& range : found) {
        if (!joined.empty() && range.from <= joined.back().to)
            joined.back().to = std::max(joined.back().to, range.to);
        else
            joined.push_back(range);
    }
    return joined;
}

std::vector<Span> Marking::cut(Range shown, const std::vector<Range>& hits) const
{
    std::vector<Span> spans;
    const auto add = [&](std::size_t from, std::size_t to, bool hit) {
        from = std::max(from, shown.from);
        to = std::min(to, shown.to);
        if (from < to)
            spans.push_back({on_one_line(text_.substr(from, to - from)), hit});
    };
    std::size_t at = shown.from;
    for (const Range& hit : hits) {
        add(at, hit.from, false);
        add(hit.from, hit.to, true);
        at = std::max(at, hit.to);
    }
    add(at, shown.to, false);
    return spans;
}

}
