#include "features/contract/service.hpp"

#include <algorithm>

namespace hoshuban::contract {

bool applies(const ServiceLevel& level, std::string_view device_class, std::string_view severity, LocalDay instructed)
{
    const auto names = [](const std::vector<std::string>& list, std::string_view wanted) {
        return list.empty() || std::ranges::find(list, wanted) != list.end();
    };
    return names(level.device_classes, device_class) && names(level.severities, severity) &&
        level.valid_from.value_or(instructed) <= instructed && instructed <= level.valid_until.value_or(instructed);
}

bool has_target(const ServiceLevel& level)
{
    return level.minutes > 0 || !level.by_day.empty();
}

}
