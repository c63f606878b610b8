#pragma once
#include "core/time.hpp"

#include <atomic>
#include <chrono>

namespace hoshuban {

/// Where the present comes from. Read once at the edge; rules are given the instant.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::chrono::sys_time<std::chrono::milliseconds> now_ms() const = 0;

    Instant now() const { return std::chrono::floor<std::chrono::seconds>(now_ms()); }
};

class SystemClock : public Clock {
public:
    std::chrono::sys_time<std::chrono::milliseconds> now_ms() const override;
};

/// A clock that stands until it is moved: for tests and for scenarios that live through a month. Thread safe.
class MovableClock : public Clock {
public:
    explicit MovableClock(Instant start)
        : now_{start}
    {
    }

    std::chrono::sys_time<std::chrono::milliseconds> now_ms() const override { return now_.load(); }
    void set(Instant instant) { now_ = instant; }
    void advance(std::chrono::seconds by) { now_ = now_.load() + by; }

private:
    std::atomic<std::chrono::sys_time<std::chrono::milliseconds>> now_;
};

}
