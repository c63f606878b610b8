#pragma once
#include "features/device/part.hpp"

#include <compare>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::device {

/// A part as the cell of a list tells of it: 「RC-S380/S（S/N 0012345）」 (DEV-12).
struct ListedPart {
    PartKind kind = PartKind::other;
    std::string model = {};
    std::string serial = {}; ///< empty: the list does not say

    std::strong_ordering operator<=>(const ListedPart&) const = default;
};

/// The parts that a unit has on a day, sorted.
std::vector<ListedPart> parts_on(std::span<const Part>, LocalDay);

/// The parts of one kind as a cell writes them, apart by `；`; empty when there is none.
std::string written(std::span<const ListedPart>, PartKind);

/// Reads such a cell: parts apart by `；`, `;` or a line end, the serial number in brackets behind S/N. なし, 無, × …
/// and a blank cell mean none. Refuses あり, ○ …, which do not say what is there (`import/part_without_model`), and
/// texts that a part cannot have.
Result<std::vector<ListedPart>> listed_parts(PartKind, std::string_view cell);

/// The same parts in the register's words where they are known: a part without its serial number is one of that model
/// that the unit has.
std::vector<ListedPart> in_known_words(std::vector<ListedPart>, std::span<const ListedPart> known);

/// The parts of a unit when it has the listed ones from a day on, and no others. Those that stay keep their days, and
/// take the serial number that they had not; those that go are taken off on that day; those that come get new ids.
std::vector<Part> parts_with(
    std::vector<Part>, LocalDay, std::span<const ListedPart>, const std::function<std::string()>& new_id);

}
