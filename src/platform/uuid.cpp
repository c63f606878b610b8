#include "platform/uuid.hpp"
#include "platform/crypto.hpp"

#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <mutex>

namespace hoshuban {
namespace {

/// The 48 bits of time and the 12 bits that count within a millisecond (RFC 9562, 6.2 method 1), as one number.
std::uint64_t next_stamp(std::uint64_t milliseconds)
{
    static std::mutex mutex;
    static std::uint64_t last = 0;
    const std::lock_guard lock{mutex};
    last = std::max(last + 1, milliseconds << 12);
    return last;
}

}

std::string new_uuid(const Clock& clock)
{
    const auto stamp = next_stamp(static_cast<std::uint64_t>(clock.now_ms().time_since_epoch().count()));
    std::uint64_t tail = 0;
    const std::string random = crypto::random_bytes(sizeof tail);
    std::memcpy(&tail, random.data(), sizeof tail);
    return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", stamp >> 28, stamp >> 12 & 0xffff, stamp & 0xfff,
        (tail >> 48 & 0x3fff) | 0x8000, tail & 0xffff'ffff'ffff);
}

}
