#pragma once
#include "core/result.hpp"

#include <string_view>

namespace hoshuban::account {

inline constexpr std::size_t shortest_password = 12;
inline constexpr std::size_t longest_password = 200;

/// Length is what counts; no mixture of characters is demanded. Refused are the user ID or the person's name with
/// little around it, few different characters, rows of the keyboard or of numbers, and passwords everybody tries first.
/// `field` is the path of the wrong input.
Result<void> check_password(
    std::string_view password, std::string_view login, std::string_view name, std::string_view field);

}
