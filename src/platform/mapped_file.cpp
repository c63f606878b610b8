#include "platform/mapped_file.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace hoshuban {
namespace {

std::unexpected<Error> unreadable(const std::filesystem::path& path, int error)
{
    const std::string reason = std::system_category().message(error);
    return fail(ErrorKind::not_found, "file/unreadable",
        {fmt::format("「{}」を開けません: {}", path.string(), reason),
            fmt::format("cannot open \"{}\": {}", path.string(), reason)});
}

}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return unreadable(path, errno);
    struct stat facts { };
    const int error = ::fstat(file, &facts) != 0 ? errno : S_ISREG(facts.st_mode) ? 0 : EINVAL;
    const auto size = static_cast<std::size_t>(facts.st_size);
    if (error != 0 || size == 0) {
        ::close(file);
        return error != 0 ? Result<MappedFile>{unreadable(path, error)} : Result<MappedFile>{MappedFile{{}}};
    }
    void* const pages = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    const int failed = pages == MAP_FAILED ? errno : 0;
    ::close(file);
    if (failed != 0)
        return unreadable(path, failed);
    ::madvise(pages, size, MADV_SEQUENTIAL);
    return MappedFile{{static_cast<const char*>(pages), size}};
}

MappedFile::~MappedFile()
{
    if (!bytes_.empty())
        ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_{std::exchange(other.bytes_, {})}
{
}

void MappedFile::release(std::size_t begin, std::size_t end) const
{
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    begin = (begin + page - 1) / page * page;
    end = std::min(end, bytes_.size()) / page * page;
    if (begin < end)
        ::madvise(const_cast<char*>(bytes_.data()) + begin, end - begin, MADV_DONTNEED);
}

}
