#include "features/account/session.hpp"

#include <fmt/format.h>

namespace hoshuban::account {

Result<SessionLimits> session_limits(int idle, int absolute)
{
    constexpr int least_idle = 5; // the last request is written to the minute
    constexpr int most_idle = 24 * 60;
    constexpr int least_absolute = 30;
    constexpr int most_absolute = 7 * 24 * 60;
    const auto refused = [](Text text) { return fail(ErrorKind::invalid, "account/session_limits", std::move(text)); };
    if (idle < least_idle || idle > most_idle) {
        return refused({fmt::format("操作しないまま使える時間は{}分から{}分までです（{}分とあります）。", least_idle,
                            most_idle, idle),
            fmt::format("the idle limit is {} to {} minutes, found {}", least_idle, most_idle, idle)});
    }
    if (absolute < least_absolute || absolute > most_absolute) {
        return refused({fmt::format("ログインしてから使える時間は{}分から{}分までです（{}分とあります）。",
                            least_absolute, most_absolute, absolute),
            fmt::format("the absolute limit is {} to {} minutes, found {}", least_absolute, most_absolute, absolute)});
    }
    if (absolute < idle) {
        return refused({fmt::format("ログインしてから使える時間（{}分）は、操作しないまま使える時間（{}分）以上に"
                                    "してください。",
                            absolute, idle),
            fmt::format(
                "the absolute limit ({} minutes) must not be shorter than the idle limit ({})", absolute, idle)});
    }
    return SessionLimits{std::chrono::minutes{idle}, std::chrono::minutes{absolute}};
}

bool is_over(const Session& session, const SessionLimits& limits, Instant now)
{
    return now - session.last_seen_at >= limits.idle || now - session.started_at >= limits.absolute;
}

bool is_seen_stale(const Session& session, Instant now)
{
    return now - session.last_seen_at >= std::chrono::minutes{1};
}

}
