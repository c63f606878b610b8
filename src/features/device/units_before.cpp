#include "features/device/units_before.hpp"

#include "formats/json.hpp"

#include <utility>

namespace hoshuban::device {
namespace {

struct UnitsBefore {
    std::vector<UnitBefore> units;
};

auto describe(const UnitsBefore*)
{
    return json::object<UnitsBefore>("UnitsBefore", json::field("units", &UnitsBefore::units));
}

}

static auto describe(const Spot*)
{
    return json::object<Spot>("SpotBefore", json::field("site", &Spot::site), json::field("place", &Spot::place),
        json::field("use", &Spot::use), json::field("keeper", &Spot::keeper));
}

static auto describe(const Placement*)
{
    return json::object<Placement>("PlacementBefore", json::field("from", &Placement::from),
        json::field("to", &Placement::to), json::field("spot", &Placement::spot));
}

static auto describe(const UnitBefore*)
{
    using U = UnitBefore;
    return json::object<U>("UnitBefore", json::field("device", &U::device), json::field("fresh", &U::fresh),
        json::field("described", &U::described), json::field("entered", &U::entered), json::field("course", &U::course),
        json::field("address", &U::address));
}

}

namespace hoshuban::contract {

// What a placement says (where it stands, what it is used for) is the course's.
static auto describe(const Device*)
{
    using D = Device;
    return json::object<D>("DeviceBefore", json::field("id", &D::id), json::field("number", &D::number),
        json::field("class", &D::device_class), json::field("kind", &D::kind), json::field("model", &D::model),
        json::field("type_number", &D::type_number), json::field("division", &D::division),
        json::field("generation", &D::generation), json::field("known", &D::known),
        json::field("pair_unit", &D::pair_unit), json::field("remarks", &D::remarks));
}

}

namespace hoshuban::device {

std::string units_before_document(std::span<const UnitBefore> units)
{
    return json::print(UnitsBefore{{units.begin(), units.end()}});
}

Result<std::vector<UnitBefore>> units_before_from(std::string_view document)
{
    TRY_ASSIGN(auto read, json::parse<UnitsBefore>(document, {.bytes = most_document_bytes}));
    return std::move(read.units);
}

}
