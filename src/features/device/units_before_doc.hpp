#pragma once
#include "features/device/undo.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::device {

inline constexpr std::size_t most_document_bytes = std::size_t{256} << 20;

/// How the units of an act were before it, as one document (CSV: a record for each unit, then one for each of its
/// placements). It is kept for the act's own day, on which the act can be taken back; what it changed stands in the
/// events. One document instead of rows that refer to the register: nobody asks for a part of it.
std::string units_before_document(std::span<const UnitBefore>);

/// The units of such a document, in its order. Refuses what is none.
Result<std::vector<UnitBefore>> units_before_from(std::string_view document);

}
