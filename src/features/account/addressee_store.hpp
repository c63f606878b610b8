#pragma once
#include "features/account/addressee.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::account {

/// Everybody with a role in force in the contract on the day, without those who are disabled.
std::vector<Addressee> addressees(db::Reader&, const ContractId&, LocalDay);

}
