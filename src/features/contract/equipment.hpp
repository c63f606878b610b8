#pragma once
#include "core/calendar_day.hpp"
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/basis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::contract {

/// A class of devices that check items, password targets and support windows refer to (DEV-19).
struct DeviceClass {
    std::string id;
    Text label;
    bool in_scope = true;
    std::string clause;

    bool operator==(const DeviceClass&) const = default;
};

/// A day range as a specification states it: often only months, often "about".
struct PlannedSpan {
    LocalDay from;
    LocalDay to;
    bool about = false;
    std::string stated_in;

    bool operator==(const PlannedSpan&) const = default;
};

/// A generation of the equipment (DEV-07). Plans that slipped stay in the history (DEV-08); which unit belongs to which
/// generation is a fact of the unit.
struct Generation {
    std::string id;
    Text label;
    /// When units of this generation are planned to come into service; none for what is there at the start.
    std::optional<PlannedSpan> planned;
    std::vector<PlannedSpan> earlier_plans;
    std::optional<LocalDay> actual_from;
    std::optional<LocalDay> actual_to;
    std::string replaces;
    std::string clause;

    bool operator==(const Generation&) const = default;
};

enum class SupportState { supported, listed_not_supported };

constexpr auto names_of(const SupportState*)
{
    return std::to_array<Name<SupportState>>(
        {{SupportState::supported, "supported"}, {SupportState::listed_not_supported, "listed_not_supported"}});
}

/// Which unit of a redundant pair carries a part (DEV-04).
enum class PairUnit { both, operating, standby };

constexpr auto names_of(const PairUnit*)
{
    return std::to_array<Name<PairUnit>>(
        {{PairUnit::both, "both"}, {PairUnit::operating, "operating"}, {PairUnit::standby, "standby"}});
}

/// One row of the contract's equipment or software list.
struct Equipment {
    std::string device_class;
    std::string generation;
    std::string division;
    Text part;
    std::string model;
    std::string type_number;
    std::optional<int> quantity;
    std::string counting_rule;
    PairUnit pair_unit = PairUnit::both;
    bool software = false;
    bool distributed = false; ///< handed out by the network's operator, not bought
    SupportState support = SupportState::supported;
    std::string clause;

    bool operator==(const Equipment&) const = default;
};

/// A place of the contract (SIT).
struct Site {
    SiteId id;
    int number = 0;
    std::string name;
    std::string address;
    std::string departments;
    bool planned = false; ///< gets equipment later, or was planned to
    bool excluded = false; ///< kept by city staff, outside the contractor's ledgers (SIT-11)
    std::string remarks;
    std::vector<std::string> aliases;
    std::vector<DayRange> closed = {}; ///< days on which nobody works there: before it opened, since it closed

    bool operator==(const Site&) const = default;
};

enum class DeviceStatus { in_service, planned, spare, stored, retired };

constexpr auto names_of(const DeviceStatus*)
{
    return std::to_array<Name<DeviceStatus>>({
        {DeviceStatus::in_service, "in_service"},
        {DeviceStatus::planned, "planned"},
        {DeviceStatus::spare, "spare"},
        {DeviceStatus::stored, "stored"},
        {DeviceStatus::retired, "retired"},
    });
}

/// What we know of a device: the unit itself, only that a specification counts it, or that it is assumed.
enum class DeviceKnown { unit, count, assumption };

constexpr auto names_of(const DeviceKnown*)
{
    return std::to_array<Name<DeviceKnown>>({
        {DeviceKnown::unit, "unit"},
        {DeviceKnown::count, "count"},
        {DeviceKnown::assumption, "assumption"},
    });
}

/// One device of the register (DEV-01). `number` is the 機器ID; where a specification only counts, it is a placeholder.
struct Device {
    DeviceId id;
    std::string number;
    std::string device_class;
    std::string kind;
    std::string model;
    std::string type_number;
    std::string division;
    std::string generation;
    std::optional<SiteId> site;
    DeviceStatus status = DeviceStatus::in_service;
    DeviceKnown known = DeviceKnown::unit;
    PairUnit pair_unit = PairUnit::both;
    std::string remarks;
    int row = 0; ///< of devices.csv, from 0

    bool operator==(const Device&) const = default;
};

/// What is attached to a terminal (DEV-12): 操作者認証装置, タッチパネル, ICカードR/W, …
enum class UnitPart { authentication_reader, touch_panel, card_reader, storage, other };

constexpr auto names_of(const UnitPart*)
{
    return std::to_array<Name<UnitPart>>({
        {UnitPart::authentication_reader, "authentication_reader"},
        {UnitPart::touch_panel, "touch_panel"},
        {UnitPart::card_reader, "card_reader"},
        {UnitPart::storage, "storage"},
        {UnitPart::other, "other"},
    });
}

enum class TotalCounts { devices, sites, parts };

constexpr auto names_of(const TotalCounts*)
{
    return std::to_array<Name<TotalCounts>>(
        {{TotalCounts::devices, "devices"}, {TotalCounts::sites, "sites"}, {TotalCounts::parts, "parts"}});
}

/// The yearly survey of printed pages (PRN).
struct PageSurveyTerms {
    std::vector<std::string> classes; ///< whose counters are read
    int asked_above = 0; ///< more pages than this since the last reading are asked about
    Basis basis = Basis::contract; ///< of asked_above
    std::string clause;
};

/// A total that the contract states, to be met by the register (DEV-03, DEV-18).
struct StatedTotal {
    Text label;
    TotalCounts counts = TotalCounts::devices;
    std::string device_class; ///< empty: whatever the class
    std::string division;
    std::optional<UnitPart> part; ///< which parts are counted, where parts are
    int count = 0;
    std::optional<int> planned; ///< how many of them are not installed yet
    std::string clause;

    bool operator==(const StatedTotal&) const = default;
};

}
