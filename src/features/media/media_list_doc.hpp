#pragma once
#include "core/language.hpp"
#include "features/media/medium.hpp"

#include <string>
#include <vector>

namespace hoshuban::media {

/// The register as a workbook.
Result<std::string> media_workbook(const std::vector<Medium>&, bool check_required, Language, Instant now);

}
