#pragma once
#include "features/gate/start.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <vector>

namespace hoshuban::gate {

void insert(db::Tx&, const StartRecord&);
void insert(db::Tx&, const ContractId&, const Duty&);
std::optional<StartRecord> find(db::Reader&, const ContractId&, const StartId&);
std::optional<StartRecord> start_of(db::Reader&, const ContractId&, const WorkRequestId&);
/// The emergency starts of a contract, the last first.
std::vector<StartRecord> emergencies(db::Reader&, const ContractId&, int limit);
/// Keeps the instruction as it was told again, and where it waits to be confirmed.
void tell_again(db::Tx&, const StartRecord&);
/// Whether the request was worked on when starts began to be recorded here.
bool began_before_gates(db::Reader&, const ContractId&, const WorkRequestId&);
/// Gives an emergency start the request that was written afterwards. Fails when it has one.
Result<void> link(db::Tx&, const ContractId&, const StartId&, const WorkRequestId&);

/// Open and closed ones, the first due first.
std::vector<Duty> duties(db::Reader&, const ContractId&, const StartId&);
/// The duties of the emergency starts that `emergencies` gives.
std::vector<Duty> duties_of_emergencies(db::Reader&, const ContractId&, int limit);
/// Whether it was open.
bool close(db::Tx&, const ContractId&, const Duty&, Instant now);

/// A start with an open duty, in whichever contract.
struct Owing {
    ContractId contract;
    StartId start;
};
std::vector<Owing> starts_that_owe(db::Reader&, int limit);

}
