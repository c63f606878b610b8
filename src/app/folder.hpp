#pragma once
#include "core/result.hpp"

#include <filesystem>

namespace hoshuban {

/// Creates the folder with everything above it; fails with its name when it cannot be made or written to.
Result<void> make_folder(const std::filesystem::path&);
/// The same for the folder that a file is to stand in.
Result<void> make_folder_of(const std::filesystem::path& file);

}
