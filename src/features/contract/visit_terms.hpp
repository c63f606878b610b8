#pragma once
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::contract {

/// Something to be seen to before a visit (SIT-06, SPR-02).
struct VisitCheck {
    std::string id;
    Text label;
    std::vector<std::string> device_classes; ///< only for incidents of these; empty: whatever the class
    bool incident = false; ///< only for visits because of an incident
    bool spare = false; ///< says which spare unit goes along
    std::string clause;
};

/// What a contract says about visits to sites.
struct VisitTerms {
    std::vector<VisitCheck> checklist; ///< in the order in which people tick
};

/// Whether an item holds for a visit; `device_class` is that of its incident, empty where nobody knows it.
bool holds(const VisitCheck&, bool of_incident, std::string_view device_class);

}
