#include "features/incident/achievement_view_api.hpp"

#include "features/incident/achievement_doc.hpp"

namespace hoshuban::incident {
namespace {

std::optional<KeptView> kept_view(const std::optional<KeptClock>& clock)
{
    if (!clock)
        return std::nullopt;
    return KeptView{clock->standing, static_cast<int>(clock->used.count())};
}

}

std::vector<LevelTallyView> tally_views(
    const contract::Profile& profile, std::span<const LevelRow> rows, std::span<const Counted> cases)
{
    std::vector<LevelTallyView> views;
    for (const LevelRow& row : rows) {
        const contract::ServiceLevel& level = profile.service_levels.at(row.level);
        const LevelTally sum = tally(cases, row, level.id);
        LevelTallyView& view = views.emplace_back(LevelTallyView{.level = level.id,
            .label = label(row, level),
            .clause = level.clause,
            .nature = level.nature,
            .allowed_seconds = level.minutes * 60,
            .met = sum.met,
            .missed = sum.missed,
            .agreed = sum.agreed,
            .not_needed = sum.not_needed,
            .measured = sum.measured,
            .open = sum.open,
            .unexplained = level.miss_needs_reason ? sum.unexplained : 0,
            .permille = sum.permille()});
        if (sum.reached() > 0)
            view.average_seconds = static_cast<int>(sum.used.count() / sum.reached());
    }
    return views;
}

std::vector<GroupView> group_views(const contract::Profile& profile, std::span<const Counted> cases)
{
    std::vector<GroupView> views;
    for (const Grouping grouping : {Grouping::device_class, Grouping::site, Grouping::model, Grouping::cause}) {
        for (const GroupTally& group : group_by(cases, grouping, profile.service_levels.size()))
            views.push_back({.by = grouping,
                .name = group_label(profile, grouping, group.name),
                .incidents = group.incidents,
                .restored = group.restored,
                .missed = group.missed,
                .elapsed_seconds = static_cast<int>(group.elapsed.count()),
                .work_minutes = group.work_minutes});
    }
    return views;
}

CountedView view_of(const Counted& each, const contract::Profile& profile)
{
    const Incident& incident = each.listed.incident;
    CountedView view{.id = incident.id,
        .case_number = incident.case_number,
        .state = incident.state,
        .instructed_at = each.instructed,
        .restored_at = each.restored,
        .site_name = each.listed.site_name,
        .device_number = each.listed.device_number,
        .device_model = each.listed.device_model,
        .device_class = incident.intake.device_class,
        .phenomenon = incident.intake.phenomenon,
        .cause = incident.outcome.cause,
        .elapsed_seconds = {},
        .work_minutes = each.work_minutes,
        .by_maker = each.by_maker,
        .note = each.note,
        .clocks = {}};
    if (each.restored)
        view.elapsed_seconds = static_cast<int>((*each.restored - each.instructed).count());
    for (std::size_t i = 0; i < each.clocks.size(); ++i) {
        const std::string& level = profile.service_levels[i].id;
        const auto& reasons = incident.outcome.miss_reasons;
        const auto reason = reasons.find(level);
        view.clocks.push_back({level, each.clocks[i].standing, static_cast<int>(each.clocks[i].used.count()),
            reason == reasons.end() ? std::string{} : reason->second});
    }
    return view;
}

DifferenceView view_of(const Difference& difference)
{
    return {difference.incident, difference.level, kept_view(difference.was), kept_view(difference.is)};
}

}
