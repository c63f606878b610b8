#include "features/visit/visit.hpp"

#include "core/fold.hpp"
#include "core/typed_fields.hpp"
#include "features/contract/site_fact.hpp"
#include "features/visit/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::visit {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_purpose = 500;
constexpr std::size_t longest_account = 5'000;
constexpr std::size_t most_visitors = 20;
constexpr std::chrono::hours longest_plan{24};

Instant to_the_minute(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

void to_the_minute(std::optional<Instant>& at)
{
    if (at)
        at = to_the_minute(*at);
}

Result<void> check_day(const contract::Profile& profile, const SiteId& id, LocalDay day, const std::string& field)
{
    if (day < profile.period.first || day > profile.period.last)
        return refused_at(field, "visit/outside_period",
            {fmt::format("契約の期間（{}から{}まで）の日ではありません。", to_text(profile.period.first),
                 to_text(profile.period.last)),
                fmt::format("no day of the contract, which runs from {} to {}", to_text(profile.period.first),
                    to_text(profile.period.last))});
    const contract::Site* site = contract::find_site(profile, id);
    if (site == nullptr || contract::is_open(*site, day))
        return {};
    return refused_at(field, "visit/site_closed",
        {fmt::format("{}は{}には閉じています。日と拠点を確かめてください。", site->name, to_text(day)),
            fmt::format("{} is closed on {}: check the day and the site", site->name, to_text(day))});
}

Result<void> check_visitors(std::vector<Visitor>& workers)
{
    if (workers.empty() || workers.size() > most_visitors)
        return refused_at("workers", "visit/nobody",
            {fmt::format("訪問する人を1人から{}人まで書いてください。", most_visitors),
                fmt::format("name one to {} people who go", most_visitors)});
    std::set<std::string> seen;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const std::string field = fmt::format("workers[{}].name", i);
        TRY(take_fields({{field, workers[i].name, longest_name, true}}));
        if (!seen.insert(person_key(workers[i])).second)
            return refused_at(field, "visit/named_twice",
                {fmt::format("{}さんが二度書かれています。", workers[i].name),
                    fmt::format("{} is named twice", workers[i].name)});
    }
    return {};
}

Result<void> check_causes(const Plan& plan)
{
    if (!plan.incident || !plan.request)
        return {};
    return refused_at("request_id", "visit/two_causes",
        {"訪問のもとは、障害か作業依頼のどちらか一つです。",
            "a visit is because of an incident or of a request, not of both"});
}

Result<void> check_one_time(const contract::Profile& profile, const SiteId& site, const std::string& field,
    const std::optional<Instant>& at, Instant now)
{
    if (!at)
        return {};
    if (*at > now)
        return refused_at(field, "visit/in_future", {"まだ来ていない日時です。", "this moment has not come yet"});
    return check_day(profile, site, day_of(*at), field);
}

// Times that can be: none to come, each on an open day of the contract, in their order.
Result<void> check_times(const contract::Profile& profile, const SiteId& site, const Times& times, Instant now)
{
    TRY(check_one_time(profile, site, "arrived_at", times.arrived, now));
    TRY(check_one_time(profile, site, "started_at", times.started, now));
    TRY(check_one_time(profile, site, "departed_at", times.departed, now));
    const Text no_arrival{"到着の日時を先に書いてください。", "write the arrival first"};
    if (!times.arrived && (times.started || times.departed))
        return refused_at("arrived_at", "visit/no_arrival", no_arrival);
    if (times.started && *times.started < *times.arrived)
        return refused_at("started_at", "visit/out_of_order",
            {fmt::format("到着（{}）より前の日時です。", clock_of(*times.arrived)),
                fmt::format("this is before the arrival, {}", clock_of(*times.arrived))});
    const Instant last = times.started ? *times.started : times.arrived.value_or(Instant{});
    if (times.departed && *times.departed < last)
        return refused_at("departed_at", "visit/out_of_order",
            {fmt::format("到着・着手（{}）より前の日時です。", clock_of(last)),
                fmt::format("this is before the arrival or the start of work, {}", clock_of(last))});
    return {};
}

Result<void> check_minutes(const Visit& visit)
{
    const auto stay = stay_minutes(visit.times);
    for (std::size_t i = 0; i < visit.plan.workers.size(); ++i) {
        const auto& minutes = visit.plan.workers[i].minutes;
        if (!minutes)
            continue;
        const std::string field = fmt::format("workers[{}].minutes", i);
        if (!stay)
            return refused_at(field, "visit/not_over",
                {"実作業時間は出発してから記録します。", "working minutes are recorded after the departure"});
        if (*minutes < 0 || *minutes > *stay)
            return refused_at(field, "visit/beyond_stay",
                {fmt::format("0分から滞在時間（{}分）までで書いてください。", *stay),
                    fmt::format("write 0 to the {} minutes of the stay", *stay)});
    }
    return {};
}

Result<void> check_in_state(const Visit& visit, VisitState wanted)
{
    if (state_of(visit) == wanted)
        return {};
    return fail(ErrorKind::conflict, "visit/does_not_follow",
        {"この訪問の今の状態ではできません。画面を読み込み直してください。",
            "this does not follow from where the visit stands: reload the page"});
}

template <class T>
bool overwrites(const std::optional<T>& before, const std::optional<T>& after)
{
    return before && before != after;
}

// Whether a record says something else than what was recorded, rather than more.
bool corrects(const Visit& before, const Record& record)
{
    const Times& was = before.times;
    if (overwrites(was.arrived, record.times.arrived) || overwrites(was.started, record.times.started) ||
        overwrites(was.departed, record.times.departed) || (!before.result.empty() && before.result != record.result))
        return true;
    const auto& workers = before.plan.workers;
    if (workers.size() != record.workers.size())
        return true;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        if (person_key(workers[i]) != person_key(record.workers[i]) ||
            overwrites(workers[i].minutes, record.workers[i].minutes))
            return true;
    }
    return false;
}

}

VisitState state_of(const Visit& visit)
{
    if (!visit.called_off.empty())
        return VisitState::called_off;
    if (visit.times.departed)
        return VisitState::done;
    return visit.times.arrived ? VisitState::on_site : VisitState::planned;
}

std::optional<int> stay_minutes(const Times& times)
{
    if (!times.arrived || !times.departed)
        return std::nullopt;
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(*times.departed - *times.arrived).count());
}

std::string person_key(const Visitor& visitor)
{
    return visitor.worker ? visitor.worker->text : fold(visitor.name);
}

Result<Plan> settled(const contract::Profile& profile, Plan plan)
{
    plan.from = to_the_minute(plan.from);
    plan.until = to_the_minute(plan.until);
    TRY(take_fields({{"purpose", plan.purpose, longest_purpose, true}, {"told", plan.told, longest_name}}));
    TRY(check_causes(plan));
    if (contract::find_site(profile, plan.site) == nullptr)
        return refused_at("site_id", "visit/unknown_site",
            {"この契約の拠点ではありません。一覧から選んでください。", "no site of this contract: choose one"});
    TRY(check_day(profile, plan.site, day_of(plan.from), "planned_from"));
    if (plan.until <= plan.from || plan.until - plan.from > longest_plan)
        return refused_at("planned_until", "visit/until_before_from",
            {"終わりは始まりより後、24時間以内の日時にしてください。",
                "the end is after the beginning, at most 24 hours later"});
    TRY(check_visitors(plan.workers));
    return plan;
}

Result<Visit> announced(Visit visit, Plan plan)
{
    if (state_of(visit) != VisitState::planned)
        return fail(ErrorKind::conflict, "visit/not_planned",
            {"始まった訪問と中止した訪問の予定は変えられません。記録は訂正できます。",
                "the plan of a visit that began or was called off stays; its record can be corrected"});
    plan.site = visit.plan.site;
    plan.incident = visit.plan.incident;
    plan.request = visit.plan.request;
    plan.request_number = visit.plan.request_number;
    visit.plan = std::move(plan);
    return visit;
}

Result<Visit> arrived(const contract::Profile& profile, Visit visit, Instant at, Instant now)
{
    TRY(check_in_state(visit, VisitState::planned));
    visit.times.arrived = to_the_minute(at);
    TRY(check_times(profile, visit.plan.site, visit.times, now));
    return visit;
}

Result<Visit> started(const contract::Profile& profile, Visit visit, Instant at, Instant now)
{
    TRY(check_in_state(visit, VisitState::on_site));
    if (visit.times.started)
        return fail(ErrorKind::conflict, "visit/does_not_follow",
            {"着手はもう記録されています。違うときは記録を訂正してください。",
                "the start of work is recorded already: correct the record when it is wrong"});
    visit.times.started = to_the_minute(at);
    TRY(check_times(profile, visit.plan.site, visit.times, now));
    return visit;
}

Result<Visit> departed(const contract::Profile& profile, Visit visit, Instant at, Instant now)
{
    TRY(check_in_state(visit, VisitState::on_site));
    visit.times.departed = to_the_minute(at);
    TRY(check_times(profile, visit.plan.site, visit.times, now));
    return visit;
}

Result<Visit> recorded(const contract::Profile& profile, Visit visit, Record record, std::string& reason, Instant now)
{
    if (!visit.called_off.empty())
        return fail(ErrorKind::conflict, "visit/called_off",
            {"中止した訪問には記録できません。新しい訪問を登録してください。",
                "a visit that was called off has no record: enter another visit"});
    to_the_minute(record.times.arrived);
    to_the_minute(record.times.started);
    to_the_minute(record.times.departed);
    TRY(take_fields({{"result", record.result, longest_account}, {"reason", reason, 1'000}}));
    TRY(check_visitors(record.workers));
    if (corrects(visit, record) && reason.empty())
        return refused_at("reason", "visit/no_reason",
            {"記録したことを変える理由を書いてください。", "write why what was recorded is changed"});
    visit.times = record.times;
    visit.plan.workers = std::move(record.workers);
    visit.result = std::move(record.result);
    TRY(check_times(profile, visit.plan.site, visit.times, now));
    TRY(check_minutes(visit));
    return visit;
}

Result<Visit> called_off(Visit visit, std::string reason)
{
    TRY(check_in_state(visit, VisitState::planned));
    TRY(take_fields({{"reason", reason, 1'000, true}}));
    visit.called_off = std::move(reason);
    return visit;
}

}
