#include "features/account/session.hpp"

namespace hoshuban::account {

bool is_over(const Session& session, const SessionLimits& limits, Instant now)
{
    return now - session.last_seen_at >= limits.idle || now - session.started_at >= limits.absolute;
}

bool is_seen_stale(const Session& session, Instant now)
{
    return now - session.last_seen_at >= std::chrono::minutes{1};
}

}
