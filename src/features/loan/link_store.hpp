#pragma once
#include "features/device/neighbours.hpp"
#include "features/loan/link.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <span>
#include <vector>

namespace hoshuban::loan {

/// Stores what a loan leads to. Refuses a unit or a medium that is out on another loan (`loan/linked_already`).
Result<void> put_link(db::Tx&, const Loan&, Instant now);

/// What loans lead to, as the registers have it on a day; those that lead to nothing are left out.
std::map<LoanId, Linked> linked_of(db::Reader&, const ContractId&, std::span<const Loan>, LocalDay);

/// The units that loans were linked to since a moment.
std::vector<device::BuiltUpon> built_since(db::Reader&, const ContractId&, Instant);

}
