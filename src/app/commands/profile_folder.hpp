#pragma once
#include "features/contract/profile_doc.hpp"

#include <filesystem>

namespace hoshuban {

/// Reads the files of a profile folder, however wrong they are; only a folder that cannot be read, or that is larger
/// than a profile ever is, fails. Hidden files and links are left out.
Result<contract::ProfileFiles> read_profile_folder(const std::filesystem::path&);

}
