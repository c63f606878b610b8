#include "formats/zip.hpp"

#include <cstdint>

namespace archives = hoshuban::zip;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const archives::Limits limits{.archive_bytes = 1 << 20,
        .entries = 50,
        .entry_bytes = 1 << 20,
        .total_bytes = 2 << 20,
        .ratio_free_bytes = 1 << 16};
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    auto archive = archives::Archive::open(bytes, limits);
    if (!archive)
        return 0;
    for (const char* name : {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "a", "b"}) {
        const auto content = archive->read(name);
        if (content && content->size() > limits.entry_bytes)
            __builtin_trap();
    }
    return 0;
}
