#pragma once
#include "core/language.hpp"
#include "features/contract/profile.hpp"
#include "features/incident/achievement.hpp"

#include <span>
#include <string>

namespace hoshuban::incident {

/// What the table of a month is written from.
struct AchievementPaper {
    const contract::Profile& profile;
    std::chrono::year_month month;
    std::span<const Counted> cases;
};

/// The service levels of a month as an Excel file (SLA-08): what came of each level, the incidents by class, site,
/// model and cause, and every incident with the reasons of its misses, each on a sheet of its own.
Result<std::string> achievement_workbook(const AchievementPaper&, Language, Instant now);

/// `サービスレベル_2026-01.xlsx`
std::string achievement_name(std::chrono::year_month);

/// What a group is called: that of its class, else its own name; `（記入なし）` for none.
Text group_label(const contract::Profile&, Grouping, const std::string& name);

}
