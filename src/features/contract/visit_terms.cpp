#include "features/contract/visit_terms.hpp"

#include <algorithm>

namespace hoshuban::contract {

bool holds(const VisitCheck& check, bool of_incident, std::string_view device_class)
{
    if (check.incident && !of_incident)
        return false;
    return check.device_classes.empty() ||
        std::ranges::find(check.device_classes, device_class) != check.device_classes.end();
}

}
