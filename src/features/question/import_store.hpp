#pragma once
#include "features/question/conduct_store.hpp"
#include "features/question/question_import.hpp"
#include "features/work_request/reach.hpp"

namespace hoshuban::question {

/// Compares the rows of a file with the ledger; one pass over the questions, one over the requests it names.
ImportPlan plan_file(db::Reader&, const audit::Cause&, const work_request::Reach&, const std::vector<ImportedRow>&);

/// What was written.
struct SavedImport {
    int created = 0;
    int changed = 0;
};

/// Carries out the new and changed rows of a plan, in the caller's transaction. Refused rows are left out: the caller
/// has asked the person before.
Result<SavedImport> save_plan(db::Tx&, const Terms&, const audit::Cause&, const ImportPlan&, const std::string& reason);

}
