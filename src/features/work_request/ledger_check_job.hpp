#pragma once
#include "features/audit/ledger_check.hpp"

namespace hoshuban::work_request {

/// Compares every work request of a contract, with its files, with what its events tell.
audit::LedgerVerification verify_ledger(db::Reader&, const ContractId&);

}
