#pragma once
#include "features/contract/profile.hpp"
#include "formats/yaml_reader.hpp"

/// The rows of sites.csv and devices.csv.
namespace hoshuban::contract {

/// One row of sites.csv, appended to the profile.
struct SiteRow {
    Profile& profile;
    int row = 0;
};

/// One row of devices.csv. A specification that only counts gives one row for several devices: `count` units whose
/// numbers run on from `number` (D-0001, D-0002, …).
struct DeviceRow {
    Profile& profile;
    int row = 0;
};

void fields(yaml::Object&, SiteRow&);
void fields(yaml::Object&, DeviceRow&);

/// The number `steps` after this one, at the same width: D-0009 → D-0010. Nothing when it does not end in digits.
std::optional<std::string> later_number(std::string_view number, int steps);

/// The id of the site with this number.
SiteId site_id(int number);

}
