#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"

#include <span>
#include <string>
#include <vector>

namespace hoshuban::support {

using ShiftId = Id<struct OnCallShiftTag>;

/// Who is called first, and who when the first does not answer.
enum class Rank { primary, second };

constexpr auto names_of(const Rank*)
{
    return std::to_array<Name<Rank>>({{Rank::primary, "primary"}, {Rank::second, "second"}});
}

/// Somebody who is to be called on [from, until) (緊急連絡先, SUP-02).
struct Shift {
    ShiftId id = {};
    ContractId contract_id = {};
    Instant from = {};
    Instant until = {};
    std::string person = {};
    std::string phone = {};
    Rank rank = Rank::primary;
    std::string note = {};
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;

    bool operator==(const Shift&) const = default;
};

/// Longer than this it is a mistake of the year, not a shift.
inline constexpr std::chrono::days longest_shift{62};

/// Settles the texts of a shift and refuses one that ends before it begins (`support/shift_backwards`), is longer than
/// longest_shift, or stands outside of the contract's days (`support/outside_period`); names and phones must be there.
Result<Shift> settled(const contract::Profile&, Shift);

/// Refuses (`support/two_primaries`) a first person to call at a time that has one already; seconds may overlap. The
/// shift itself may stand among the others.
Result<void> check_alone(const Shift&, std::span<const Shift> others);

/// Who is called at the moment: the first person, then the seconds by the beginning of their shifts.
std::vector<Shift> to_call(std::span<const Shift>, Instant);

}
