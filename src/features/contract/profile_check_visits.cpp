#include "features/contract/profile_check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::contract {
namespace {

void check_visit_classes(
    std::vector<Objection>& found, const Profile& profile, const std::string& path, const VisitCheck& check)
{
    for (std::size_t i = 0; i < check.device_classes.size(); ++i) {
        const std::string& wanted = check.device_classes[i];
        if (std::ranges::find(profile.device_classes, wanted, &DeviceClass::id) == profile.device_classes.end()) {
            found.push_back({"contract.yaml", fmt::format("{}.classes[{}]", path, i), "contract/unknown_reference",
                {fmt::format("機器の区分「{}」はこのプロファイルにありません。", wanted),
                    fmt::format("there is no device class \"{}\" in this profile", wanted)}});
        }
    }
    if (!check.device_classes.empty() && !check.incident) {
        found.push_back({"contract.yaml", path + ".incident", "contract/class_without_incident",
            {"classes は障害の機器の区分です。incident: true と書いてください。",
                "classes are those of an incident: write incident: true"}});
    }
}

}

std::vector<Objection> check_visits(const Profile& profile)
{
    std::vector<Objection> found;
    std::set<std::string> seen;
    const std::vector<VisitCheck>& list = profile.visits.checklist;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = fmt::format("visits.checklist[{}]", i);
        if (!seen.insert(list[i].id).second) {
            found.push_back({"contract.yaml", path + ".id", "contract/duplicate_id",
                {fmt::format("ID「{}」が二つあります。", list[i].id),
                    fmt::format("the id \"{}\" stands twice", list[i].id)}});
        }
        check_visit_classes(found, profile, path, list[i]);
    }
    return found;
}

}
