#pragma once
#include "features/visit/visit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::visit {

/// The sites of which somebody sees visits; none: every site of the contract.
using Sight = std::optional<std::vector<SiteId>>;

/// A visit as lists show it, with the names of what it is about.
struct Listed {
    Visit visit = {};
    std::string site_name = {};
    std::string case_number = {}; ///< of its incident, like the rest
    std::string phenomenon = {};
    std::string device_class = {};
    std::optional<SiteId> incident_site = {};
};

}
