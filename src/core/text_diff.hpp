#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hoshuban {

enum class LineChange { same, removed, added };

/// One line of a comparison: which line of the earlier text it is, of the later one, or of both.
struct ComparedLine {
    LineChange change;
    std::size_t before; ///< for `added`: the line of the earlier text in front of which it stands
    std::size_t after; ///< for `removed`: the line of the later text in front of which it stood

    bool operator==(const ComparedLine&) const = default;
};

/// How much a comparison may cost. Texts that differ more are told as one block removed and one block added.
struct ComparisonLimits {
    std::size_t lines = 20'000; ///< of both texts together, without what is equal at both ends
    std::size_t differences = 2'000;
};

/// The shortest way from one text to the other, line by line; of two equally short ones, the one that removes first.
std::vector<ComparedLine> compare_lines(
    std::span<const std::string> before, std::span<const std::string> after, const ComparisonLimits& limits = {});

}
