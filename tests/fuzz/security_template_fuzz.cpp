#include "formats/security_template.hpp"

#include <cstdint>

using namespace hoshuban;

/// Every setting stands below a section and has a key or a value.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto settings = windows::read_security_template({reinterpret_cast<const char*>(data), size});
    if (!settings)
        return 0;
    for (const windows::PolicySetting& setting : *settings) {
        if (setting.key.find('\n') != std::string::npos || setting.value.find('\n') != std::string::npos)
            __builtin_trap();
    }
    return 0;
}
