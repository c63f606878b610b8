#pragma once
#include "platform/clock.hpp"

#include <string>

namespace hoshuban {

/// A UUIDv7 (RFC 9562): ordered by time, and within one process strictly ascending even when the clock stands still or
/// goes back.
std::string new_uuid(const Clock&);

template <class IdType>
IdType new_id(const Clock& clock)
{
    return IdType{new_uuid(clock)};
}

}
