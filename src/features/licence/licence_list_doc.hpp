#pragma once
#include "core/language.hpp"
#include "features/licence/licence.hpp"

#include <string>
#include <vector>

namespace hoshuban::licence {

/// The register as a workbook, as of the day of `now`; each row carries the id of its contract and licence.
Result<std::string> licence_workbook(const std::vector<Licence>&, Language, Instant now);

}
