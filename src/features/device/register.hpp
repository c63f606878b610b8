#pragma once
#include "features/contract/equipment.hpp"
#include "features/device/placement.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

/// A unit and where it stood on the day that was asked for (DEV-01, LOC-01, LOC-03).
struct Unit {
    contract::Device device;
    Placement placement;
    std::optional<int> site_number = {};
    std::string site_name = {};
};

/// What the list of devices says of a unit in this use.
contract::DeviceStatus status_of(Use);

/// How many units of one kind stood at one site in one use.
struct Count {
    std::optional<SiteId> site = {};
    std::string division = {};
    std::string device_class = {};
    std::string kind = {};
    std::string model = {};
    std::string generation = {};
    Use use = Use::in_service;
    Keeper keeper = Keeper::contractor;
    int units = 0;
    int assumed = 0; ///< of the units: nobody has said that they are there (A-22)
};

/// A number of units, and how many of them are only planned: 「130（うち設置予定3）」.
/// What the city keeps stands beside the count (LOC-08).
struct Sum {
    int units = 0; ///< without those that the city keeps
    int planned = 0; ///< of the units
    int kept_by_city = 0;
    int assumed = 0; ///< of all of them

    int all() const { return units + kept_by_city; }

    void add(const Count&);
    bool operator==(const Sum&) const = default;
};

struct MatrixColumn {
    std::string division;
    std::string device_class;
    std::string model;
    std::string generation; ///< old and new stand side by side (DEV-07)

    auto operator<=>(const MatrixColumn&) const = default;
};

struct MatrixRow {
    std::optional<SiteId> site; ///< none: units of which nobody has said where they are
    std::vector<Sum> cells; ///< one for each column
    Sum total;
};

/// Sites by models with totals, as the specifications print it (DEV-03).
struct Matrix {
    std::vector<MatrixColumn> columns; ///< in the order of division, class and model
    std::vector<MatrixRow> rows; ///< the sites as given, then what has none
    std::vector<Sum> totals; ///< one for each column
    Sum total;
};

/// Retired units are not counted.
Matrix matrix_of(const std::vector<contract::Site>&, const std::vector<Count>&);

/// A total that the contract states, beside what the register holds (DEV-18).
struct Comparison {
    contract::StatedTotal stated;
    Sum counted;

    bool agrees() const;
};

/// The stated totals of devices, in the contract's order. They count what is maintained, whoever keeps it; retired
/// units are not counted.
std::vector<Comparison> compare(const std::vector<contract::StatedTotal>&, const std::vector<Count>&);

}
