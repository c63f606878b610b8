#include "features/due/due_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/due/sql.hpp"
#include "platform/db/filtered.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>

namespace hoshuban::due {
namespace {

Due due_from(const db::Row& row)
{
    return {.contract = row.get<ContractId>("contract_id"),
        .id = row.get<DueId>("id"),
        .terms = {.kind = row.get<std::string>("kind"),
            .subject = {row.get<std::string>("subject_kind"), row.get<std::string>("subject_id")},
            .number = row.get<std::string>("number"),
            .title = row.get<std::string>("title"),
            .side = row.get<Side>("side"),
            .person = row.get<std::optional<PersonId>>("person_id"),
            .starts_at = row.get<Instant>("starts_at"),
            .due_at = row.get<Instant>("due_at"),
            .guide = row.get<bool>("guide")},
        .tells = {row.get<Instant>("half_at"), row.get<Instant>("near_at")}};
}

int percent_of(Stage stage)
{
    switch (stage) {
    case Stage::running:
        return 0;
    case Stage::half:
        return 50;
    case Stage::near:
        return 80;
    case Stage::passed:
        return 100;
    }
    return 0;
}

audit::Entry event_of(const Due& due, Stage stage, const audit::Cause& cause)
{
    auto entry =
        audit::entry(cause, due.contract, fmt::format("due.{}", name_of(stage)), audit::Subject{due.terms.subject});
    entry.reason = told_as(due.terms.kind);
    return entry;
}

}

void start_all(db::Tx& tx, const ContractId& contract, std::span<const Started> started)
{
    std::vector<std::vector<db::Param>> rows;
    rows.reserve(started.size());
    for (const auto& [id, due, calendar] : started) {
        const Escalations tells = escalations(due.starts_at, due.due_at, *calendar);
        rows.push_back({contract, id, due.kind, due.subject.kind, due.subject.id, due.number, due.title, due.side,
            due.person, due.starts_at, tells.half, tells.near, due.due_at, due.guide});
    }
    db::insert_many(tx, sql::start_due, rows);
}

void move_all(db::Tx& tx, const ContractId& contract, std::span<const Started> moved)
{
    std::vector<std::vector<db::Param>> rows;
    rows.reserve(moved.size());
    for (const auto& [id, due, calendar] : moved) {
        const Escalations tells = escalations(due.starts_at, due.due_at, *calendar);
        rows.push_back(
            {contract, id, due.number, due.title, due.starts_at, tells.half, tells.near, due.due_at, due.guide});
    }
    db::insert_many(tx, sql::move_due, rows);
}

OpenMoments open_moments(db::Reader& reader, const ContractId& contract, const SubjectRange& range)
{
    OpenMoments moments;
    reader.query(sql::list_open_moments, contract, range.kind, range.first, range.last)
        .for_each([&](const db::Row& row) {
            moments.emplace(std::pair{row.get<std::string>("kind"), row.get<std::string>("subject_id")},
                OpenMoment{row.get<DueId>("id"), row.get<Instant>("due_at")});
        });
    return moments;
}

void start(db::Tx& tx, const ContractId& contract, const DueId& id, const NewDue& due, const WorkingCalendar& calendar)
{
    const Escalations tells = escalations(due.starts_at, due.due_at, calendar);
    tx.execute(sql::start_due, contract, id, due.kind, due.subject.kind, due.subject.id, due.number, due.title,
        due.side, due.person, due.starts_at, tells.half, tells.near, due.due_at, due.guide);
}

void stop(db::Tx& tx, const ContractId& contract, std::string_view kind, const audit::Subject& subject, Instant now)
{
    tx.execute(sql::stop_due, contract, kind, subject.kind, subject.id, now);
}

void cancel(db::Tx& tx, const ContractId& contract, std::string_view kind, const audit::Subject& subject, Instant now)
{
    tx.execute(sql::cancel_due, contract, kind, subject.kind, subject.id, now);
}

std::vector<Due> open_of(db::Reader& reader, const ContractId& contract, const Filter& filter)
{
    const audit::Subject subject = filter.subject.value_or(audit::Subject{});
    const db::Filtered filtered{sql::open_dues,
        {contract, filter.side ? name_of(*filter.side) : std::string_view{}, subject.kind, subject.id, filter.limit}};
    return reader.query(filtered.query(), filtered.params()).map(due_from);
}

std::vector<ContractId> contracts_with(db::Reader& reader, std::string_view kind)
{
    return reader.query(sql::list_contracts_with, kind).map([](const db::Row& row) {
        return row.get<ContractId>("contract_id");
    });
}

int take_escalations(db::Tx& tx, Instant now, int limit)
{
    Actor program;
    program.origin = Origin::job;
    const audit::Cause cause{program, now};
    std::vector<audit::Entry> events;
    for (const Due& due : tx.query(sql::reached_dues, now, limit).map(due_from)) {
        const Stage reached = stage(due, now);
        // Another process may have told it between the question and this.
        if (tx.execute(sql::tell_due, due.contract, due.id, percent_of(reached), next_after(due, reached)) == 1)
            events.push_back(event_of(due, reached, cause));
    }
    audit::record_all(tx, events);
    return static_cast<int>(events.size());
}

}
