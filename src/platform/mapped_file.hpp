#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace hoshuban {

/// A file of which the pages come into memory as they are read. It must not be cut off meanwhile.
class MappedFile {
public:
    static Result<MappedFile> open(const std::filesystem::path&);
    ~MappedFile();
    MappedFile(MappedFile&&) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;

    std::string_view bytes() const { return bytes_; }

    /// Gives back the memory of a part that will not be read again soon; it stays readable.
    void release(std::size_t begin, std::size_t end) const;

private:
    explicit MappedFile(std::string_view bytes)
        : bytes_{bytes}
    {
    }

    std::string_view bytes_;
};

}
