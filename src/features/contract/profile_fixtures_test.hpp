#pragma once
#include "features/contract/profile_doc.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

/// The profiles of contracts/ for tests, read once.
namespace hoshuban::test {

inline std::filesystem::path contracts_folder()
{
    return std::filesystem::path(HOSHUBAN_SOURCE_DIR) / "contracts";
}

inline contract::ProfileFiles profile_files(const std::string& id)
{
    contract::ProfileFiles files;
    const auto folder = contracts_folder() / id;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files[std::filesystem::relative(entry.path(), folder).generic_string()] =
            std::string(std::istreambuf_iterator<char>(in), {});
    }
    return files;
}

inline const contract::Profile& profile(const std::string& id)
{
    static std::map<std::string, contract::Profile> read;
    const auto found = read.find(id);
    if (found != read.end())
        return found->second;
    auto profile = contract::read_profile(profile_files(id));
    if (!profile)
        throw std::runtime_error(profile.error().fields.at(0).text.en);
    return read.emplace(id, std::move(*profile)).first->second;
}

/// The shipped contracts by their year.
namespace ids {

inline constexpr const char* r3 = "sapporo-r3-mynumber-centre";
inline constexpr const char* other = "other-city-r6-terminals";
inline constexpr const char* r5 = "sapporo-r5-core-terminals";
inline constexpr const char* r6 = "sapporo-r6-juki-cs";
inline constexpr const char* r7 = "sapporo-r7-juki-cs";

}

}
