#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "platform/db/database.hpp"

#include <map>

namespace hoshuban::device {

/// Keeps a change from leaving a unit at a site on days on which it is closed (SIT-02): made before the change, asked
/// after it, in one transaction. What stood there before the change is not held against it. A planned unit is not there
/// yet and may wait for a site to open.
class ClosedStays {
public:
    ClosedStays(db::Reader&, const ContractId&);

    /// Refuses (`device/site_closed`) when more stays are there than before.
    Result<void> check(db::Reader&) const;

private:
    ContractId contract_;
    int before_ = 0;
};

/// How many units stand at each site on a day or come there later; retired ones do not count. One query.
std::map<SiteId, int> units_since(db::Reader&, const ContractId&, LocalDay);

}
