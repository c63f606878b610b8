#include "formats/ldif.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <cstdint>

using namespace hoshuban;

/// Every attribute has a name and can be shown as text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto entries = ldif::parse({reinterpret_cast<const char*>(data), size});
    if (!entries)
        return 0;
    for (const ldif::Entry& entry : *entries) {
        for (const ldif::Attribute& attribute : entry.attributes) {
            if (attribute.name.empty())
                __builtin_trap();
            for (const FoundFlaw& found : find_flaws(ldif::to_text(attribute))) {
                if (found.flaw == TextFlaw::broken_utf8 || found.flaw == TextFlaw::nul)
                    __builtin_trap();
            }
        }
    }
    return 0;
}
