#include "features/account/lockout.hpp"

#include <algorithm>

namespace hoshuban::account {
namespace {

constexpr int failures_before_lock = 5;
constexpr std::chrono::minutes longest_lock{30};
constexpr std::chrono::hours memory{24};

}

bool is_locked(const Lockout& lockout, Instant now)
{
    return lockout.locked_until && now < *lockout.locked_until;
}

Lockout after_failure(const Lockout& lockout, Instant now)
{
    const bool forgotten = !lockout.failed_at || now - *lockout.failed_at >= memory;
    Lockout next{.failures = forgotten ? 1 : lockout.failures + 1, .failed_at = now};
    if (next.failures >= failures_before_lock) {
        const int doublings = std::min(next.failures - failures_before_lock, 5);
        next.locked_until = now + std::min(std::chrono::minutes{1 << doublings}, longest_lock);
    }
    return next;
}

}
