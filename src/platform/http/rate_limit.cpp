#include "platform/http/rate_limit.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace hoshuban::http {

std::chrono::seconds RateLimiter::take(const RateGroup& group, std::string_view key, Instant now)
{
    std::string name(group.name);
    name += '\n';
    name += key;
    const std::lock_guard lock(mutex_);
    auto found = buckets_.find(name);
    if (found == buckets_.end()) {
        make_room(now);
        found = buckets_.emplace(std::move(name), Bucket{static_cast<double>(group.burst), now, now}).first;
    }
    Bucket& bucket = found->second;
    const double refill = static_cast<double>(group.refill.count());
    const double elapsed = static_cast<double>(std::max(now - bucket.used, std::chrono::seconds{0}).count());
    const double tokens = std::min(static_cast<double>(group.burst), bucket.tokens + elapsed / refill);
    const bool there = tokens >= 1;
    bucket.tokens = there ? tokens - 1 : tokens;
    bucket.used = now;
    bucket.full_at = now + std::chrono::seconds{std::llround(std::ceil((group.burst - bucket.tokens) * refill))};
    return there ? std::chrono::seconds{0} : std::chrono::seconds{std::llround(std::ceil((1 - tokens) * refill))};
}

std::size_t RateLimiter::size() const
{
    const std::lock_guard lock(mutex_);
    return buckets_.size();
}

void RateLimiter::make_room(Instant now)
{
    if (buckets_.size() < most_keys_)
        return;
    std::erase_if(buckets_, [&](const auto& entry) { return entry.second.full_at <= now; });
    if (buckets_.size() < most_keys_)
        return;
    std::vector<Instant> times;
    times.reserve(buckets_.size());
    for (const auto& [key, bucket] : buckets_)
        times.push_back(bucket.used);
    // Forgetting an eighth at once keeps this sweep rare while strangers keep coming.
    const auto limit = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 8);
    std::ranges::nth_element(times, limit);
    std::erase_if(buckets_, [&](const auto& entry) { return entry.second.used <= *limit; });
}

}
