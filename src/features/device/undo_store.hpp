#pragma once
#include "features/device/neighbours.hpp"
#include "features/device/undo.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <set>
#include <span>
#include <vector>

namespace hoshuban::device {

/// Records an act and how its units were before it, in the transaction of the act itself and after its rows.
void record_act(db::Tx&, const ContractId&, const audit::Cause&, const RegisterAct&, std::span<const UnitBefore>);

/// The newest acts first.
std::vector<RegisterAct> list_acts(db::Reader&, const ContractId&, int limit);
Result<RegisterAct> get_act(db::Reader&, const ContractId&, const ActId&);

/// An act that was taken back.
struct Undone {
    RegisterAct act = {};
    std::set<std::string> divisions = {}; ///< of its units, as they are again
};

/// Takes an act back: every unit stands again where it stood and is again what it was; units that came into the
/// register by it leave it. Movements back and events are added, nothing is wiped out. Refuses what check_undo refuses,
/// and an act on which something builds (`device/built_upon`, with the units and what happened to them since, here or
/// in the ledgers that `built_since` asks).
Result<Undone> undo(db::Tx&, const ContractId&, const audit::Cause&, const ActId&, const Undoer&,
    const std::string& written, const std::function<std::string()>& new_id, const BuiltSince& built_since);

}
