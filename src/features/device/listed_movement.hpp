#pragma once
#include "features/device/movement.hpp"

#include <string>

namespace hoshuban::device {

/// A line of the ledger of movements, with the words that people know its unit, sites and request by.
struct ListedMovement {
    Movement movement;
    std::string device_number;
    std::string model;
    std::string from_site_name;
    std::string site_name;
    std::string request_number;
};

}
