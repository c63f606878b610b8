#pragma once
#include "core/time.hpp"

#include <optional>

namespace hoshuban::account {

/// How often in a row a password was wrong, and until when none is tried.
struct Lockout {
    int failures = 0;
    std::optional<Instant> failed_at = {};
    std::optional<Instant> locked_until = {};

    bool operator==(const Lockout&) const = default;
};

bool is_locked(const Lockout&, Instant now);

/// After five failures in a row the account waits 1, 2, 4 … minutes, at most 30, after each further one. A day without
/// failures forgets them.
Lockout after_failure(const Lockout&, Instant now);

}
