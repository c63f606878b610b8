#pragma once
#include "features/account/account.hpp"
#include "features/audit/audit.hpp"

#include <map>
#include <string>

// What the events of this room say. None of it is secret: no password, no token, no link.
namespace hoshuban::account {

using Facts = std::map<std::string, std::string>;

Facts facts_of(const Person&);
Facts facts_of(const Member&);
Facts facts_of(const Token&);

/// Fills before and after with the facts that differ; facts that are only on one side stay there.
audit::Entry with_facts(audit::Entry, Facts before, Facts after);

}
