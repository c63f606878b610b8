#pragma once
#include "core/result.hpp"
#include "formats/registry_value.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hoshuban::registry {

/// A key of an export and its values in their order.
struct ExportedKey {
    std::string path; ///< `HKEY_LOCAL_MACHINE\SOFTWARE\…`
    std::vector<Value> values = {};

    bool operator==(const ExportedKey&) const = default;
};

/// Reads what `reg export` and regedit write (.reg, version 5.00 and REGEDIT4). Refuses, with its line, what is no such
/// line; and lines that would delete, which no export has.
Result<std::vector<ExportedKey>> read_reg_file(std::string_view bytes);

}
