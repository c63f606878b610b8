#include "features/device/column_mapping.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::device {
namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_heading = 200;

}

const ColumnMapping* fitting(std::span<const ColumnMapping> mappings, std::span<const Heading> headings)
{
    std::set<std::string> unknown;
    for (const Heading& each : headings) {
        if (!each.means && !each.text.empty())
            unknown.insert(fold(each.text));
    }
    if (unknown.empty())
        return nullptr;
    for (const ColumnMapping& mapping : mappings) {
        std::set<std::string> said;
        for (const ColumnChoice& each : mapping.columns)
            said.insert(fold(each.heading));
        if (std::ranges::includes(said, unknown))
            return &mapping;
    }
    return nullptr;
}

Result<void> take(std::vector<ColumnChoice>& columns)
{
    std::set<std::string> headings;
    std::set<LedgerColumn> taken;
    for (ColumnChoice& each : columns) {
        each.heading = settled_text(each.heading);
        TRY(check_text("columns", each.heading, longest_heading));
        if (!headings.insert(fold(each.heading)).second) {
            return fail(ErrorKind::invalid, "import/heading_twice",
                {fmt::format("見出し「{}」が2度あります。一方だけにしてください。", each.heading),
                    fmt::format("the heading \"{}\" stands twice: keep one of them", each.heading)});
        }
        if (each.column && !taken.insert(*each.column).second) {
            const Text& label = label_of(*each.column);
            return fail(ErrorKind::invalid, "import/column_twice",
                {fmt::format("「{}」に当てる見出しが2つあります。一方を「取り込まない」にしてください。", label.ja),
                    fmt::format("two headings are matched with {}: pass one of them over", label.en)});
        }
    }
    return {};
}

Result<void> take(ColumnMapping& mapping)
{
    mapping.name = settled_text(mapping.name);
    if (mapping.name.empty())
        return fail(ErrorKind::invalid, "required", {"対応表の名前を入れてください。", "enter a name"});
    TRY(check_text("name", mapping.name, longest_name));
    return take(mapping.columns);
}

}
