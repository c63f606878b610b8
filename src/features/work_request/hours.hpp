#pragma once
#include "core/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace hoshuban::work_request {

/// Effort in tenths of an hour: the form prints one decimal (`20.0`).
struct Hours {
    int tenths = 0;

    auto operator<=>(const Hours&) const = default;
};

inline constexpr int most_tenths = 99'999;

/// `20.0`
std::string to_text(Hours);
/// Reads `20`, `20.0`, `5.5`; at most one decimal, 0 to 9999.9.
Result<Hours> parse_hours(std::string_view);

}
