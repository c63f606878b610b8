#pragma once
#include "core/language.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/text_diff.hpp"
#include "features/procedure/content.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::procedure {

/// One line of a comparison as people see it. `folded` stands for `count` equal lines that are not shown.
enum class LineKind { same, removed, added, folded };

constexpr auto names_of(const LineKind*)
{
    return std::to_array<Name<LineKind>>({
        {LineKind::same, "same"},
        {LineKind::removed, "removed"},
        {LineKind::added, "added"},
        {LineKind::folded, "folded"},
    });
}

struct ShownLine {
    LineKind kind = LineKind::same;
    std::string text = {};
    std::optional<int> before = {}; ///< its number in the earlier text, from 1
    std::optional<int> after = {}; ///< in the later text, from 1
    int count = 0; ///< of folded lines

    bool operator==(const ShownLine&) const = default;
};

/// How much of equal lines is shown: all, or a few around each difference.
enum class Extent { differences, whole };

constexpr auto names_of(const Extent*)
{
    return std::to_array<Name<Extent>>({{Extent::differences, "differences"}, {Extent::whole, "whole"}});
}

inline constexpr std::size_t shown_around = 2;

/// Compares two texts line by line. With `differences`, runs of equal lines are folded but for two lines next to each
/// difference; a run of one line is never folded, because the fold takes as much room.
std::vector<ShownLine> compare(std::span<const std::string> before, std::span<const std::string> after, Extent);

/// Whether anything differs.
bool differs(std::span<const ShownLine>);

/// The declared steps as lines: `1. 控えを取る（機器ごと・写真）`.
std::vector<std::string> lines_of(std::span<const Step>, Language = Language::ja);

enum class FileChange { same, changed, added, removed };

constexpr auto names_of(const FileChange*)
{
    return std::to_array<Name<FileChange>>({
        {FileChange::same, "same"},
        {FileChange::changed, "changed"},
        {FileChange::added, "added"},
        {FileChange::removed, "removed"},
    });
}

/// A file of the earlier or the later version, or of both, matched by name. One file each with another name counts as
/// the same file renamed.
struct FilePair {
    FileChange change = FileChange::same;
    std::optional<NamedHash> before = {};
    std::optional<NamedHash> after = {};

    bool operator==(const FilePair&) const = default;
};

std::vector<FilePair> pair_files(const std::vector<NamedHash>& before, const std::vector<NamedHash>& after);

}
