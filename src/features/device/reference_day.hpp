#pragma once
#include "features/contract/profile.hpp"

namespace hoshuban::device {

/// Refuses a reference day outside the contract and one to come: of an edition, and of a list that comes in.
Result<void> check_reference_day(const contract::Profile&, LocalDay, LocalDay today);

}
