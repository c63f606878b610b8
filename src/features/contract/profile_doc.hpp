#pragma once
#include "features/contract/profile.hpp"

#include <map>
#include <string>

namespace hoshuban::contract {

/// The files of a profile folder: path below the folder → bytes.
using ProfileFiles = std::map<std::string, std::string, std::less<>>;

/// Read and check a whole profile. On failure the error's `fields` hold every wrong place of every file, in the order
/// of the files: `contract.yaml:41: minutes.limit: expected a whole number, found "二日"`.
Result<Profile> read_profile(const ProfileFiles&);

/// Whether a profile folder may hold a file of this path: the known names, README.md, and anything below forms/.
bool is_profile_file(std::string_view path);

}
