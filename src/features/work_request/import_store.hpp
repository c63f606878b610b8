#pragma once
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/work_request/work_request_import.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hoshuban {
class Clock;
}

namespace hoshuban::work_request {

/// Who imports into which contract.
struct Importer {
    const contract::Profile& profile;
    const Actor& actor;
    LocalDay today;
};

/// Compare the rows of a file with the ledger; one pass over the contract's requests.
ImportPlan plan_file(db::Reader&, const Importer&, const std::vector<ImportedRow>&);

/// What was written.
struct SavedImport {
    int created = 0;
    int changed = 0;
};

/// Builds the event of one saved row; `before` is null for a new one.
using ImportEntry = std::function<audit::Entry(const WorkRequest* before, const WorkRequest& after)>;

/// Store the created and changed rows of a plan with their events, in the caller's transaction. Refused rows are left
/// out: the caller has asked the person before.
Result<SavedImport> save_plan(db::Tx&, const contract::Profile&, const ImportPlan&, const Clock&, const ImportEntry&);

}
