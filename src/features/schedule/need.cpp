#include "features/schedule/need.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::schedule {
namespace {

using contract::ApprovalEffect;

std::vector<std::string> overtime_kinds(const contract::Profile& profile, std::string_view chosen)
{
    std::vector<std::string> kinds;
    for (const contract::Overtime& each : profile.overtime) {
        if (chosen.empty() || each.id == chosen)
            kinds.push_back(each.approval);
    }
    return kinds;
}

Need need_of(ApprovalEffect effect, std::vector<std::string> kinds, const Proposal& terms, Text why)
{
    return {effect, std::move(kinds), terms.from, terms.until, terms.site, {}, std::move(why)};
}

Text overtime_text(const Proposal& terms, std::chrono::minutes outside)
{
    if (terms.until - terms.from <= a_moment) {
        const LocalTime begun = local_time(terms.from);
        const auto minute = std::chrono::floor<std::chrono::minutes>(begun - LocalTime{day_of(begun)});
        const std::string clock = fmt::format("{}:{:02}", minute.count() / 60, minute.count() % 60);
        return {fmt::format("{}{}は時間外です。", print_day(day_of(begun), DayStyle::wareki_weekday), clock),
            fmt::format("{} {} lies outside hours", to_text(day_of(begun)), clock)};
    }
    return {fmt::format("時間外の作業が{}分あります。", outside.count()),
        fmt::format("{} minutes lie outside hours", outside.count())};
}

void add_overtime(
    std::vector<Need>& all, const contract::Profile& profile, const WorkingCalendar& calendar, const Proposal& terms)
{
    if (profile.overtime.empty() || !calendar.has_service_hours())
        return;
    const auto outside = (terms.until - terms.from) - calendar.service_time_between(terms.from, terms.until);
    if (outside <= std::chrono::seconds{0})
        return;
    all.push_back(need_of(ApprovalEffect::overtime, overtime_kinds(profile, terms.overtime), terms,
        overtime_text(terms, std::chrono::ceil<std::chrono::minutes>(outside))));
}

// The part of a day that the window takes, as the rule of entry asks for it. A closed day is closed all day long.
struct Stay {
    MinuteOfDay from;
    MinuteOfDay to;
};

Stay stay_on(LocalDay day, const WorkingCalendar& calendar, const Proposal& terms)
{
    const LocalTime begins{day};
    const auto from = std::max(local_time(terms.from), begins) - begins;
    const auto to = std::min(local_time(terms.until), begins + std::chrono::days{1}) - begins;
    if (!calendar.is_open(day))
        return {MinuteOfDay{0}, MinuteOfDay{24 * 60}};
    return {std::chrono::floor<std::chrono::minutes>(from), std::chrono::ceil<std::chrono::minutes>(to)};
}

void add_entry(
    std::vector<Need>& all, const contract::Profile& profile, const WorkingCalendar& calendar, const Proposal& terms)
{
    if (!terms.site)
        return;
    const LocalDay last = day_of(terms.until - std::chrono::seconds{1});
    for (LocalDay day = day_of(terms.from); day <= last; day += std::chrono::days{1}) {
        const Stay stay = stay_on(day, calendar, terms);
        const contract::EntryPermit* permit = contract::entry_rule(profile, *terms.site, stay.from, stay.to);
        if (permit == nullptr || std::ranges::any_of(all, [&](const Need& each) {
                return each.effect == ApprovalEffect::entry && each.kinds.front() == permit->approval;
            }))
            continue;
        all.push_back(need_of(ApprovalEffect::entry, {permit->approval}, terms,
            {fmt::format("{}への立入りには許可が要ります。", permit->place.ja),
                fmt::format("entry to {} needs a permit", permit->place.en)}));
    }
}

void add_room(std::vector<Need>& all, const contract::Profile& profile, const Proposal& terms)
{
    if (terms.room.empty())
        return;
    std::vector<std::string> kinds;
    for (const contract::ApprovalKind* kind : contract::approval_kinds(profile, ApprovalEffect::entry_room))
        kinds.push_back(kind->id);
    if (kinds.empty())
        return;
    Need need = need_of(ApprovalEffect::entry_room, std::move(kinds), terms,
        {fmt::format("特に指定された部屋「{}」への入退室には許可が要ります。", terms.room),
            fmt::format("entry to the designated room \"{}\" needs a permit", terms.room)});
    need.room = terms.room;
    all.push_back(std::move(need));
}

bool spans(const approval::Application& asked, const Need& need)
{
    return (!asked.from || *asked.from <= need.from) && (!asked.until || *asked.until >= need.until);
}

bool fits(const Need& need, const approval::Approval& each)
{
    const approval::Application& asked = each.asked;
    const bool kind = std::ranges::find(need.kinds, asked.kind) != need.kinds.end();
    const bool site = !asked.site || asked.site == need.site;
    const bool room = need.room.empty() || asked.room.empty() || fold(asked.room) == fold(need.room);
    return kind && site && room;
}

}

std::vector<Need> needs(const contract::Profile& profile, const WorkingCalendar& calendar, const Proposal& terms)
{
    std::vector<Need> all;
    add_overtime(all, profile, calendar, terms);
    add_entry(all, profile, calendar, terms);
    add_room(all, profile, terms);
    return all;
}

const approval::Approval* met_by(const Need& need, std::span<const approval::Approval> approvals)
{
    const auto found = std::ranges::find_if(approvals, [&](const approval::Approval& each) {
        return fits(need, each) && approval::covers(each, need.from, need.until);
    });
    return found == approvals.end() ? nullptr : &*found;
}

const approval::Approval* met_afterwards(const Need& need, std::span<const approval::Approval> approvals)
{
    const auto found = std::ranges::find_if(approvals, [&](const approval::Approval& each) {
        return each.state == approval::State::granted && fits(need, each) && spans(each.asked, need);
    });
    return found == approvals.end() ? nullptr : &*found;
}

const approval::Approval* asked_for(const Need& need, std::span<const approval::Approval> approvals)
{
    const auto found = std::ranges::find_if(approvals, [&](const approval::Approval& each) {
        return each.state == approval::State::asked && fits(need, each) && spans(each.asked, need);
    });
    return found == approvals.end() ? nullptr : &*found;
}

}
