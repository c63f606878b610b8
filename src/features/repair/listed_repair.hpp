#pragma once
#include "features/repair/repair.hpp"

#include <string>

namespace hoshuban::repair {

/// A repair and what names its units for people.
struct Listed {
    Repair repair;
    std::string device_number;
    std::string device_class;
    std::string kind;
    std::string model;
    std::string division;
    std::string spare_number;
    std::string request_number;
};

}
