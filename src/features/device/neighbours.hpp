#pragma once
#include "features/device/medium_editions.hpp"

#include <optional>
#include <vector>

namespace hoshuban::device {

/// What another ledger built upon a unit, as people call it: 修理 R25-001.
struct BuiltUpon {
    DeviceId device = {};
    Text what = {};
};

using BuiltSince = std::function<std::vector<BuiltUpon>(db::Reader&, const ContractId&, Instant)>;

/// The spares of a model that come to an end.
struct SparesLow {
    std::string model = {};
    int spares = 0; ///< that are left
    std::optional<LocalDay> runs_out_on = {}; ///< if it goes on as it went; none: nothing was swapped before
};

/// What the register asks of the rooms whose ledgers build upon it.
struct Neighbours {
    MediumEditions media = {};
    /// After an exchange: tells who signs for the contractor when the spares of the model come to an end (SPR-13), and
    /// what to say to who entered the exchange; nothing as long as there are enough.
    std::function<Result<std::optional<SparesLow>>(
        db::Tx&, const contract::Profile&, const audit::Cause&, const DeviceId& spare)>
        spare_taken = {};
    /// What was built upon units since a moment, by other ledgers; the register's own events are not among them.
    BuiltSince built_since = {};
};

}
