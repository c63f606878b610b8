#include "features/people/roster_import.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <map>

namespace hoshuban::people {
namespace {

std::string key_of(const Entry& entry)
{
    return fold(entry.name) + "\n" + fold(entry.company);
}

// Whoever of this name and company is on the roster or coming; else the only one of this name.
const Worker* meant(const Situation& at, const Entry& entry)
{
    const Worker* by_name = nullptr;
    int of_name = 0;
    for (const Worker& worker : at.roster) {
        const Presence presence = presence_on(worker, at.today);
        if (presence != Presence::in_force && presence != Presence::announced)
            continue;
        const Entry& known = shown_on(worker, at.today).entry;
        if (key_of(known) == key_of(entry))
            return &worker;
        if (fold(known.name) == fold(entry.name)) {
            by_name = &worker;
            ++of_name;
        }
    }
    return of_name == 1 ? by_name : nullptr;
}

Entry merged(Entry known, const ImportedRow& row)
{
    const auto take = [&](RosterField field, auto Entry::*member) {
        if (row.stated.contains(field))
            known.*member = row.entry.*member;
    };
    take(RosterField::name, &Entry::name);
    take(RosterField::kana, &Entry::kana);
    take(RosterField::company, &Entry::company);
    take(RosterField::subcontractor, &Entry::subcontractor);
    take(RosterField::duties, &Entry::duties);
    take(RosterField::work, &Entry::work);
    take(RosterField::assets, &Entry::assets);
    take(RosterField::contact, &Entry::contact);
    return known;
}

PlannedRow refused(PlannedRow planned, std::vector<FieldError> problems)
{
    planned.outcome = RowOutcome::refused;
    planned.problems = std::move(problems);
    return planned;
}

PlannedRow plan_row(Situation at, const ImportedRow& row)
{
    PlannedRow planned{.row = row.row, .entry = row.entry};
    if (!row.problems.empty())
        return refused(std::move(planned), row.problems);
    at.worker = meant(at, row.entry);
    planned.outcome = RowOutcome::created;
    planned.takes_effect_on = row.from;
    if (at.worker != nullptr) {
        planned.worker = at.worker->id;
        planned.before = shown_on(*at.worker, at.today).entry;
        planned.entry = merged(*planned.before, row);
        if (planned.entry == *planned.before) {
            planned.outcome = RowOutcome::unchanged;
            planned.takes_effect_on.reset();
            return planned;
        }
        planned.outcome = RowOutcome::changed;
        // The day in the row is when the stay began; a change of it begins as early as can be.
        const auto stay = stay_on(*at.worker, at.today);
        if (row.from && stay && *row.from == stay->from)
            planned.takes_effect_on.reset();
    }
    const auto decided = decide(at, announcement_of(planned));
    if (!decided)
        return refused(std::move(planned), {{row.name_cell, decided.error().code, decided.error().text}});
    planned.takes_effect_on = decided->change.takes_effect_on;
    return planned;
}

}

std::vector<PlannedRow> plan_import(const Situation& at, const std::vector<ImportedRow>& rows)
{
    std::vector<PlannedRow> plan;
    std::map<std::string, int> seen;
    for (const ImportedRow& row : rows) {
        const auto [first, is_new] = seen.emplace(key_of(row.entry), row.row);
        if (is_new || !row.problems.empty()) {
            plan.push_back(plan_row(at, row));
            continue;
        }
        const std::string number = std::to_string(first->second);
        plan.push_back(refused({.row = row.row, .entry = row.entry},
            {{row.name_cell, "people/twice",
                {number + "行目と同じ人です。1人を1行にしてください。",
                    "the same person as in row " + number + ": give each one row"}}}));
    }
    return plan;
}

Announcement announcement_of(const PlannedRow& planned)
{
    return {.kind = planned.worker ? ChangeKind::change : ChangeKind::entry,
        .takes_effect_on = planned.takes_effect_on,
        .entry = planned.entry,
        .reason = planned.worker ? "名簿の取込" : ""};
}

}
