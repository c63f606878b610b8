#pragma once
#include "core/language.hpp"
#include "features/device/listed_movement.hpp"

#include <span>
#include <string>

namespace hoshuban::device {

/// The ledger of movements as a workbook (LOC-04): A4 landscape, one row for each, the headings on every page.
Result<std::string> movement_workbook(std::span<const ListedMovement>, Language, Instant now);

}
