#pragma once
#include "core/result.hpp"

#include <string>

namespace hoshuban::attachment {

/// How an upload is refused that the scanner could not look at, for this reason.
Error not_scanned(const Text& reason);
/// How an upload of this name is refused in which the scanner found something.
Error infected(const std::string& name, const std::string& threat);

}
