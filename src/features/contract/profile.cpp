#include "features/contract/profile.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

template <class T, class Key, class Member>
const T* find_by(const std::vector<T>& all, const Key& key, Member member)
{
    const auto found = std::ranges::find(all, key, member);
    return found == all.end() ? nullptr : &*found;
}

}

std::optional<DueRule> due_rule(const MinutesRule& rule)
{
    if (!rule.limit)
        return std::nullopt;
    const DueKind kind = rule.unit == DayUnit::open_days ? DueKind::open_days : DueKind::calendar_days;
    return DueRule{.kind = kind, .amount = *rule.limit, .roll = rule.roll};
}

const Text& word(const Profile& profile, std::string_view key)
{
    return profile.words.find(key)->second;
}
const Text& column_label(const Profile& profile, std::string_view key)
{
    return profile.list.columns.find(key)->second;
}
const Text& group_label(const Profile& profile, std::string_view key)
{
    return profile.list.groups.find(key)->second;
}
const Text& status_label(const Profile& profile, std::string_view key)
{
    return profile.list.statuses.find(key)->second;
}

const WorkType* find_work_type(const Profile& profile, std::string_view id)
{
    return find_by(profile.work_types, id, &WorkType::id);
}

const Quota* find_quota(const Profile& profile, std::string_view id)
{
    return find_by(profile.quotas, id, &Quota::id);
}

const NumberSeries* find_numbers(const Profile& profile, std::string_view id)
{
    return find_by(profile.numbers, id, &NumberSeries::id);
}

const Site* find_site(const Profile& profile, const SiteId& id)
{
    return find_by(profile.sites, id, &Site::id);
}

const Device* find_device(const Profile& profile, const DeviceId& id)
{
    return find_by(profile.devices, id, &Device::id);
}

const ApprovalKind* find_approval_kind(const Profile& profile, std::string_view id)
{
    return find_by(profile.approvals, id, &ApprovalKind::id);
}

const ProhibitedAct* find_act(const Profile& profile, std::string_view id)
{
    return find_by(profile.acts, id, &ProhibitedAct::id);
}

std::vector<const ApprovalKind*> approval_kinds(const Profile& profile, ApprovalEffect effect)
{
    std::vector<const ApprovalKind*> kinds;
    for (const ApprovalKind& each : profile.approvals) {
        if (each.effect == effect)
            kinds.push_back(&each);
    }
    return kinds;
}

const EntryPermit* entry_rule(const Profile& profile, const SiteId& id, MinuteOfDay from, MinuteOfDay to)
{
    const Site* site = find_site(profile, id);
    if (site == nullptr)
        return nullptr;
    const auto& normal = profile.work_classes.front().windows;
    const bool before_hours = !normal.empty() &&
        std::ranges::all_of(normal, [&](const ServiceWindow& each) { return from < each.window.opens; });
    const auto needed = std::ranges::find_if(profile.entry_permits, [&](const EntryPermit& permit) {
        const bool here = permit.sites.empty() || std::ranges::find(permit.sites, site->number) != permit.sites.end();
        return here && (!permit.from || to > *permit.from || before_hours);
    });
    return needed == profile.entry_permits.end() ? nullptr : &*needed;
}

Result<CalendarTerms> calendar_terms(const Profile& profile, std::string_view work_class)
{
    const auto chosen = work_class.empty() ? profile.work_classes.begin()
                                           : std::ranges::find(profile.work_classes, work_class, &WorkClass::id);
    if (chosen == profile.work_classes.end()) {
        return fail(ErrorKind::not_found, "contract/work_class",
            {fmt::format("作業区分「{}」はこの契約にありません。", work_class),
                fmt::format("this contract has no work class \"{}\"", work_class)});
    }
    const Closures& closures = profile.closures;
    return CalendarTerms{
        .closed_weekdays = closures.closed_weekdays,
        .national_holidays = closures.national_holidays,
        .yearly_closures = closures.yearly,
        .monthly_openings = closures.monthly_openings,
        .special_openings = closures.special_openings,
        .special_closures = closures.special_closures,
        .hours = chosen->always ? ServiceHours::always : ServiceHours::windows,
        .windows = chosen->windows,
    };
}

QuotaTerms quota_terms(const Profile& profile)
{
    return {profile.quotas, profile.work_types, profile.benchmark ? &*profile.benchmark : nullptr};
}

}
