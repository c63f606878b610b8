#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <string>
#include <utility>
#include <vector>

namespace hoshuban::zip {

/// The parts of an archive in the order in which they are stored: name and bytes.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive in memory. The same parts at the same instant give the same bytes. Fails with `zip/write` when the
/// archive cannot be made.
Result<std::string> pack(const Parts&, Instant modified);

}
