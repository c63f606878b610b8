#pragma once
#include "features/audit/ledger_check.hpp"

namespace hoshuban {

/// The ledgers that are compared with their events, one of every feature that keeps one.
const std::vector<audit::LedgerCheck>& ledger_checks();

}
