#include "features/contract/equipment_terms.hpp"

#include <algorithm>

namespace hoshuban::contract {

const RepairRule* repair_rule(const RepairTerms& terms, std::string_view device_class, std::string_view model)
{
    const auto found = std::ranges::find_if(terms.rules, [&](const RepairRule& rule) {
        return rule.device_class == device_class &&
            (rule.models.empty() || std::ranges::find(rule.models, model) != rule.models.end());
    });
    return found == terms.rules.end() ? nullptr : &*found;
}

const InstallationWork* installation_work(const InstallationTerms& terms, InstallationKind kind)
{
    const auto found = std::ranges::find(terms.work, kind, &InstallationWork::kind);
    return found == terms.work.end() ? nullptr : &*found;
}

bool sets_up(const InstallationWork& work, std::string_view device_class)
{
    return (work.setup_first || work.kind == InstallationKind::resetup) &&
        (work.setup_classes.empty() || std::ranges::find(work.setup_classes, device_class) != work.setup_classes.end());
}

const RecoveryFamily* recovery_family(const RecoveryTerms& terms, std::string_view id)
{
    const auto found = std::ranges::find(terms.families, id, &RecoveryFamily::id);
    return found == terms.families.end() ? nullptr : &*found;
}

bool is_of(
    const RecoveryFamily& family, std::string_view device_class, std::string_view division, std::string_view model)
{
    return family.device_class == device_class && (family.division.empty() || family.division == division) &&
        (family.models.empty() || std::ranges::find(family.models, model) != family.models.end());
}

}
