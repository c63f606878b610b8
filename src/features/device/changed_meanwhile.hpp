#pragma once
#include "features/device/register_row.hpp"

#include <optional>

namespace hoshuban::device {

/// Settles a row of a list that left us against what happened to its unit since: a move (the row says since when it
/// stood where it did), or another description (the row id carries a mark of it). Without a choice the row is refused
/// with both sides; where the register holds, the row says what the register does. None: nothing changed meanwhile.
std::optional<ChangedMeanwhile> settle(RowDraft&, const ImportTerms&, const SiteNames&, const LedgerWords&);

}
