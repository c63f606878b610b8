#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <string>

namespace hoshuban::visit {

/// The failure of one field, in words for who typed it.
std::unexpected<Error> refused_at(
    const std::string& field, const std::string& code, const Text&, ErrorKind = ErrorKind::invalid);

/// A moment as people read it: `2026-05-01 09:00`.
std::string clock_of(Instant);

}
