#pragma once
#include "core/result.hpp"
#include "core/role.hpp"
#include "features/people/worker.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <vector>

namespace hoshuban::people {

/// Everybody who was ever announced in the contract, with all changes and trainings: three queries.
std::vector<Worker> list_workers(db::Reader&, const ContractId&);
/// Those who are assigned to a request.
std::vector<Worker> workers_of_request(db::Reader&, const ContractId&, const WorkRequestId&);
/// `not_found` when there is none.
Result<Worker> get_worker(db::Reader&, const ContractId&, const WorkerId&);
/// `get_worker`, and refuse when the caller saw another version (412).
Result<Worker> get_version(db::Reader&, const ContractId&, const WorkerId&, int version);

void insert(db::Tx&, const Worker&, Instant now);
/// Stores account and pledge of the version that was read; the worker with its new version, or 412.
Result<Worker> update(db::Tx&, Worker);
void insert(db::Tx&, const Worker&, const RosterChange&);
void insert(db::Tx&, const Worker&, const Training&, const Actor&, Instant now);

/// A change and whose it is.
struct FoundChange {
    WorkerId worker;
    RosterChange change;
};
std::optional<FoundChange> find_change(db::Reader&, const ContractId&, const RosterChangeId&);
/// Stores the standing of a change that was announced, with the day on which it takes effect now; whether it was still
/// open.
enum class Settling { done, was_settled };
Settling settle(db::Tx&, const ContractId&, const RosterChange&);

/// A demand of the city about a worker who is clearly unsuitable, and what came of it (PPL-11).
struct Demand {
    DemandId id;
    std::string reason;
    Instant demanded_at;
    std::string demanded_by;
    std::string answer = {};
    std::optional<Instant> answered_at = {};
    std::string answered_by = {};
    std::optional<Instant> closed_at = {};
};
std::vector<Demand> demands_of(db::Reader&, const ContractId&, const WorkerId&);
void insert(db::Tx&, const Worker&, const Demand&, const PersonId&);
/// Refuses a demand that is not there or closed.
Result<void> answer_demand(db::Tx&, const Worker&, const Demand&);
/// Refuses a demand that is not there, not answered or closed.
Result<void> close_demand(db::Tx&, const Worker&, const DemandId&, Instant now);

}
