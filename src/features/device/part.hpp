#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"
#include "features/device/placement.hpp"

#include <string>

namespace hoshuban::device {

using PartId = Id<struct PartTag>;

using PartKind = contract::UnitPart;

/// A sub-device that a unit has on the days [from, to).
struct Part {
    PartId id = {};
    PartKind kind = PartKind::other;
    std::string model = {};
    std::string serial = {};
    LocalDay from = {};
    LocalDay to = no_end;
    int version = 1;

    bool operator==(const Part&) const = default;
};

/// Settles the texts. Refuses a part without a model and one that ends before it begins.
Result<void> take(Part&);

/// Refuses a part that was attached, or taken off, on a day outside the contract (`device/outside_period`).
Result<void> check_days(const contract::Profile&, const Part&);

/// Refuses a part on the member of a redundant pair (operating or standby) on which the contract's list of equipment
/// does not have it, naming the clause (DEV-04, DEV-05). `unit` is as it was on the part's first day. A part is known
/// by its model with or without the maker in brackets, by its type number, or by its name; what the list does not have,
/// and a unit of which nobody said which member it is, are free.
Result<void> check_member(const contract::Profile&, const contract::Device& unit, const Part&);

}
