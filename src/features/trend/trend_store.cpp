#include "features/trend/trend_store.hpp"

#include "features/trend/sql.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::trend {
namespace {

struct Moments {
    Instant from;
    Instant until;
};

Moments moments_of(DayRange days)
{
    return {instant(LocalTime{days.first}), instant(LocalTime{days.last + std::chrono::days{1}})};
}

// As many days as from the one to the other, which end before them.
DayRange days_before(LocalDay from, LocalDay until)
{
    return {from - (until - from) - std::chrono::days{1}, from - std::chrono::days{1}};
}

template <class T>
Result<std::vector<T>> bounded(std::vector<T> found)
{
    if (found.size() <= static_cast<std::size_t>(most_read))
        return found;
    const Text text{fmt::format("{}件を超えるため集計できません。期間を短くしてください。", most_read),
        fmt::format("more than {}: choose a shorter window", most_read)};
    return fail(ErrorKind::too_large, "trend/too_many", text, {{"months", "trend/too_many", text}});
}

UnitStay stay_from(const db::Row& row, DayRange days)
{
    const auto begin = std::max({row.get<LocalDay>("begins_on"), days.first,
        row.get<std::optional<LocalDay>>("model_from").value_or(days.first)});
    const LocalDay end = days.last + std::chrono::days{1};
    return {.device = row.get<DeviceId>("device_id"),
        .number = row.get<std::string>("number"),
        .device_class = row.get<std::string>("class"),
        .model = row.get<std::string>("model"),
        .site = row.get<std::optional<SiteId>>("site_id"),
        .site_name = row.get<std::optional<std::string>>("site_name").value_or(""),
        .from = begin,
        .to =
            std::min({row.get<LocalDay>("ends_on"), end, row.get<std::optional<LocalDay>>("model_to").value_or(end)})};
}

}

Result<std::vector<UnitStay>> unit_stays(db::Reader& reader, const ContractId& contract, DayRange days)
{
    return bounded(
        reader.query(sql::list_unit_stays, contract, days.first, days.last + std::chrono::days{1}, most_read + 1)
            .map([&](const db::Row& row) { return stay_from(row, days); }));
}

Result<std::vector<Fault>> faults(db::Reader& reader, const ContractId& contract, DayRange days)
{
    const Moments span = moments_of(days);
    return bounded(
        reader.query(sql::list_faults, contract, span.from, span.until, most_read + 1).map([](const db::Row& row) {
            return Fault{row.get<std::optional<DeviceId>>("device_id"), row.get<std::optional<SiteId>>("site_id"),
                row.get<std::string>("device_class"), day_of(row.get<Instant>("begun_at"))};
        }));
}

Result<std::vector<Recovery>> recoveries(db::Reader& reader, const ContractId& contract, DayRange days)
{
    const Moments span = moments_of(days);
    return bounded(
        reader.query(sql::list_recoveries, contract, span.from, span.until, most_read + 1).map([](const db::Row& row) {
            return Recovery{row.get<std::string>("device_class"), day_of(row.get<Instant>("restored_at"))};
        }));
}

Result<Trend> trend_of(db::Reader& reader, const contract::Profile& profile, LocalDay on, int months)
{
    const DayRange window = window_of(on, months);
    TRY_ASSIGN(const auto stays, unit_stays(reader, profile.id, window));
    TRY_ASSIGN(const auto all_faults, faults(reader, profile.id, window));
    TRY_ASSIGN(const auto mended, recoveries(reader, profile.id, {profile.period.first, on}));
    return Trend{window, recurrences(stays, all_faults), burn_ups(profile, mended, on)};
}

Result<Effect> effect_of(
    db::Reader& reader, const contract::Profile& profile, const SubjectKey& key, LocalDay effective_on, LocalDay until)
{
    Effect effect;
    const DayRange before = days_before(effective_on, until);
    for (const auto& [days, side] :
        {std::pair{before, &effect.before}, std::pair{DayRange{effective_on, until}, &effect.after}}) {
        TRY_ASSIGN(const auto stays, unit_stays(reader, profile.id, days));
        TRY_ASSIGN(const auto all, faults(reader, profile.id, days));
        *side = exposure_of(stays, all, key);
    }
    return effect;
}

Result<Effect> effect_of(db::Reader& reader, const contract::Profile& profile, const std::string& quota,
    LocalDay effective_on, LocalDay until)
{
    const auto classes = classes_of(profile, quota);
    Effect effect;
    const DayRange before = days_before(effective_on, until);
    for (const auto& [days, side] :
        {std::pair{before, &effect.before}, std::pair{DayRange{effective_on, until}, &effect.after}}) {
        TRY_ASSIGN(const auto mended, recoveries(reader, profile.id, days));
        side->faults = static_cast<int>(
            std::ranges::count_if(mended, [&](const Recovery& each) { return classes.contains(each.device_class); }));
        const auto shared = std::min(days.last, profile.period.last) - std::max(days.first, profile.period.first);
        side->days = std::max(0, static_cast<int>(shared.count()) + 1);
    }
    return effect;
}

std::vector<contract::KeptRun> kept_runs(db::Reader& reader, const contract::Profile& profile)
{
    std::vector<contract::KeptRun> kept;
    if (std::ranges::all_of(
            profile.work_types, &std::vector<std::string>::empty, &contract::WorkType::incident_classes))
        return kept;
    const auto mended = recoveries(reader, profile.id, profile.period);
    if (!mended)
        return kept;
    for (const Recovery& each : *mended) {
        const auto type = std::ranges::find_if(profile.work_types, [&](const contract::WorkType& one) {
            return std::ranges::find(one.incident_classes, each.device_class) != one.incident_classes.end();
        });
        if (type != profile.work_types.end())
            kept.push_back({.run = {.work_types = {type->id}, .devices = 1}});
    }
    return kept;
}

}
