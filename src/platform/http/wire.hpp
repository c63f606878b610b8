#pragma once
#include "core/time.hpp"
#include "platform/http/message.hpp"

#include <string>

namespace hoshuban::http {

struct Delivery {
    bool secure = false;
    bool keep_alive = true;
    bool streamed = false; ///< the body follows piece by piece until the connection closes
};

/// The status line and header fields of an answer, with length, date and the security headers that every answer
/// carries.
std::string response_head(const Response&, const Delivery&, Instant now);

/// Whether an answer of this status has a body at all.
constexpr bool has_body(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

}
