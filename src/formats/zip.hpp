#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace hoshuban::zip {

/// What an archive from outside may cost. Sizes are counted while expanding; the archive's own statements are not
/// trusted.
struct Limits {
    std::size_t archive_bytes = std::size_t{20} << 20;
    std::size_t entries = 1'000;
    std::uint64_t entry_bytes = std::uint64_t{512} << 20;
    std::uint64_t total_bytes = std::uint64_t{768} << 20;
    std::uint64_t ratio = 200; ///< expanded to packed, from `ratio_free_bytes` on
    std::uint64_t ratio_free_bytes = std::uint64_t{1} << 20;
};

/// A ZIP archive in memory, read only. Entries that are encrypted, packed by anything but deflate, named twice, or
/// named with a way out of the archive (`../`, `/`, `\`) make the whole archive refused.
class Archive {
public:
    using Consumer = std::function<Result<void>(std::string_view chunk)>;

    /// `bytes` must outlive the archive.
    static Result<Archive> open(std::string_view bytes, const Limits& limits = {});

    /// Part names are compared without regard to ASCII case, as in Office files.
    bool has(const std::string& name) const;
    Result<std::string> read(const std::string& name);
    /// Expand one entry piece by piece.
    Result<void> stream(const std::string& name, const Consumer&);

private:
    struct Close {
        void operator()(::zip*) const;
    };

    Archive(::zip* archive, const Limits& limits)
        : m_archive(archive)
        , m_limits(limits)
    {
    }

    std::unique_ptr<::zip, Close> m_archive;
    Limits m_limits;
    std::uint64_t m_expanded = 0;
};

}
