#pragma once
#include "features/audit/ledger_check.hpp"

namespace hoshuban::recovery {

/// Compares every edition of a contract's recovery media with what its events tell. Its papers, media and units have
/// ledgers of their own.
audit::LedgerVerification verify_ledger(db::Reader&, const ContractId&);

}
