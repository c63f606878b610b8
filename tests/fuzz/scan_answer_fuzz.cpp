#include "platform/scan/answer.hpp"

#include <cstdint>

using namespace hoshuban;

/// Only the one text for it is clean, and whatever is infected or an engine can be said again and is read the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const scan::Finding finding = scan::read_finding(bytes);
    if ((finding.verdict == scan::Verdict::clean) != (bytes == std::string_view{"stream: OK\0", 11}))
        __builtin_trap();
    if (finding.verdict == scan::Verdict::infected && bytes != "stream: " + finding.threat + " FOUND" + '\0')
        __builtin_trap();
    if (finding.verdict == scan::Verdict::failed && (finding.reason.ja.empty() || finding.reason.en.empty()))
        __builtin_trap();
    const auto engine = scan::read_engine(bytes);
    if (engine &&
        (!engine->name.starts_with("ClamAV ") || engine->signatures.empty() == engine->signatures_on.has_value()))
        __builtin_trap();
    return 0;
}
