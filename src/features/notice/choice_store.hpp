#pragma once
#include "features/notice/choice.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::notice {

/// What people of a contract chose; who chose nothing is not there.
std::map<PersonId, Choice> choices(db::Reader&, const ContractId&);
/// What one person chose, or what his roles begin with.
Choice choice_of(db::Reader&, const ContractId&, const PersonId&, const std::vector<Role>&);

/// Replaces the choice of the version that was read (1: none yet); 412 when another window was faster.
Result<Choice> save(db::Tx&, const ContractId&, const PersonId&, Choice);

}
