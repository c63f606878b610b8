#pragma once
#include "core/time.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The small values that every file of Windows is made of.
namespace hoshuban::windows {

/// A point in time, UTC, in steps of 100 ns since 1601-01-01.
struct FileTime {
    std::uint64_t ticks = 0;

    auto operator<=>(const FileTime&) const = default;
};

inline constexpr std::uint64_t ticks_per_second = 10'000'000;

/// The whole second that the time lies in. Times later than the year 9999 become its last second.
Instant instant_of(FileTime);
FileTime file_time_of(Instant);

/// `2026-05-01T08:00:00.1234567Z`, always with seven decimals.
void append_text(std::string& out, FileTime);
std::string to_text(FileTime);

/// Reads `2026-05-01T08:00:00Z` with up to nine decimals, of which seven are kept.
std::optional<FileTime> parse_file_time(std::string_view);

/// A SYSTEMTIME (16 bytes: year, month, day of the week, day, hour, minute, second, milliseconds); nothing when it
/// names no time.
std::optional<FileTime> file_time_of_system_time(std::string_view bytes);

/// `{0CCE9215-69AE-11D9-BED3-505054503030}`; `bytes` are 16.
void append_guid(std::string& out, std::string_view bytes);

/// How many bytes the security identifier at the start of `bytes` takes; nothing when none lies there.
std::optional<std::size_t> sid_size(std::string_view bytes);

/// `S-1-5-21-…`; false, and nothing appended, when the bytes are no security identifier.
bool append_sid(std::string& out, std::string_view bytes);

/// Upper-case hexadecimal digits, two for each byte.
void append_hex(std::string& out, std::string_view bytes);

}
