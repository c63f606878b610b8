#include "formats/audit_policy.hpp"

#include <cstdint>

using namespace hoshuban;

/// Whatever is accepted names a subcategory by its GUID and a setting that exists.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto settings = windows::read_audit_policy({reinterpret_cast<const char*>(data), size});
    if (!settings)
        return 0;
    for (const windows::AuditSetting& setting : *settings) {
        if (setting.guid.size() != 38 || setting.setting < 0 || setting.setting > 15)
            __builtin_trap();
    }
    return 0;
}
