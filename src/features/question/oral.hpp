#pragma once
#include "features/contract/profile.hpp"

#include <string>
#include <vector>

namespace hoshuban::question {

/// Whether the contract knows confirmations by word of mouth at all.
bool knows_oral(const contract::Profile&);

/// Whether this one may be recorded (AUT-22, QNA-05). A contract that has a kind of approval for it wants that to be in
/// force: `granted` names the kinds that are. Others allow it for minor matters, or not at all; a refusal names the
/// clause.
Result<void> check_oral(const contract::Profile&, bool minor, const std::vector<std::string>& granted);

}
