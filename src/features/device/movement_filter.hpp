#pragma once
#include "core/names.hpp"
#include "core/time.hpp"

#include <array>
#include <optional>
#include <string>

namespace hoshuban::device {

/// How a move stands to what was planned, and its entry to the day on which it happened (LOC-04, LOC-05).
enum class Timing {
    all,
    planned, ///< somebody had planned it
    after_plan, ///< it happened after the day that was planned
    entered_later, ///< it was entered on a day after the one on which it happened
};

constexpr auto names_of(const Timing*)
{
    return std::to_array<Name<Timing>>({
        {Timing::all, "all"},
        {Timing::planned, "planned"},
        {Timing::after_plan, "after_plan"},
        {Timing::entered_later, "entered_later"},
    });
}

/// What is looked for in the ledger of movements; an empty text means any.
struct MovementFilter {
    std::string device = {}; ///< its id
    std::string site = {}; ///< the id of the site that a unit left or came to
    std::string device_class = {};
    std::string words = {}; ///< of the unit: its number, kind or model
    std::string cause = {}; ///< by its name
    std::string entered_by = {}; ///< the whole name
    std::optional<LocalDay> first = {}; ///< of the days on which units moved
    std::optional<LocalDay> last = {};
    Timing timing = Timing::all;
};

}
