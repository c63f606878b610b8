#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban {

/// Ids in one column of one row: `,a,b,` keeps each findable as `,a,`. Empty for none.
std::string packed(const std::vector<std::string>& ids);
/// What `packed` packed.
std::vector<std::string> unpacked(std::string_view);

}
