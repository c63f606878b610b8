#pragma once
#include "features/audit/audit.hpp"
#include "features/device/listed_movement.hpp"
#include "features/device/movement_filter.hpp"
#include "platform/db/database.hpp"

#include <span>
#include <vector>

namespace hoshuban::device {

/// Records moves whose courses are stored already: the ledger of movements and an event each, with few statements.
void record_movements(db::Tx&, const ContractId&, const audit::Cause&, std::span<const Movement>);

/// Moves a unit: its course, the ledger of movements and the event, in one transaction. The move is one that was taken.
Result<Movement> move(db::Tx&, const ContractId&, const audit::Cause&, Movement);

/// Exchanges a unit for a spare: two movements of one act and one event each (LOC-09).
struct ExchangeIds {
    MovementId failed;
    MovementId spare;
};
Result<std::vector<Movement>> exchange(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId& failed,
    const DeviceId& spare, const Exchange&, const ExchangeIds&);

struct MovementPage {
    std::vector<ListedMovement> movements;
    std::string next; ///< cursor; empty at the end
};

/// The newest first. A cursor belongs to the filter that it was made with.
Result<MovementPage> list_movements(
    db::Reader&, const ContractId&, const MovementFilter&, std::string_view cursor, int limit);

/// Who entered movements, each name once in its order; at most `limit`.
std::vector<std::string> list_movers(db::Reader&, const ContractId&, int limit);

}
