#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hoshuban::evtx {

/// Where a fragment stands in its chunk, and whether it is the definition of a template.
struct Fragment {
    std::string_view chunk;
    std::size_t begin;
    std::size_t end;
    bool definition;
};

/// The head of a template with its values.
struct InstanceHead {
    std::uint32_t definition = 0; ///< offset of the template in the chunk; 0: broken
    std::size_t values = 0; ///< offset of the count of values
};
/// `at` is behind the token.
InstanceHead read_instance_head(std::string_view chunk, std::size_t at);

/// Where the fragment of a template lies whose definition stands at `offset`; ends before it begins when it is broken.
Fragment fragment_of_definition(std::string_view chunk, std::uint32_t offset);

}
