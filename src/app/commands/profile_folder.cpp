#include "app/commands/profile_folder.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace hoshuban {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 20u << 20;
constexpr std::size_t most_files = 500;

std::unexpected<Error> no_folder(const fs::path& folder)
{
    return fail(ErrorKind::not_found, "contract/no_folder",
        {fmt::format("フォルダー {} を読めません。", folder.string()),
            fmt::format("cannot read the folder {}", folder.string())});
}

std::unexpected<Error> too_large(const fs::path& folder)
{
    return fail(ErrorKind::too_large, "contract/folder_too_large",
        {fmt::format(
             "フォルダー {} は大きすぎます（{}ファイル、{}MBまで）。", folder.string(), most_files, most_bytes >> 20),
            fmt::format("the folder {} is too large (at most {} files, {} MB)", folder.string(), most_files,
                most_bytes >> 20)});
}

}

Result<contract::ProfileFiles> read_profile_folder(const fs::path& folder)
{
    std::error_code error;
    fs::recursive_directory_iterator entries(folder, error);
    contract::ProfileFiles files;
    std::uintmax_t bytes = 0;
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        const fs::directory_entry& entry = *entries;
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.') && entry.is_directory())
            entries.disable_recursion_pending();
        if (name.starts_with('.') || entry.is_symlink() || !entry.is_regular_file())
            continue;
        bytes += entry.file_size();
        if (bytes > most_bytes || files.size() >= most_files)
            return too_large(folder);
        std::ifstream in(entry.path(), std::ios::binary);
        files[fs::relative(entry.path(), folder).generic_string()] =
            std::string(std::istreambuf_iterator<char>(in), {});
    }
    if (error)
        return no_folder(folder);
    return files;
}

}
