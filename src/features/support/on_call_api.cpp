#include "features/support/on_call_api.hpp"

#include "core/typed_fields.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/support/body_api.hpp"
#include "features/support/gap_clock_store.hpp"
#include "features/support/shift_store.hpp"
#include "features/support/view_api.hpp"

#include <algorithm>

namespace hoshuban::support {
namespace {

using std::chrono::days;

constexpr days shown_days{28};

/// What every handler stands on.
struct Plan {
    std::shared_ptr<const contract::Profile> profile;
    std::shared_ptr<const WorkingCalendar> calendar;
};

Result<Plan> plan_of(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
    TRY_ASSIGN(auto calendar, calendar::working_calendar(reader, *profile));
    return Plan{std::move(profile), std::move(calendar)};
}

Stretch days_of(const DayRange& range)
{
    return {instant(LocalTime{range.first}), instant(LocalTime{range.last + days{1}})};
}

Result<OnCallNowView> now_of(db::Reader& reader, const Plan& plan, Instant now)
{
    TRY_ASSIGN(const OpenState state, open_state(*plan.calendar, now));
    const auto shifts = list_shifts(reader, plan.profile->id, {now, now + shown_days});
    OnCallNowView view{.at = now,
        .needed = needs_on_call(*plan.profile),
        .open = state.open,
        .closes_at = state.closes_at,
        .opens_at = state.opens_at,
        .reason = state.reason};
    view.called = to_call(shifts, now);
    const auto next = std::ranges::find_if(shifts, [&](const Shift& each) { return each.from > now; });
    if (next != shifts.end())
        view.next = *next;
    return view;
}

void put_band(OnCallPlanView& view, const Plan& plan, const std::vector<Shift>& shifts, Instant now)
{
    const Stretch shown = days_of({view.first, view.last});
    for (const WorkingCalendar::Span& span : plan.calendar->service_spans(shown.from, shown.until))
        view.hours.push_back({std::max(span.opens, shown.from), std::min(span.closes, shown.until), {}});
    view.shifts = shifts;
    const Stretch period = days_of(plan.profile->period);
    const Stretch watched{std::max({shown.from, period.from, now}), std::min(shown.until, period.until)};
    if (!view.now.needed || watched.until <= watched.from)
        return;
    for (const Gap& gap : gaps(*plan.calendar, shifts, watched))
        view.gaps.push_back({gap.time.from, gap.time.until, gap.reason});
}

Result<OnCallPlanView> show_plan(http::Context& context, const PlanQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    const LocalDay first = std::clamp(
        query.from.value_or(day_of(context.now())), WorkingCalendar::first_day, WorkingCalendar::last_day - shown_days);
    return context.database().read([&](db::Reader& reader) -> Result<OnCallPlanView> {
        TRY_ASSIGN(const auto plan, plan_of(context, reader, profiles));
        OnCallPlanView view{.first = first,
            .last = first + shown_days - days{1},
            .may_keep = context.actor().may(Permission::keep_support, contract)};
        TRY_ASSIGN(view.now, now_of(reader, plan, context.now()));
        put_band(view, plan, list_shifts(reader, contract, days_of({view.first, view.last})), context.now());
        return view;
    });
}

Result<OnCallNowView> show_now(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<OnCallNowView> {
        TRY_ASSIGN(const auto plan, plan_of(context, reader, profiles));
        return now_of(reader, plan, context.now());
    });
}

// A changed plan may have closed the gap that a clock runs for.
void settle_clock(db::Tx& tx, const Plan& plan, Instant now)
{
    const auto found = coming_gaps(tx, *plan.profile, *plan.calendar, now);
    if (gap_clock_differs(tx, plan.profile->id, found))
        settle_gap_clock(tx, plan.profile->id, *plan.calendar, found, now);
}

Shift shift_of(const http::Context& context, const WriteShift& body)
{
    return {.contract_id = context.path<ContractId>("contract"),
        .from = body.from,
        .until = body.until,
        .person = body.person,
        .phone = body.phone,
        .rank = body.rank,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
}

Result<http::Created<Shift>> plan_shift(
    http::Context& context, const WriteShift& body, contract::ProfileCache& profiles)
{
    Shift wanted = shift_of(context, body);
    wanted.id = context.new_id<ShiftId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<Shift>> {
        TRY_ASSIGN(const auto plan, plan_of(context, tx, profiles));
        TRY_ASSIGN(const Shift shift, settled(*plan.profile, wanted));
        TRY(insert(tx, audit::cause_of(context), std::span{&shift, 1}));
        settle_clock(tx, plan, context.now());
        return http::Created<Shift>{shift, context.request().path + "/" + shift.id.text};
    });
}

Result<http::Versioned<Shift>> change_shift(
    http::Context& context, const WriteShift& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<Shift>> {
        TRY_ASSIGN(const auto plan, plan_of(context, tx, profiles));
        TRY_ASSIGN(const Shift before, get_shift(tx, plan.profile->id, context.path<ShiftId>("id"), version));
        Shift wanted = shift_of(context, body);
        wanted.id = before.id;
        wanted.entered_by = before.entered_by;
        wanted.entered_at = before.entered_at;
        TRY_ASSIGN(wanted, settled(*plan.profile, wanted));
        TRY_ASSIGN(const Shift after, update(tx, audit::cause_of(context), before, wanted));
        settle_clock(tx, plan, context.now());
        return http::Versioned<Shift>{after, after.version};
    });
}

Result<http::Versioned<Shift>> remove_shift(
    http::Context& context, const RemoveShift& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    std::string reason = body.reason;
    TRY(take_fields({{"reason", reason, 500, true}}));
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<Shift>> {
        TRY_ASSIGN(const auto plan, plan_of(context, tx, profiles));
        TRY_ASSIGN(const Shift before, get_shift(tx, plan.profile->id, context.path<ShiftId>("id"), version));
        remove(tx, audit::cause_of(context), before, reason);
        settle_clock(tx, plan, context.now());
        return http::Versioned<Shift>{before, before.version};
    });
}

std::vector<Shift> planned_beside(db::Reader& reader, const ContractId& contract, const std::vector<DraftRow>& rows)
{
    std::optional<Stretch> time;
    for (const auto& [line, shift, problem] : rows) {
        if (!problem)
            time = time ? Stretch{std::min(time->from, shift.from), std::max(time->until, shift.until)}
                        : Stretch{shift.from, shift.until};
    }
    return time ? list_shifts(reader, contract, *time) : std::vector<Shift>{};
}

Result<void> save_rows(db::Tx& tx, const http::Context& context, const std::vector<DraftRow>& rows)
{
    std::vector<FieldError> problems;
    std::vector<Shift> shifts;
    for (const auto& [line, shift, problem] : rows) {
        if (problem)
            problems.push_back({"rows[" + std::to_string(line) + "]", problem->code, problem->text});
        Shift& fresh = shifts.emplace_back(shift);
        fresh.id = context.new_id<ShiftId>();
        fresh.contract_id = context.path<ContractId>("contract");
        fresh.entered_by = context.actor().name;
        fresh.entered_at = context.now();
    }
    if (!problems.empty())
        return fail(ErrorKind::invalid, "support/list_problems",
            {"直すところのある行があります。直してからもう一度保存してください。",
                "some lines have a problem: correct them and save again"},
            std::move(problems));
    return insert(tx, audit::cause_of(context), shifts);
}

Result<DraftView> shown_or_saved(
    db::Tx& tx, const http::Context& context, const Plan& plan, std::vector<DraftRow> rows, bool save)
{
    const auto planned = planned_beside(tx, plan.profile->id, rows);
    rows = drafted(*plan.profile, std::move(rows), planned);
    DraftView view = view_of(rows);
    if (!save)
        return view;
    TRY(save_rows(tx, context, rows));
    settle_clock(tx, plan, context.now());
    view.saved = true;
    return view;
}

Result<DraftView> take_list(http::Context& context, const WriteShiftList& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto rows, read_list(body.text));
    return context.database().write([&](db::Tx& tx) -> Result<DraftView> {
        TRY_ASSIGN(const auto plan, plan_of(context, tx, profiles));
        return shown_or_saved(tx, context, plan, rows, body.save);
    });
}

Pattern pattern_of(const WritePattern& body)
{
    Pattern pattern{.days = {body.first, body.last},
        .shape = body.shape,
        .from = std::chrono::minutes{body.from_minute},
        .until = std::chrono::minutes{body.until_minute},
        .weekdays = body.weekdays.empty() ? every_weekday : Weekdays{},
        .turn = body.turn,
        .rank = body.rank};
    for (const int day : body.weekdays)
        pattern.weekdays.add(std::chrono::weekday{static_cast<unsigned>(day)});
    for (const WriteCallee& each : body.people)
        pattern.people.push_back({each.person, each.phone});
    return pattern;
}

Result<DraftView> take_pattern(http::Context& context, const WritePattern& body, contract::ProfileCache& profiles)
{
    return context.database().write([&](db::Tx& tx) -> Result<DraftView> {
        TRY_ASSIGN(const auto plan, plan_of(context, tx, profiles));
        TRY_ASSIGN(const auto shifts, spread(pattern_of(body), *plan.calendar));
        std::vector<DraftRow> rows;
        for (const Shift& each : shifts)
            rows.push_back({static_cast<int>(rows.size()) + 1, each});
        return shown_or_saved(tx, context, plan, std::move(rows), body.save);
    });
}

void add_plan_routes(http::Router& router, contract::ProfileCache& profiles, const std::string& all)
{
    router
        .get(all,
            [&profiles](http::Context& context, const PlanQuery& query) { return show_plan(context, query, profiles); })
        .permission(Permission::view_support)
        .summary({"緊急連絡先の当番の4週間", "Four weeks of the on-call plan"});
    router.get(all + "/now", [&profiles](http::Context& context) { return show_now(context, profiles); })
        .permission(Permission::view_support)
        .summary({"いまだれに電話するか", "Whom to call now"});
}

}

void add_on_call_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/on-call";
    add_plan_routes(router, profiles, all);
    router
        .post(all + "/shifts",
            [&profiles](http::Context& context, const WriteShift& body) { return plan_shift(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"当番を一つ加える", "Plan a shift"});
    router
        .put(all + "/shifts/{id}",
            [&profiles](
                http::Context& context, const WriteShift& body) { return change_shift(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"当番を変える", "Change a shift"});
    router
        .post(all + "/shifts/{id}/removal",
            [&profiles](
                http::Context& context, const RemoveShift& body) { return remove_shift(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"当番を取り消す", "Take a shift off the plan"});
    router
        .post(all + "/pattern",
            [&profiles](
                http::Context& context, const WritePattern& body) { return take_pattern(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"くり返しの当番を確かめる・保存する", "Preview or save a repeating pattern"});
    router
        .post(all + "/list",
            [&profiles](
                http::Context& context, const WriteShiftList& body) { return take_list(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"貼り付けた当番の一覧を確かめる・保存する", "Preview or save a pasted list"});
}

}
