#include "app/folder.hpp"

#include <cerrno>
#include <fmt/format.h>
#include <unistd.h>

namespace hoshuban {

Result<void> make_folder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error && ::access(folder.c_str(), W_OK | X_OK) != 0)
        error.assign(errno, std::generic_category());
    if (!error)
        return {};
    return fail(ErrorKind::unavailable, "app/folder",
        {fmt::format("フォルダー「{}」に書き込めません: {}", folder.string(), error.message()),
            fmt::format("cannot write to the folder \"{}\": {}", folder.string(), error.message())});
}

Result<void> make_folder_of(const std::filesystem::path& file)
{
    return make_folder(std::filesystem::absolute(file).parent_path());
}

}
