#pragma once
#include "core/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace hoshuban {

/// A point in time, UTC, whole seconds.
using Instant = std::chrono::sys_seconds;
/// A calendar day in Japan.
using LocalDay = std::chrono::local_days;
/// A wall-clock time in Japan (JST, fixed +09:00, no summer time since 1951).
using LocalTime = std::chrono::local_seconds;
/// Minutes after midnight, 0…1440.
using MinuteOfDay = std::chrono::minutes;

inline constexpr std::chrono::hours jst_offset{9};

constexpr LocalTime local_time(Instant instant)
{
    return LocalTime{instant.time_since_epoch() + jst_offset};
}
constexpr Instant instant(LocalTime time)
{
    return Instant{time.time_since_epoch() - jst_offset};
}
constexpr LocalDay day_of(LocalTime time)
{
    return std::chrono::floor<std::chrono::days>(time);
}
constexpr LocalDay day_of(Instant instant)
{
    return day_of(local_time(instant));
}
constexpr LocalDay make_day(int year, unsigned month, unsigned day)
{
    return LocalDay{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

/// `2026-05-01T08:00:00Z`
std::string to_text(Instant);
/// `2026-05-01`
std::string to_text(LocalDay);
/// `2026-05-01T17:00:00+09:00`
std::string to_text_jst(Instant);

/// Reads `2026-05-01T08:00:00Z`, `…+09:00`, and, without an offset, Japanese wall time `2026-05-01T17:00[:00]`.
Result<Instant> parse_instant(std::string_view);
/// Reads `2026-05-01`; refuses days that do not exist.
Result<LocalDay> parse_day(std::string_view);

}
