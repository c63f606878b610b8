#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban {

/// Where the next page of a list begins: the keys of the last row, as a text that clients hand back unread.
std::string cursor_of(const std::vector<std::string>& keys);

/// The keys of a cursor; refuses with `list/cursor` what is none, or holds another number of keys.
Result<std::vector<std::string>> cursor_keys(std::string_view cursor, std::size_t count);

}
