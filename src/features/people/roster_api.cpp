#include "features/people/roster_api.hpp"

#include "features/audit/view_log_job.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/people/announcement.hpp"
#include "features/people/assignment_store.hpp"
#include "features/people/people_store.hpp"
#include "features/people/privacy.hpp"
#include "features/people/roster_view_api.hpp"
#include "features/people/staff_notice.hpp"

#include <algorithm>
#include <tuple>

namespace hoshuban::people {

struct RosterQuery {
    std::optional<LocalDay> as_of;
};

static auto describe(const RosterQuery*)
{
    return json::object<RosterQuery>("RosterQuery", json::field("as_of", &RosterQuery::as_of, {"基準日", "As of"}));
}

namespace {

// Of those who are gone or were never let in, only what the day still tells: they stand behind the others.
int place_of(Presence presence)
{
    switch (presence) {
    case Presence::in_force:
        return 0;
    case Presence::announced:
    case Presence::waiting:
        return 1;
    default:
        return 2;
    }
}

bool before(const WorkerView& left, const WorkerView& right)
{
    const auto key = [](const WorkerView& view) {
        return std::tuple{place_of(view.presence), view.entry.duties.empty(), view.entry.subcontractor,
            view.entry.company, view.entry.kana.empty() ? view.entry.name : view.entry.kana, view.id.text};
    };
    return key(left) < key(right);
}

bool is_pending(const RosterChange& change, LocalDay today)
{
    return change.standing == Standing::announced || (counts(change) && change.takes_effect_on > today);
}

Result<RosterView> show_roster(http::Context& context, const RosterQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    const LocalDay today = day_of(context.now());
    const LocalDay day = query.as_of.value_or(today);
    const auto workers = context.database().read([&](db::Reader& reader) { return list_workers(reader, contract); });
    RosterView view{.as_of = day, .label = profile->staff.roster, .rules = {}, .items = {}, .announced = {}};
    TRY_ASSIGN(view.rules, rules_of(*profile, *calendar, today));
    view.missing_duties = missing_duties(workers, profile->staff.duties, day);
    for (const ReadyNotice& ready : ready_notices(*profile, workers, day))
        view.papers.push_back({ready.notice->id, ready.notice->name, ready.notice->clause, ready.day});
    view.contacts_shown = sees_contacts(context.actor(), contract);
    view.can_keep = context.actor().may(Permission::keep_roster, contract);
    for (const Worker& worker : workers) {
        view.items.push_back(view_of(worker, terms_of(profile->staff), context.actor(), day));
        for (const RosterChange& change : worker.changes) {
            if (is_pending(change, today))
                view.announced.push_back(view_of(worker, change, context.actor(), today));
        }
    }
    std::ranges::sort(view.items, before);
    std::ranges::sort(view.announced, {}, [](const ChangeView& each) {
        return std::tuple{each.takes_effect_on, each.announced_at, each.id.text};
    });
    return view;
}

Result<http::Versioned<WorkerDetailView>> show_worker(http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const LocalDay today = day_of(context.now());
    TRY_ASSIGN(auto view, context.database().read([&](db::Reader& reader) -> Result<WorkerDetailView> {
        TRY_ASSIGN(const auto worker, get_worker(reader, contract, context.path<WorkerId>("id")));
        WorkerDetailView detail{.worker = view_of(worker, terms_of(profile->staff), context.actor(), today),
            .changes = {},
            .trainings = worker.trainings,
            .assignments = {},
            .demands = demands_of(reader, contract, worker.id)};
        for (const RosterChange& change : worker.changes)
            detail.changes.push_back(view_of(worker, change, context.actor(), today));
        std::ranges::reverse(detail.changes);
        std::ranges::reverse(detail.trainings);
        for (OwnAssignment& own : assignments_of(reader, contract, worker.id))
            detail.assignments.push_back(
                {std::move(own.assignment.request), std::move(own.number), std::move(own.title),
                    std::move(own.assignment.task), own.assignment.days.first, own.assignment.days.last});
        return detail;
    }));
    view.can_demand = terms_of(profile->staff).measures && context.actor().side(contract) == Side::city;
    view.can_keep = context.actor().may(Permission::keep_roster, contract);
    audit::Entry entry = audit::entry(context, contract, "worker.viewed", {"worker", view.worker.id.text});
    entry.act = audit::Act::reading;
    rooms.views.record(std::move(entry));
    const int version = view.worker.version;
    return http::Versioned<WorkerDetailView>{std::move(view), version};
}

}

void add_roster_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/roster";
    router
        .get(all,
            [rooms](http::Context& context, const RosterQuery& query) { return show_roster(context, query, rooms); })
        .permission(Permission::view_roster)
        .summary({"ある日の従事者名簿", "The roster as of a day"});
    router.get(all + "/{id}", [rooms](http::Context& context) { return show_worker(context, rooms); })
        .permission(Permission::view_roster)
        .summary({"従事者を見る", "Show a worker"});
}

}
