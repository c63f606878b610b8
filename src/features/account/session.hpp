#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <chrono>
#include <string>

namespace hoshuban::account {

/// How long a sign-in lasts. The idle limit is counted from the last request, to the minute.
struct SessionLimits {
    std::chrono::minutes idle{30};
    std::chrono::minutes absolute{12 * 60};
};

/// Limits as an installation sets them, in minutes: 5 to 1440 idle, 30 to 10080 in all, and not shorter in all than
/// idle.
Result<SessionLimits> session_limits(int idle, int absolute);

struct Session {
    std::string key; ///< SHA-256 of the token in the cookie; the token itself is not stored
    PersonId person;
    Instant started_at;
    Instant last_seen_at;
};

bool is_over(const Session&, const SessionLimits&, Instant now);

/// The time of the last request is written at most once a minute, so that a request normally writes nothing.
bool is_seen_stale(const Session&, Instant now);

}
