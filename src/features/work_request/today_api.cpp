#include "features/work_request/today_api.hpp"

#include "core/era.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/due/due_store.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/quota_api.hpp"
#include "features/work_request/today_store.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::work_request {

/// A request that waits or runs out; `open_days_left` is negative when the wish date has passed.
struct DueView {
    WorkRequestId id;
    std::string number;
    std::string title;
    Status status;
    std::optional<LocalDay> wish_on;
    std::string contractor_person;
    std::optional<int> open_days_left;
};

static auto describe(const DueView*)
{
    using V = DueView;
    return json::object<V>("DueRequest", json::field("id", &V::id),
        json::field("number", &V::number, {"管理番号", "Number"}), json::field("title", &V::title, {"作業名", "Work"}),
        json::field("status", &V::status, {"ステータス", "Status"}),
        json::field("wish_on", &V::wish_on, {"完了希望日", "Wished for by"}),
        json::field("contractor_person", &V::contractor_person, {"委託先担当者", "Contractor's person"}),
        json::field("open_days_left", &V::open_days_left, {"残り開庁日", "Open days left"}));
}

struct StateCount {
    Status status;
    int requests = 0;
};

static auto describe(const StateCount*)
{
    using V = StateCount;
    return json::object<V>("StateCount", json::field("status", &V::status, {"ステータス", "Status"}),
        json::field("requests", &V::requests, {"件数", "Requests"}));
}

/// A clock of another ledger that runs for the caller's side.
struct ClockView {
    DueId id;
    std::string kind;
    Text label;
    std::string subject_kind;
    std::string subject_id;
    std::string number;
    std::string title;
    Instant due_at;
    bool guide;
    due::Stage stage;
};

static auto describe(const ClockView*)
{
    using V = ClockView;
    return json::object<V>("TodayClock", json::field("id", &V::id), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("label", &V::label, {"名称", "Label"}),
        json::field("subject_kind", &V::subject_kind, {"対象の種類", "Kind of subject"}),
        json::field("subject_id", &V::subject_id, {"対象", "Subject"}),
        json::field("number", &V::number, {"番号", "Number"}), json::field("title", &V::title, {"件名", "Title"}),
        json::field("due_at", &V::due_at, {"期限", "Due"}),
        json::field("guide", &V::guide, {"目安", "A guide, not a limit"}),
        json::field("stage", &V::stage, {"進み", "Stage"}));
}

struct TodayView {
    LocalDay day;
    std::string day_text;
    bool open = false;
    std::vector<Text> reasons;
    LocalDay holidays_until;
    std::vector<DueView> deadlines;
    std::vector<DueView> waiting;
    std::vector<StateCount> counts;
    std::vector<ClockView> clocks; ///< of the caller's side, but for those that other blocks tell
    QuotaList quotas;
};

static auto describe(const TodayView*)
{
    using V = TodayView;
    return json::object<V>("Today", json::field("day", &V::day, {"今日", "Today"}),
        json::field("day_text", &V::day_text, {"今日（和暦）", "Today in words"}),
        json::field("open", &V::open, {"開庁日", "Open"}),
        json::field("reasons", &V::reasons, {"閉庁の理由", "Why it is closed"}),
        json::field("holidays_until", &V::holidays_until, {"公表済みの祝日の最終日", "Holidays are published until"}),
        json::field("deadlines", &V::deadlines, {"期限", "Deadlines"}),
        json::field("waiting", &V::waiting, {"自分の側を待つもの", "Waiting for one's own side"}),
        json::field("counts", &V::counts, {"件数", "Counts"}),
        json::field("clocks", &V::clocks, {"そのほかの期限", "Other terms"}),
        json::field("quotas", &V::quotas, {"見込み・上限", "Quotas"}));
}

namespace {

constexpr int rows_of_a_block = 20;
constexpr std::size_t most_clocks = 20;

std::vector<DueView> views_of(std::vector<DueRequest> requests)
{
    std::vector<DueView> views;
    for (DueRequest& each : requests)
        views.push_back({std::move(each.id), std::move(each.number), std::move(each.title), each.status, each.wish_on,
            std::move(each.contractor_person), {}});
    return views;
}

// What each side must act on next: the city confirms, the contractor accepts.
std::vector<DueView> waiting_for(db::Reader& reader, const Reach& reach, Side side)
{
    if (side == Side::neutral)
        return {};
    const Status status = side == Side::city ? Status::confirming : Status::requested;
    return views_of(waiting_in(reader, reach, status, rows_of_a_block));
}

std::vector<ClockView> clocks_of(db::Reader& reader, const http::Context& context, const ContractId& contract)
{
    std::vector<ClockView> views;
    const Side side = context.actor().side(contract);
    if (side == Side::neutral || !due::sees_all(context.actor(), contract))
        return views;
    for (const due::Due& each : due::open_of(reader, contract, {.side = side})) {
        const std::string& kind = each.terms.kind;
        const bool told_beside = kind.starts_with("request.") || kind == "approval.decide";
        if (!told_beside && views.size() < most_clocks)
            views.push_back(
                {each.id, kind, due::label(kind), each.terms.subject.kind, each.terms.subject.id, each.terms.number,
                    each.terms.title, each.terms.due_at, each.terms.guide, due::stage(each, context.now())});
    }
    return views;
}

void count_open_days(std::vector<DueView>& rows, const WorkingCalendar& calendar, LocalDay today)
{
    for (DueView& row : rows) {
        if (!row.wish_on)
            continue;
        const LocalDay wish = *row.wish_on;
        row.open_days_left = wish >= today ? calendar.open_days_between(today + std::chrono::days{1}, wish)
                                           : -calendar.open_days_between(wish + std::chrono::days{1}, today);
    }
}

Result<TodayView> show_today(http::Context& context, contract::ProfileCache& profiles, const KeptRuns& kept)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    const Reach reach = reach_of(context.actor(), contract);
    TodayView view;
    view.day = day_of(context.now());
    view.day_text = print_day(view.day, DayStyle::wareki_weekday);
    view.holidays_until = calendar->published_until();
    const DayStatus status = calendar->status(view.day);
    view.open = status.open;
    view.reasons = status.reasons;
    context.database().read([&](db::Reader& reader) {
        view.deadlines = views_of(open_by_wish(reader, reach, rows_of_a_block));
        view.waiting = waiting_for(reader, reach, context.actor().side(contract));
        for (const StatusTally& tally : tally_statuses(reader, reach))
            view.counts.push_back({tally.status, tally.requests});
        view.clocks = clocks_of(reader, context, contract);
        view.quotas = quotas_of(*profile, contract::all_runs(runs_of(reader, *profile), kept(reader, *profile)));
    });
    count_open_days(view.deadlines, *calendar, view.day);
    count_open_days(view.waiting, *calendar, view.day);
    return view;
}

}

void add_today_routes(http::Router& router, contract::ProfileCache& profiles, const KeptRuns& kept)
{
    router
        .get("/api/v1/contracts/{contract}/today",
            [&profiles, kept](http::Context& context) { return show_today(context, profiles, kept); })
        .permission(Permission::view_contract)
        .summary({"今日の画面", "The page of today"});
}

}
