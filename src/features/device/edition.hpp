#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>

namespace hoshuban::device {

using EditionId = Id<struct EditionTag>;

/// One edition of a ledger, filed under a division (LOC-06). The newest follows the movements until it is submitted; a
/// submitted edition stays as it is, byte by byte.
struct Edition {
    EditionId id = {};
    std::string division = {};
    int number = 1;
    LocalDay on = {}; ///< the reference day
    int units = 0;
    int movements = 0; ///< moves of the ledger's units that the file knows
    std::string name = {}; ///< of the file
    std::string sha256 = {};
    std::string made_by = {};
    Instant made_at = {};
    std::optional<LocalDay> submitted_on = {};
    std::string submitted_by = {};
    int version = 1;
};

/// The edition that comes after the newest one (none: the first): the same number as long as that is not submitted.
Edition next_edition(const std::optional<Edition>& newest);

/// Marks an edition as handed in. Refuses a second time, days to come and days before the edition was made.
Result<void> submit(Edition&, LocalDay on, LocalDay today, std::string by);

}
