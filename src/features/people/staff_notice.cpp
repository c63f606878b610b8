#include "features/people/staff_notice.hpp"

#include "core/era.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::people {
namespace {

constexpr std::size_t most_ready = 20;

bool is_told(const RosterChange& change)
{
    return change.standing != Standing::refused && change.standing != Standing::withdrawn;
}

/// The roster as the announcements mean it to be: what waits for consent is taken as given.
std::vector<Worker> as_announced(std::span<const Worker> workers)
{
    std::vector<Worker> all{workers.begin(), workers.end()};
    for (Worker& worker : all) {
        for (RosterChange& change : worker.changes)
            change.needs_grant = false;
    }
    return all;
}

NamedPerson person_of(const Entry& entry, LocalDay from)
{
    return {entry.name, entry.kana, entry.company, entry.work, entry.assets, entry.contact, from};
}

/// The day since which a worker who has the duty on this day has had it without a break.
LocalDay since(const Worker& worker, StaffDuty duty, LocalDay day)
{
    std::set<LocalDay> days;
    for (const RosterChange& change : worker.changes) {
        if (is_told(change) && change.takes_effect_on <= day)
            days.insert(change.takes_effect_on);
    }
    LocalDay from = day;
    for (auto each = days.rbegin(); each != days.rend(); ++each) {
        const RosterChange* standing = in_force_on(worker, *each);
        if (standing == nullptr || !holds(standing->entry, duty))
            break;
        from = *each;
    }
    return from;
}

std::vector<NamedPerson> holders(std::span<const Worker> workers, StaffDuty duty, LocalDay day)
{
    std::vector<NamedPerson> found;
    for (const Worker& worker : workers) {
        const RosterChange* change = in_force_on(worker, day);
        if (change && holds(change->entry, duty))
            found.push_back(person_of(change->entry, since(worker, duty, day)));
    }
    return found;
}

/// The first day after this one on which somebody begins to have the duty.
std::optional<LocalDay> next_holder(std::span<const Worker> workers, StaffDuty duty, LocalDay day)
{
    std::optional<LocalDay> first;
    for (const Worker& worker : workers) {
        for (const RosterChange& change : worker.changes) {
            const bool begins = is_told(change) && change.kind != ChangeKind::leaving && holds(change.entry, duty);
            if (begins && change.takes_effect_on > day && (!first || change.takes_effect_on < *first))
                first = change.takes_effect_on;
        }
    }
    return first;
}

std::vector<NoticedChange> changes_on(std::span<const Worker> workers, LocalDay day)
{
    std::vector<NoticedChange> found;
    for (const Worker& worker : workers) {
        for (const RosterChange& change : worker.changes) {
            if (is_told(change) && change.takes_effect_on == day)
                found.push_back({change.kind, person_of(change.entry, day), change.reason, change.city_request});
        }
    }
    std::ranges::stable_sort(found, {}, &NoticedChange::kind);
    return found;
}

bool stood_before(std::span<const Worker> workers, LocalDay day)
{
    return std::ranges::any_of(
        workers, [&](const Worker& worker) { return in_force_on(worker, day - std::chrono::days{1}) != nullptr; });
}

std::vector<std::string> names_in(const std::vector<NamedPerson>& people)
{
    std::vector<std::string> all;
    for (const NamedPerson& person : people)
        all.push_back(person.company + "\n" + person.name);
    std::ranges::sort(all);
    return all;
}

std::unexpected<Error> nobody(const StaffNotice& notice, LocalDay day)
{
    return fail(ErrorKind::conflict, "people/nobody_to_name",
        {fmt::format("{}に{}へ書く人が名簿にいません。先に従事者の名簿で役割を登録してください。",
             print_day(day, DayStyle::wareki_weekday), notice.name.ja),
            fmt::format("nobody on the roster has the duty on {}: enter it on the roster first", to_text(day))});
}

std::unexpected<Error> unchanged(const StaffNotice& notice, LocalDay day)
{
    return fail(ErrorKind::conflict, "people/no_change",
        {fmt::format("{}から変わることがないため、{}は作れません。変わる日を選んでください。",
             print_day(day, DayStyle::wareki_weekday), notice.name.ja),
            fmt::format("nothing changes on {}: choose the day of the change", to_text(day))});
}

Result<NoticeContent> appointment(const StaffNotice& notice, std::span<const Worker> workers, LocalDay day)
{
    const StaffDuty duty = notice.duty.value_or(StaffDuty::responsible);
    NoticeContent content{.notice = &notice, .day = day, .named = holders(workers, duty, day)};
    if (content.named.empty()) {
        const auto next = next_holder(workers, duty, day);
        if (!next)
            return nobody(notice, day);
        content.day = *next;
        content.named = holders(workers, duty, *next);
    }
    if (content.named.empty())
        return nobody(notice, day);
    return content;
}

Result<NoticeContent> replacement(const StaffNotice& notice, std::span<const Worker> workers, LocalDay day)
{
    const StaffDuty duty = notice.duty.value_or(StaffDuty::responsible);
    NoticeContent content{.notice = &notice,
        .day = day,
        .named = holders(workers, duty, day),
        .before = holders(workers, duty, day - std::chrono::days{1}),
        .changes = changes_on(workers, day)};
    if (content.before.empty() || names_in(content.named) == names_in(content.before))
        return unchanged(notice, day);
    if (content.named.empty())
        return nobody(notice, day);
    return content;
}

}

const StaffNotice* find_notice(const contract::Profile& profile, std::string_view id)
{
    const auto found = std::ranges::find(profile.staff.notices, id, &StaffNotice::id);
    return found == profile.staff.notices.end() ? nullptr : &*found;
}

Result<NoticeContent> content_of(const StaffNotice& notice, std::span<const Worker> workers, LocalDay day)
{
    const std::vector<Worker> announced = as_announced(workers);
    switch (notice.kind) {
    case StaffNoticeKind::appointment:
        return appointment(notice, announced, day);
    case StaffNoticeKind::replacement:
        return replacement(notice, announced, day);
    case StaffNoticeKind::roster_change:
        break;
    }
    NoticeContent content{.notice = &notice, .day = day, .changes = changes_on(announced, day)};
    // With the first roster, which leaves as a whole, nothing changes yet.
    if (content.changes.empty() || !stood_before(announced, day))
        return unchanged(notice, day);
    return content;
}

std::vector<ReadyNotice> ready_notices(const contract::Profile& profile, std::span<const Worker> workers, LocalDay day)
{
    std::set<LocalDay> days{day};
    for (const Worker& worker : workers) {
        for (const RosterChange& change : worker.changes) {
            if (is_told(change) && change.takes_effect_on > day)
                days.insert(change.takes_effect_on);
        }
    }
    std::vector<ReadyNotice> ready;
    for (const StaffNotice& notice : profile.staff.notices) {
        for (const LocalDay each : days) {
            const auto content = content_of(notice, workers, each);
            const bool told_already =
                content && std::ranges::find(ready, ReadyNotice{&notice, content->day}) != ready.end();
            if (content && !told_already && ready.size() < most_ready)
                ready.push_back({&notice, content->day});
            if (notice.kind == StaffNoticeKind::appointment)
                break;
        }
    }
    return ready;
}

}
