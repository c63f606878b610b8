#include "features/visit/ground_api.hpp"

#include "features/incident/stay_store.hpp"
#include "features/people/people_store.hpp"
#include "features/visit/refusal.hpp"
#include "features/work_request/reach.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::visit {
namespace {

std::string names_of_people(const std::vector<Visitor>& workers)
{
    std::string names;
    for (const Visitor& each : workers) {
        names += names.empty() ? "" : "、";
        names += each.name;
    }
    return names;
}

// The course of an incident has the times of its visits: it follows each change, whoever entered it.
Result<void> tell_incident(db::Tx& tx, const http::Context& context, const contract::Profile& profile,
    const Visit& visit, const std::string& reason)
{
    if (!visit.plan.incident || !visit.called_off.empty())
        return {};
    const incident::VisitTimes times{.visit = visit.id,
        .arrived = visit.times.arrived,
        .started = visit.times.started,
        .departed = visit.times.departed,
        .workers = names_of_people(visit.plan.workers),
        .city_person = visit.plan.told};
    return incident::follow_visit(tx, audit::cause_of(context), profile, *visit.plan.incident, times, reason,
        [&context] { return context.new_id<DueId>(); });
}

}

Result<Ground> ground_of(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, contract));
    auto reach = work_request::reach_of(context.actor(), contract, Permission::view_visit);
    return Ground{std::move(profile), reach.whole ? std::nullopt : Sight{std::move(reach.sites)}};
}

Result<std::vector<Visitor>> visitors_of(
    db::Reader& reader, const contract::Profile& profile, const std::vector<VisitorBody>& bodies, LocalDay day)
{
    std::vector<Visitor> visitors;
    const bool on_roster =
        std::ranges::any_of(bodies, [](const VisitorBody& each) { return each.worker_id.has_value(); });
    const auto roster = on_roster ? people::list_workers(reader, profile.id) : std::vector<people::Worker>{};
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        Visitor visitor{bodies[i].worker_id, bodies[i].name, bodies[i].minutes};
        if (visitor.worker) {
            const auto worker = std::ranges::find(roster, *visitor.worker, &people::Worker::id);
            const people::RosterChange* entry = worker == roster.end() ? nullptr : people::in_force_on(*worker, day);
            if (entry == nullptr)
                return refused_at(fmt::format("workers[{}].worker_id", i), "visit/not_on_roster",
                    {fmt::format(
                         "{}には名簿に載っていない人です。名簿を確かめるか、名前を書いてください。", to_text(day)),
                        fmt::format("not on the roster on {}: check the roster, or write the name", to_text(day))});
            visitor.name = entry->entry.name;
        }
        visitors.push_back(std::move(visitor));
    }
    return visitors;
}

Result<OneVisit> act_on_visit(http::Context& context, contract::ProfileCache& profiles, const Decide& decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<VisitId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<OneVisit> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(const auto before, get_version(tx, ground.profile->id, ground.sight, id, version));
        TRY_ASSIGN(auto decided, decide(tx, ground, before));
        const auto& [after, happening] = decided;
        if (after.times != before.visit.times)
            TRY(tell_incident(tx, context, *ground.profile, after, happening.reason));
        TRY(update(tx, audit::cause_of(context), happening, before.visit, after));
        TRY_ASSIGN(const auto listed, get(tx, ground.profile->id, ground.sight, id));
        return OneVisit{whole_view(tx, *ground.profile, listed, context.actor(), ground.sight), listed.visit.version};
    });
}

}
