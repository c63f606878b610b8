#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::site {

using FloorId = Id<struct SiteFloorTag>;
using SeatId = Id<struct SiteSeatTag>;

/// Where on a floor plan something is, in thousandths of its width and height from the top left corner.
struct PlanSpot {
    int x = 0;
    int y = 0;

    bool operator==(const PlanSpot&) const = default;
};

/// A place where a unit may stand: a desk, a counter window.
struct Seat {
    SeatId id = {};
    std::string name = {};
    std::string section = {}; ///< whose it is: a division, a window
    std::optional<PlanSpot> spot = {}; ///< none: not drawn on the plan yet

    bool operator==(const Seat&) const = default;
};

/// The picture of a floor.
struct Plan {
    AttachmentId file = {};
    std::string name = {};
    int width = 0; ///< pixels
    int height = 0;

    bool operator==(const Plan&) const = default;
};

struct Floor {
    FloorId id = {};
    std::string name = {};
    std::vector<Seat> seats = {};
    std::optional<Plan> plan = {};

    bool operator==(const Floor&) const = default;
};

/// The floors of a site from the top of the list down, with their seats.
struct Layout {
    std::vector<Floor> floors = {};
    int version = 1;

    const Floor* find(const FloorId&) const;
};

/// Settles the names. Refuses floors and seats without a name, names that stand twice, spots outside of the plan, and
/// more than 40 floors or 400 seats.
Result<void> take(Layout&);

/// How the register says where a unit stands that has this seat: 「2階 窓口3」.
std::string place_of(const Floor&, const Seat&);

/// The seats of a site by the places of the register that mean them.
class SeatBook {
public:
    explicit SeatBook(const Layout&);

    /// The seat of which this is the place, or the only one of that name; null when none is meant. Compared as folded
    /// texts.
    const Seat* at(std::string_view place) const;

private:
    std::map<std::string, const Seat*, std::less<>> places_;
    std::map<std::string, const Seat*, std::less<>> names_; ///< null: several have it
};

}
