#pragma once
#include "core/result.hpp"

#include <filesystem>
#include <string>

namespace hoshuban {

/// The 32 bytes of a key file. A file that is missing is made, readable for its owner only; one that others can read
/// is refused, because it may be known already.
Result<std::string> key_of(const std::filesystem::path&);

}
