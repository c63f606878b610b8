#pragma once
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>

namespace hoshuban::contract {

/// The next running number of a series in a year; gap-free, because it is given out in the transaction that uses it.
int next_number(db::Tx&, const ContractId&, std::string_view series, int year);
/// A number entered from outside is never given out again.
void raise_number(db::Tx&, const ContractId&, std::string_view series, int year, int sequence);

/// The next number of the series as it is printed, for a thing entered on this day. Refused with `contract/no_series`
/// when the contract has no such series or the city gives its numbers.
Result<std::string> numbered(db::Tx&, const Profile&, std::string_view series, LocalDay);

}
