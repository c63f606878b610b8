#include "features/contract/profile_check.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

constexpr const char* equipment_file = "equipment.yaml";

void unknown(std::vector<Objection>& found, std::string path, const Text& what, std::string_view name)
{
    found.push_back({equipment_file, std::move(path), "contract/unknown_reference",
        {fmt::format("{}「{}」はこのプロファイルにありません。", what.ja, name),
            fmt::format("there is no {} \"{}\" in this profile", what.en, name)}});
}

void check_site(
    std::vector<Objection>& found, const Profile& profile, std::string path, const std::optional<int>& number)
{
    // A profile without sites waits for the city's list of them.
    if (number && !profile.sites.empty() &&
        std::ranges::find(profile.sites, *number, &Site::number) == profile.sites.end())
        unknown(found, std::move(path), {"拠点番号", "site"}, std::to_string(*number));
}

void check_class(std::vector<Objection>& found, const Profile& profile, std::string path, const std::string& id)
{
    if (std::ranges::find(profile.device_classes, id, &DeviceClass::id) == profile.device_classes.end())
        unknown(found, std::move(path), {"機器の種別", "device class"}, id);
}

void check_division(std::vector<Objection>& found, const Profile& profile, std::string path, const std::string& name)
{
    if (!name.empty() && std::ranges::find(profile.divisions, name, &Text::ja) == profile.divisions.end())
        unknown(found, std::move(path), {"機器の区分", "division"}, name);
}

void check_models(std::vector<Objection>& found, const Profile& profile, const std::string& path,
    const std::vector<std::string>& models)
{
    for (std::size_t i = 0; i < models.size(); ++i) {
        if (std::ranges::find(profile.equipment, models[i], &Equipment::model) == profile.equipment.end())
            unknown(found, fmt::format("{}.models[{}]", path, i), {"機種", "model"}, models[i]);
    }
}

void check_repair(std::vector<Objection>& found, const Profile& profile, const RepairTerms& terms)
{
    check_site(found, profile, "repair.site", terms.site);
    for (std::size_t i = 0; i < terms.rules.size(); ++i) {
        const RepairRule& rule = terms.rules[i];
        const std::string path = fmt::format("repair.rules[{}]", i);
        check_class(found, profile, path + ".class", rule.device_class);
        check_models(found, profile, path, rule.models);
        if (rule.certificate && !rule.drive) {
            found.push_back({equipment_file, path + ".certificate", "contract/certificate_without_drive",
                {"消去証明書（certificate）は、データを持つ機器（drive: true）だけに付けられます。",
                    "a certificate of erasure needs a drive to be erased (drive: true)"}});
        }
    }
}

void check_exclusion(
    std::vector<Objection>& found, const Profile& profile, const std::string& path, const InstallationExclusion& each)
{
    if (!each.device_class.empty())
        check_class(found, profile, path + ".class", each.device_class);
    check_division(found, profile, path + ".division", each.division);
    if (!each.generation.empty() &&
        std::ranges::find(profile.generations, each.generation, &Generation::id) == profile.generations.end())
        unknown(found, path + ".generation", {"世代", "generation"}, each.generation);
    if (each.device_class.empty() && each.division.empty() && each.generation.empty()) {
        found.push_back({equipment_file, path, "contract/excludes_all",
            {"対象外には class・division・generation のどれかが要ります。",
                "an exclusion names a class, a division or a generation"}});
    }
}

void check_work(std::vector<Objection>& found, const Profile& profile, const std::string& path,
    const InstallationWork& work, bool has_base)
{
    if (find_work_type(profile, work.work_type) == nullptr)
        unknown(found, path + ".work_type", {"作業種別", "work type"}, work.work_type);
    for (std::size_t i = 0; i < work.setup_classes.size(); ++i)
        check_class(found, profile, fmt::format("{}.setup_classes[{}]", path, i), work.setup_classes[i]);
    if (work.at_base && !has_base) {
        found.push_back({equipment_file, path + ".at_base", "contract/base_missing",
            {"at_baseには、拠点の番号（installation.site）が要ります。",
                "at_base needs the number of the site (installation.site)"}});
    }
}

void check_installation(std::vector<Objection>& found, const Profile& profile, const InstallationTerms& terms)
{
    check_site(found, profile, "installation.site", terms.site);
    for (std::size_t i = 0; i < terms.work.size(); ++i)
        check_work(found, profile, fmt::format("installation.work[{}]", i), terms.work[i], terms.site.has_value());
    for (std::size_t i = 0; i < terms.excluded.size(); ++i)
        check_exclusion(found, profile, fmt::format("installation.excluded[{}]", i), terms.excluded[i]);
}

template <class T>
void check_unique(std::vector<Objection>& found, std::string_view list, const std::vector<T>& all)
{
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::ranges::find(all, all[i].id, &T::id) - all.begin() != static_cast<std::ptrdiff_t>(i)) {
            found.push_back({equipment_file, fmt::format("{}[{}].id", list, i), "contract/duplicate_id",
                {fmt::format("ID「{}」が二つあります。", all[i].id),
                    fmt::format("the id \"{}\" stands twice", all[i].id)}});
        }
    }
}

void check_recovery(std::vector<Objection>& found, const Profile& profile, const RecoveryTerms& terms)
{
    if (find_work_type(profile, terms.work_type) == nullptr)
        unknown(found, "recovery.work_type", {"作業種別", "work type"}, terms.work_type);
    check_unique(found, "recovery.families", terms.families);
    check_unique(found, "recovery.papers", terms.papers);
    for (std::size_t i = 0; i < terms.families.size(); ++i) {
        const std::string path = fmt::format("recovery.families[{}]", i);
        check_class(found, profile, path + ".class", terms.families[i].device_class);
        check_division(found, profile, path + ".division", terms.families[i].division);
        check_models(found, profile, path, terms.families[i].models);
    }
}

}

std::vector<Objection> check_equipment_terms(const Profile& profile)
{
    std::vector<Objection> found;
    if (profile.repair)
        check_repair(found, profile, *profile.repair);
    if (profile.installation)
        check_installation(found, profile, *profile.installation);
    if (profile.recovery)
        check_recovery(found, profile, *profile.recovery);
    return found;
}

}
