#pragma once
#include "core/result.hpp"

#include <filesystem>

namespace hoshuban {

class Program;

/// Loads every profile folder below `contracts` that is not stored in this version yet. One wrong profile stops the
/// start: half a set of contracts would be worse than none.
Result<void> load_contracts(Program&, const std::filesystem::path& contracts);

}
