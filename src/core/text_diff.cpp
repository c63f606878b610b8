#include "core/text_diff.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace hoshuban {
namespace {

using Lines = std::vector<int>;

/// Equal lines get equal numbers, so that comparing two lines costs nothing.
class Numbers {
public:
    Lines of(std::span<const std::string> lines)
    {
        Lines numbers;
        numbers.reserve(lines.size());
        for (const std::string& line : lines)
            numbers.push_back(known_.try_emplace(line, static_cast<int>(known_.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string_view, int> known_;
};

/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): `reach[d]` holds, for d differences, how far
/// the earlier text is used up on each diagonal k = before - after, for k = -d, -d + 2, …, d.
class Search {
public:
    Search(std::span<const int> before, std::span<const int> after)
        : before_{before}
        , after_{after}
    {
    }

    /// Whether the end was reached with at most so many differences.
    bool run(std::size_t most)
    {
        for (int d = 0; d <= static_cast<int>(most); ++d) {
            std::vector<int> now;
            now.reserve(static_cast<std::size_t>(d) + 1);
            for (int k = -d; k <= d; k += 2) {
                now.push_back(slide(d == 0 ? 0 : begin_of(d, k), k));
                if (now.back() >= size(before_) && now.back() - k >= size(after_)) {
                    reach_.push_back(std::move(now));
                    return true;
                }
            }
            reach_.push_back(std::move(now));
        }
        return false;
    }

    /// The lines of the way found, from the first to the last.
    std::vector<ComparedLine> way() const
    {
        std::vector<ComparedLine> lines;
        int x = size(before_);
        int y = size(after_);
        for (int d = static_cast<int>(reach_.size()) - 1; d > 0; --d) {
            const int k = x - y;
            const bool added = comes_from_above(d, k);
            const int from = begin_of(d, k);
            for (; x > from; --x, --y)
                lines.push_back(line(LineChange::same, x - 1, y - 1));
            if (added)
                --y;
            else
                --x;
            lines.push_back(line(added ? LineChange::added : LineChange::removed, x, y));
        }
        for (; x > 0; --x, --y)
            lines.push_back(line(LineChange::same, x - 1, y - 1));
        std::ranges::reverse(lines);
        return lines;
    }

private:
    static int size(std::span<const int> lines) { return static_cast<int>(lines.size()); }

    static ComparedLine line(LineChange change, int before, int after)
    {
        return {change, static_cast<std::size_t>(before), static_cast<std::size_t>(after)};
    }

    int reached(int d, int k) const
    {
        return reach_[static_cast<std::size_t>(d)][static_cast<std::size_t>((k + d) / 2)];
    }

    // Whether the last of d differences on diagonal k is an added line, which leaves the earlier text where it was.
    bool comes_from_above(int d, int k) const
    {
        return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
    }

    int begin_of(int d, int k) const
    {
        return comes_from_above(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
    }

    int slide(int x, int k) const
    {
        while (x < size(before_) && x - k < size(after_) && x - k >= 0 &&
            before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(x - k)])
            ++x;
        return x;
    }

    std::span<const int> before_;
    std::span<const int> after_;
    std::vector<std::vector<int>> reach_;
};

std::vector<ComparedLine> blocks(std::size_t removed, std::size_t added)
{
    std::vector<ComparedLine> lines;
    lines.reserve(removed + added);
    for (std::size_t i = 0; i < removed; ++i)
        lines.push_back({LineChange::removed, i, 0});
    for (std::size_t i = 0; i < added; ++i)
        lines.push_back({LineChange::added, removed, i});
    return lines;
}

std::vector<ComparedLine> middle(
    std::span<const int> before, std::span<const int> after, const ComparisonLimits& limits)
{
    if (before.size() + after.size() > limits.lines)
        return blocks(before.size(), after.size());
    Search search{before, after};
    if (!search.run(limits.differences))
        return blocks(before.size(), after.size());
    return search.way();
}

}

std::vector<ComparedLine> compare_lines(
    std::span<const std::string> before, std::span<const std::string> after, const ComparisonLimits& limits)
{
    Numbers numbers;
    const Lines old_lines = numbers.of(before);
    const Lines new_lines = numbers.of(after);
    const std::size_t shorter = std::min(old_lines.size(), new_lines.size());
    std::size_t head = 0;
    while (head < shorter && old_lines[head] == new_lines[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail])
        ++tail;

    std::vector<ComparedLine> lines;
    for (std::size_t i = 0; i < head; ++i)
        lines.push_back({LineChange::same, i, i});
    const std::span<const int> old_span{old_lines};
    const std::span<const int> new_span{new_lines};
    for (ComparedLine line : middle(old_span.subspan(head, old_lines.size() - head - tail),
             new_span.subspan(head, new_lines.size() - head - tail), limits)) {
        line.before += head;
        line.after += head;
        lines.push_back(line);
    }
    for (std::size_t i = tail; i > 0; --i)
        lines.push_back({LineChange::same, old_lines.size() - i, new_lines.size() - i});
    return lines;
}

}
