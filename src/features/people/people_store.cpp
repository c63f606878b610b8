#include "features/people/people_store.hpp"

#include "features/people/row_store.hpp"
#include "features/people/sql.hpp"

#include <fmt/format.h>
#include <unordered_map>

namespace hoshuban::people {
namespace {

// Puts changes and trainings to the workers they belong to.
std::vector<Worker> joined(std::vector<Worker> workers, db::Rows changes, db::Rows trainings)
{
    std::unordered_map<std::string, Worker*> by_id;
    for (Worker& worker : workers)
        by_id.emplace(worker.id.text, &worker);
    changes.for_each(
        [&](const db::Row& row) { by_id.at(row.get<std::string>("worker_id"))->changes.push_back(change_from(row)); });
    trainings.for_each([&](const db::Row& row) {
        by_id.at(row.get<std::string>("worker_id"))->trainings.push_back(training_from(row));
    });
    return workers;
}

std::unexpected<Error> no_such_demand()
{
    return fail(ErrorKind::conflict, "people/demand_closed",
        {"この求めには、いまはできない操作です。最新の内容を確かめてください。",
            "this cannot be done with the demand now: look at its present state"});
}

}

std::vector<Worker> list_workers(db::Reader& reader, const ContractId& contract)
{
    auto workers = reader.query(sql::list_workers, contract).map(worker_from);
    return joined(
        std::move(workers), reader.query(sql::list_changes, contract), reader.query(sql::list_trainings, contract));
}

std::vector<Worker> workers_of_request(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    auto workers = reader.query(sql::workers_of_request, contract, request).map(worker_from);
    return joined(std::move(workers), reader.query(sql::changes_of_request, contract, request),
        reader.query(sql::trainings_of_request, contract, request));
}

Result<Worker> get_worker(db::Reader& reader, const ContractId& contract, const WorkerId& id)
{
    auto worker = reader.query(sql::find_worker, contract, id).one_or_none(worker_from);
    if (!worker) {
        return fail(ErrorKind::not_found, "people/no_worker",
            {"名簿に登録されていない人です。先に登録を届け出てください。",
                "this person is not on the roster: announce the entry first"});
    }
    worker->changes = reader.query(sql::changes_of_worker, contract, id).map(change_from);
    worker->trainings = reader.query(sql::trainings_of_worker, contract, id).map(training_from);
    return *std::move(worker);
}

Result<Worker> get_version(db::Reader& reader, const ContractId& contract, const WorkerId& id, int version)
{
    TRY_ASSIGN(auto worker, get_worker(reader, contract, id));
    if (worker.version != version) {
        return fail(ErrorKind::precondition, "people/changed",
            {"ほかの人が先に変更しました。最新の内容を確かめてください。",
                "somebody else changed this first: look at the present content"});
    }
    return worker;
}

void insert(db::Tx& tx, const Worker& worker, Instant now)
{
    tx.execute(sql::insert_worker, worker.contract_id, worker.id, worker.person, worker.pledged_on, now);
}

Result<Worker> update(db::Tx& tx, Worker worker)
{
    const auto updated =
        tx.execute(sql::update_worker, worker.contract_id, worker.id, worker.version, worker.person, worker.pledged_on);
    if (updated == 0) {
        return fail(ErrorKind::precondition, "people/changed",
            {"ほかの人が先に変更しました。最新の内容を確かめてください。",
                "somebody else changed this first: look at the present content"});
    }
    ++worker.version;
    return worker;
}

void insert(db::Tx& tx, const Worker& worker, const RosterChange& change)
{
    const Entry& entry = change.entry;
    tx.execute(sql::insert_change, worker.contract_id, change.id, worker.id, change.sequence, change.kind,
        change.takes_effect_on, entry.name, entry.kana, entry.company, entry.subcontractor, packed(entry.duties),
        entry.work, entry.assets, entry.contact, change.reason, change.emergency, change.city_request,
        change.reported_on, change.needs_grant, change.standing, change.approval_number, change.announced_at,
        change.announced_by, change.announced_by_name);
}

void insert(db::Tx& tx, const Worker& worker, const Training& training, const Actor& actor, Instant now)
{
    tx.execute(sql::insert_training, worker.contract_id, training.id, worker.id, training.subject, training.held_on,
        training.result, training.note, now, actor.person, actor.name);
}

std::optional<FoundChange> find_change(db::Reader& reader, const ContractId& contract, const RosterChangeId& id)
{
    return reader.query(sql::find_change, contract, id).one_or_none([](const db::Row& row) {
        return FoundChange{row.get<WorkerId>("worker_id"), change_from(row)};
    });
}

Settling settle(db::Tx& tx, const ContractId& contract, const RosterChange& change)
{
    const auto settled = tx.execute(sql::settle_change, contract, change.id, change.standing, change.takes_effect_on,
        change.approval_number, change.settled_at);
    return settled == 0 ? Settling::was_settled : Settling::done;
}

std::vector<Demand> demands_of(db::Reader& reader, const ContractId& contract, const WorkerId& worker)
{
    return reader.query(sql::demands_of_worker, contract, worker).map([](const db::Row& row) {
        return Demand{.id = row.get<DemandId>("id"),
            .reason = row.get<std::string>("reason"),
            .demanded_at = row.get<Instant>("demanded_at"),
            .demanded_by = row.get<std::string>("demanded_by_name"),
            .answer = row.get<std::string>("answer"),
            .answered_at = row.get<std::optional<Instant>>("answered_at"),
            .answered_by = row.get<std::string>("answered_by_name"),
            .closed_at = row.get<std::optional<Instant>>("closed_at")};
    });
}

void insert(db::Tx& tx, const Worker& worker, const Demand& demand, const PersonId& person)
{
    tx.execute(sql::insert_demand, worker.contract_id, demand.id, worker.id, demand.reason, demand.demanded_at, person,
        demand.demanded_by);
}

Result<void> answer_demand(db::Tx& tx, const Worker& worker, const Demand& demand)
{
    if (tx.execute(sql::answer_demand, worker.contract_id, worker.id, demand.id, demand.answer, demand.answered_at,
            demand.answered_by) == 0)
        return no_such_demand();
    return {};
}

Result<void> close_demand(db::Tx& tx, const Worker& worker, const DemandId& demand, Instant now)
{
    if (tx.execute(sql::close_demand, worker.contract_id, worker.id, demand, now) == 0)
        return no_such_demand();
    return {};
}

}
