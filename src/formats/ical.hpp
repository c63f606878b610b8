#pragma once
#include "core/time.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace hoshuban::ical {

struct Period {
    Instant from;
    Instant until;

    bool operator==(const Period&) const = default;
};

/// Whether what an entry tells of is settled (RFC 5545 3.8.1.11); unsaid for what is no appointment.
enum class Status { unsaid, tentative, confirmed };

/// One entry of a calendar (RFC 5545): a whole day, a moment, or a period.
struct Event {
    std::string uid; ///< the same for the same thing at every fetch
    Instant stamp; ///< when it came to be as it is
    std::variant<LocalDay, Instant, Period> when;
    std::string summary;
    std::string description = {};
    std::string location = {};
    Status status = Status::unsaid;
};

/// A calendar as a file: lines of at most 75 bytes ending in CR LF, texts escaped, moments in UTC, so that no time zone
/// has to be described.
std::string print(std::string_view name, std::span<const Event>);

}
