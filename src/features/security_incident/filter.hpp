#pragma once
#include "features/security_incident/incident.hpp"

#include <optional>
#include <string>

namespace hoshuban::security_incident {

/// Which incidents a list shows; what is left out does not matter.
struct Filter {
    std::optional<Category> category = {};
    std::optional<Kind> kind = {};
    std::optional<State> state = {};
    bool only_open = false; ///< not closed; a `state` says more
    std::optional<LocalDay> from = {}; ///< of the day it was noticed
    std::optional<LocalDay> until = {};
    std::string incident = {}; ///< the fault of the equipment that it came of; empty: any or none
};

}
