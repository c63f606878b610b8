#pragma once
#include "features/audit/audit.hpp"
#include "features/device/movement.hpp"
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

struct ListedMovement {
    Movement movement;
    std::string device_number;
    std::string model;
    std::string from_site_name;
    std::string site_name;
    std::string request_number;
};

struct MovementPage {
    std::vector<ListedMovement> movements;
    std::string next; ///< cursor; empty at the end
};

/// The newest first; those of one unit when `device` names it.
Result<MovementPage> list_movements(
    db::Reader&, const ContractId&, const std::string& device, std::string_view cursor, int limit);

}
