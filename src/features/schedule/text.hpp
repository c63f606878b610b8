#pragma once
#include "core/result.hpp"

#include <string_view>

namespace hoshuban::schedule {

/// Refuses a text that may not be stored; names its field.
Result<void> check_text(std::string_view field, std::string_view text);

}
