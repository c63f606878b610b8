#pragma once
#include "core/time.hpp"

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hoshuban::http {

/// How often something may happen: `burst` at once, then one more every `refill`.
struct RateGroup {
    std::string_view name;
    int burst = 0;
    std::chrono::seconds refill{1};
};

/// Token buckets per group and key. Memory is bounded: when too many keys are known, full buckets are forgotten, and if
/// all are in use, those used longest ago.
class RateLimiter {
public:
    explicit RateLimiter(std::size_t most_keys = 20'000)
        : most_keys_(most_keys)
    {
    }

    /// Takes one token. Zero when it was there, otherwise how long to wait for the next.
    std::chrono::seconds take(const RateGroup&, std::string_view key, Instant now);

    std::size_t size() const;

private:
    struct Bucket {
        double tokens;
        Instant used;
        Instant full_at;
    };

    void make_room(Instant now);

    std::size_t most_keys_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}
