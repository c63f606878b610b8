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

}
