#include "formats/reg_file.hpp"

#include <cstdint>

using namespace hoshuban;

/// What is read is no longer than what was there; a refusal says why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto keys = registry::read_reg_file({reinterpret_cast<const char*>(data), size});
    if (!keys) {
        if (keys.error().code.empty() || keys.error().text.ja.empty())
            __builtin_trap();
        return 0;
    }
    std::size_t read = 0;
    for (const registry::ExportedKey& key : *keys) {
        if (key.path.empty())
            __builtin_trap();
        for (const registry::Value& value : key.values)
            read += value.name.size() + value.data.size() + registry::to_text(value).size();
    }
    if (read > 16 * size)
        __builtin_trap();
    return 0;
}
