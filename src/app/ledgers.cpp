#include "app/ledgers.hpp"

#include "features/recovery/ledger_check_job.hpp"
#include "features/work_request/ledger_check_job.hpp"

namespace hoshuban {

const std::vector<audit::LedgerCheck>& ledger_checks()
{
    static const std::vector<audit::LedgerCheck> checks{work_request::verify_ledger, recovery::verify_ledger};
    return checks;
}

}
