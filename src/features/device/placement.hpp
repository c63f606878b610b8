#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::device {

/// What a unit does where it stands. A planned one is not there yet: it counts apart.
enum class Use { planned, in_service, spare, stored, repair, retired };

constexpr auto names_of(const Use*)
{
    return std::to_array<Name<Use>>({
        {Use::planned, "planned"},
        {Use::in_service, "in_service"},
        {Use::spare, "spare"},
        {Use::stored, "stored"},
        {Use::repair, "repair"},
        {Use::retired, "retired"},
    });
}

/// 稼働中, …
const Text& label_of(Use);

/// Who answers for where a unit is: the contractor, or the city itself (001 §5.4.2, LOC-08).
enum class Keeper { contractor, city };

constexpr auto names_of(const Keeper*)
{
    return std::to_array<Name<Keeper>>({{Keeper::contractor, "contractor"}, {Keeper::city, "city"}});
}

/// The end of what lasts.
constexpr LocalDay no_end = make_day(9999, 12, 31);

/// Where a unit stands.
struct Spot {
    std::optional<SiteId> site = {}; ///< none: nobody has said yet
    std::string place = {}; ///< floor, section, seat
    Use use = Use::in_service;
    Keeper keeper = Keeper::contractor;

    bool operator==(const Spot&) const = default;
};

/// A unit stands at a spot on the days [from, to).
struct Placement {
    LocalDay from = {};
    LocalDay to = no_end;
    Spot spot = {};

    bool operator==(const Placement&) const = default;
};

/// Where a unit stood from its first day on: placements in the order of their days, each beginning where the one
/// before ends, the last one without an end.
using Course = std::vector<Placement>;

/// The placement of a day; none before the first.
const Placement* on(std::span<const Placement>, LocalDay);

/// The course when the unit comes to a spot on a day, and stays until what is entered for a later day. A second move on
/// one day takes the place of the first.
/// Refuses a day before the unit was there at all, and a spot where it stands already.
Result<Course> moved(Course, LocalDay, const Spot&);

}
