#include "features/procedure/comparison.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::procedure {
namespace {

ShownLine shown(const ComparedLine& line, std::span<const std::string> before, std::span<const std::string> after)
{
    const int was = static_cast<int>(line.before) + 1;
    const int is = static_cast<int>(line.after) + 1;
    switch (line.change) {
    case LineChange::removed:
        return {.kind = LineKind::removed, .text = before[line.before], .before = was};
    case LineChange::added:
        return {.kind = LineKind::added, .text = after[line.after], .after = is};
    case LineChange::same:
        break;
    }
    return {.kind = LineKind::same, .text = after[line.after], .before = was, .after = is};
}

std::vector<bool> near_a_difference(const std::vector<ComparedLine>& lines)
{
    std::vector<bool> near(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].change == LineChange::same)
            continue;
        const std::size_t from = i < shown_around ? 0 : i - shown_around;
        const std::size_t to = std::min(lines.size(), i + shown_around + 1);
        std::fill(
            near.begin() + static_cast<std::ptrdiff_t>(from), near.begin() + static_cast<std::ptrdiff_t>(to), true);
    }
    return near;
}

std::string step_line(const Step& step, Language language)
{
    const bool english = language == Language::en;
    std::string marks;
    const auto add = [&](bool set, const Text& mark) {
        if (set)
            marks += fmt::format("{}{}", marks.empty() ? "" : english ? ", " : "・", english ? mark.en : mark.ja);
    };
    add(step.per_device, {"機器ごと", "per device"});
    add(step.operation_check, {"動作確認", "operation check"});
    add(step.photo, {"写真", "photo"});
    if (marks.empty())
        return step.text;
    return english ? fmt::format("{} ({})", step.text, marks) : fmt::format("{}（{}）", step.text, marks);
}

const NamedHash* named(const std::vector<NamedHash>& files, const std::string& name)
{
    const auto found = std::ranges::find(files, name, &NamedHash::name);
    return found == files.end() ? nullptr : &*found;
}

FilePair pair_of(const NamedHash& before, const NamedHash& after)
{
    return {before.sha256 == after.sha256 ? FileChange::same : FileChange::changed, before, after};
}

}

std::vector<ShownLine> compare(std::span<const std::string> before, std::span<const std::string> after, Extent extent)
{
    const auto lines = compare_lines(before, after);
    const auto near = near_a_difference(lines);
    std::vector<ShownLine> result;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i;
        while (extent == Extent::differences && end < lines.size() && !near[end])
            ++end;
        if (end > i + 1) {
            result.push_back({.kind = LineKind::folded, .count = static_cast<int>(end - i)});
            i = end;
        } else {
            result.push_back(shown(lines[i], before, after));
            ++i;
        }
    }
    return result;
}

bool differs(std::span<const ShownLine> lines)
{
    return std::ranges::any_of(
        lines, [](const ShownLine& line) { return line.kind == LineKind::removed || line.kind == LineKind::added; });
}

std::vector<std::string> lines_of(std::span<const Step> steps, Language language)
{
    std::vector<std::string> lines;
    lines.reserve(steps.size());
    for (const Step& step : steps)
        lines.push_back(step_line(step, language));
    return lines;
}

std::vector<FilePair> pair_files(const std::vector<NamedHash>& before, const std::vector<NamedHash>& after)
{
    if (before.size() == 1 && after.size() == 1)
        return {pair_of(before[0], after[0])};
    std::vector<FilePair> pairs;
    for (const NamedHash& file : after) {
        const NamedHash* earlier = named(before, file.name);
        pairs.push_back(earlier ? pair_of(*earlier, file) : FilePair{FileChange::added, std::nullopt, file});
    }
    for (const NamedHash& file : before) {
        if (!named(after, file.name))
            pairs.push_back({FileChange::removed, file, std::nullopt});
    }
    return pairs;
}

}
