#include "app/example_roster.hpp"

#include "features/people/event_api.hpp"
#include "features/people/people_store.hpp"
#include "platform/uuid.hpp"

namespace hoshuban {
namespace {

people::RosterChange entry_of(const ExampleWorker& told, const RosterScene& scene)
{
    const Instant before = instant(LocalTime{scene.profile.period.first} - std::chrono::hours{15});
    return {.id = new_id<RosterChangeId>(scene.clock),
        .kind = people::ChangeKind::entry,
        .takes_effect_on = scene.profile.period.first,
        .entry = {.name = told.name,
            .kana = told.kana,
            .company = told.company,
            .subcontractor = told.subcontractor,
            .duties = told.duties,
            .work = told.work,
            .assets = told.assets,
            .contact = told.contact},
        .standing = people::Standing::settled,
        .announced_at = before,
        .announced_by = scene.keeper.person,
        .announced_by_name = scene.keeper.name,
        .settled_at = before};
}

void add(db::Tx& tx, const ExampleWorker& told, const RosterScene& scene)
{
    const people::RosterChange entry = entry_of(told, scene);
    people::Worker worker{.id = new_id<WorkerId>(scene.clock), .contract_id = scene.profile.id};
    if (told.account)
        worker.person = scene.accounts.at(*told.account);
    worker.pledged_on = scene.profile.period.first;
    people::insert(tx, worker, entry.announced_at);
    people::insert(tx, worker, entry);
    const people::Training training{.id = new_id<TrainingId>(scene.clock),
        .subject = "個人情報と情報セキュリティの研修",
        .held_on = scene.profile.period.first};
    people::insert(tx, worker, training, scene.keeper, entry.announced_at);
    const audit::Cause cause{scene.keeper, entry.announced_at};
    people::record(tx, cause, {"roster.entry_announced"}, worker, {}, people::facts_of(entry));
}

}

void add_example_roster(db::Tx& tx, const RosterScene& scene)
{
    for (const ExampleWorker& told : scene.roster)
        add(tx, told, scene);
}

}
