#include "features/people/announcement.hpp"

#include "features/people/spoken.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::people {
namespace {

using contract::ApprovalEffect;
using contract::ApprovalKind;
using contract::ApprovalNature;

bool must_be_granted(const ApprovalKind& kind)
{
    return kind.nature == ApprovalNature::approve || kind.nature == ApprovalNature::agree;
}

const ApprovalKind* kind_of(const contract::Profile& profile, bool granted)
{
    for (const ApprovalKind* kind : contract::approval_kinds(profile, ApprovalEffect::person)) {
        if (must_be_granted(*kind) == granted)
            return kind;
    }
    return nullptr;
}

Result<void> check_kind(const Situation& at, const Announcement& wanted, LocalDay day)
{
    const RosterChange* now = at.worker == nullptr ? nullptr : in_force_on(*at.worker, day);
    if (wanted.kind == ChangeKind::entry && now != nullptr) {
        return fail(ErrorKind::conflict, "people/already_registered",
            {fmt::format(
                 "{}さんはその日すでに従事者です。内容を変えるときは「変更」を選んでください。", now->entry.name),
                fmt::format("{} is on the roster on that day already: announce a change instead", now->entry.name)});
    }
    if (wanted.kind != ChangeKind::entry && now == nullptr) {
        return fail(ErrorKind::conflict, "people/not_registered",
            {"その日に名簿に載っていない人です。「登録」を選ぶか、日を選び直してください。",
                "this person is not on the roster on that day: announce an entry, or choose another day"});
    }
    if (wanted.kind == ChangeKind::change && now->entry == wanted.entry) {
        return fail(ErrorKind::conflict, "people/no_change",
            {"名簿の内容と同じです。変わるところを書いてください。",
                "this is what the roster says already: write what changes"});
    }
    return {};
}

Result<void> check_order(const Situation& at, LocalDay day)
{
    if (at.worker == nullptr)
        return {};
    for (const RosterChange& change : at.worker->changes) {
        const bool open = counts(change) || change.standing == Standing::announced;
        if (!open || change.takes_effect_on <= day)
            continue;
        return fail(ErrorKind::conflict, "people/later_change",
            {fmt::format(
                 "{}からの変更がすでに届け出られています。それを取り下げるか、同じ日より後の日を選んでください。",
                 spoken(change.takes_effect_on)),
                fmt::format("a change from {} is announced already: withdraw it, or choose a day not before it",
                    to_text(change.takes_effect_on))});
    }
    return {};
}

Result<void> check_period(const contract::Profile& profile, LocalDay day)
{
    if (day <= profile.period.last)
        return {};
    return fail(ErrorKind::invalid, "people/after_period",
        {fmt::format("契約は{}に終わります。その日までの日を選んでください。", spoken(profile.period.last)),
            fmt::format("the contract ends on {}: choose a day until then", to_text(profile.period.last))});
}

Result<void> check_emergency(const Situation& at, const Announcement& wanted, LocalDay day)
{
    if (!at.profile.emergency) {
        return fail(ErrorKind::conflict, "people/no_emergency",
            {"この契約に緊急の定めはありません。届出の期限に合う日を選んでください。",
                "the contract knows no emergency: choose a day that the notice allows"});
    }
    if (wanted.reason.empty()) {
        return fail(ErrorKind::invalid, "people/emergency_reason",
            {"緊急とする理由を書いてください。", "write why this is an emergency"},
            {{"reason", "people/emergency_reason", {"理由を書いてください。", "write the reason"}}});
    }
    if (day < at.today) {
        return fail(ErrorKind::invalid, "people/past_day",
            {"過ぎた日にさかのぼる変更はできません。今日以降の日を選んでください。",
                "nothing takes effect in the past: choose today or a later day"});
    }
    return {};
}

Result<LocalDay> told_on(const Situation& at, const Announcement& wanted)
{
    if (wanted.reported_on && *wanted.reported_on > at.today) {
        return fail(ErrorKind::invalid, "people/reported_later",
            {"書面で届け出た日が先の日です。届け出た日を書くか、空けてください。",
                "the day of the paper notice lies ahead: write the day it reached the city, or leave it empty"});
    }
    return wanted.reported_on.value_or(at.today);
}

Result<LocalDay> effect_day(const Situation& at, const Announcement& wanted)
{
    TRY_ASSIGN(const LocalDay told, told_on(at, wanted));
    TRY_ASSIGN(const Earliest earliest, earliest_day(terms_of(at.profile.staff), at.calendar, told));
    const LocalDay day = wanted.takes_effect_on.value_or(wanted.emergency ? at.today : earliest.day);
    if (wanted.emergency) {
        TRY(check_emergency(at, wanted, day));
        return day;
    }
    if (day >= earliest.day)
        return day;
    return fail(ErrorKind::conflict, "people/too_late",
        {fmt::format("届出が間に合いません。最も早い日は{}です。{}", spoken(earliest.day), earliest.explanation.ja),
            fmt::format("the notice comes too late: the earliest day is {}. {}", to_text(earliest.day),
                earliest.explanation.en)});
}

bool responsible_on(const Situation& at, LocalDay day)
{
    const StaffDuty duty[] = {StaffDuty::responsible};
    return missing_duties(at.roster, duty, day).empty();
}

bool changes_responsible(const Situation& at, const Announcement& wanted, LocalDay day)
{
    const RosterChange* now = at.worker == nullptr ? nullptr : in_force_on(*at.worker, day);
    const bool was = now != nullptr && holds(now->entry, StaffDuty::responsible);
    const bool will = wanted.kind != ChangeKind::leaving && holds(wanted.entry, StaffDuty::responsible);
    if (was != will)
        return was || responsible_on(at, day); // the first appointment changes nobody
    return was && now->entry.name != wanted.entry.name;
}

Result<Course> course_of(const Situation& at, const Announcement& wanted, LocalDay day)
{
    const bool consent = at.profile.staff.responsible_fixed && changes_responsible(at, wanted, day);
    if (consent) {
        if (const ApprovalKind* kind = kind_of(at.profile, true))
            return Course{kind, true};
        if (wanted.city_request.empty()) {
            return fail(ErrorKind::conflict, "people/responsible_fixed",
                {"業務責任者を変えられるのは、市の求めか承認があるときだけです。市の求め（だれが、いつ）を書いてくださ"
                 "い。",
                    "the responsible person changes only when the city asks or agrees: write who asked, and when"});
        }
    }
    const ApprovalKind* kind = kind_of(at.profile, false);
    // A contract that wants every change approved has only the other kind.
    if (kind == nullptr)
        kind = at.profile.staff.responsible_fixed ? nullptr : kind_of(at.profile, true);
    const bool granted = kind != nullptr && (must_be_granted(*kind) || wanted.reported_on.has_value());
    return Course{kind, granted};
}

}

Result<Earliest> earliest_day(const StaffTerms& rules, const WorkingCalendar& calendar, LocalDay told_on)
{
    const int days = rules.notice_days;
    if (rules.notice_kind != DueKind::open_days || days == 0) {
        const LocalDay day = told_on + std::chrono::days{days};
        return Earliest{day, false,
            {days == 0 ? fmt::format("届出の日（{}）から効力を持てます。", spoken(told_on))
                       : fmt::format("変更の{}日前までに届け出ます。届出の日：{}。", days, spoken(told_on)),
                days == 0 ? fmt::format("It can take effect on the day of the notice ({}).", to_text(told_on))
                          : fmt::format("Notice is given {} day(s) before the change. Day of the notice: {}.", days,
                                to_text(told_on))}};
    }
    TRY_ASSIGN(const DayAnswer first, calendar.roll(told_on, Roll::next));
    TRY_ASSIGN(const DayAnswer last, calendar.add_open_days(first.day, days - 1));
    return Earliest{last.day + std::chrono::days{1}, last.forecast,
        {fmt::format("変更の{}開庁日前までに届け出ます。届出の日：{}、数える開庁日：{}から{}まで。", days,
             spoken(told_on), spoken(first.day), spoken(last.day)),
            fmt::format("Notice is given {} open day(s) before the change. Day of the notice: {}; open days counted: "
                        "{} to {}.",
                days, to_text(told_on), to_text(first.day), to_text(last.day))}};
}

Result<Decided> decide(const Situation& at, Announcement wanted)
{
    TRY_ASSIGN(const LocalDay day, effect_day(at, wanted));
    TRY(check_period(at.profile, day));
    TRY(check_order(at, day));
    TRY(check_kind(at, wanted, day));
    TRY_ASSIGN(const Course course, course_of(at, wanted, day));
    RosterChange change{.id = {}, .kind = wanted.kind, .takes_effect_on = day, .entry = std::move(wanted.entry)};
    if (wanted.kind == ChangeKind::leaving)
        change.entry = in_force_on(*at.worker, day)->entry;
    change.reason = std::move(wanted.reason);
    change.emergency = wanted.emergency;
    change.city_request = std::move(wanted.city_request);
    change.reported_on = wanted.reported_on;
    change.needs_grant = course.needs_grant;
    change.standing = course.kind == nullptr ? Standing::recorded : Standing::announced;
    if (at.worker != nullptr && !at.worker->changes.empty())
        change.sequence = at.worker->changes.back().sequence + 1;
    return Decided{std::move(change), course};
}

std::optional<Error> check_withdrawal(const Worker& worker, const RosterChange& change, LocalDay today)
{
    const bool open = change.standing == Standing::announced || change.standing == Standing::recorded;
    if (!open) {
        return Error{ErrorKind::conflict, "people/not_open",
            {"取り下げられる届出ではありません。最新の内容を確かめてください。",
                "this announcement cannot be withdrawn: look at its present state"}};
    }
    if (counts(change) && change.takes_effect_on <= today) {
        return Error{ErrorKind::conflict, "people/in_effect",
            {"すでに効力のある届出は取り下げられません。変更か終了を届け出てください。",
                "this has taken effect: announce a change or a leaving instead"}};
    }
    for (const RosterChange& later : worker.changes) {
        const bool builds_on = later.sequence > change.sequence && later.standing != Standing::withdrawn &&
            later.standing != Standing::refused;
        if (builds_on) {
            return Error{ErrorKind::conflict, "people/later_change",
                {"この届出の後に別の届出があります。先に後のものを取り下げてください。",
                    "a later announcement builds on this one: withdraw that first"}};
        }
    }
    return std::nullopt;
}

}
