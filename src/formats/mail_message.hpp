#pragma once
#include "core/time.hpp"

#include <string>
#include <string_view>

namespace hoshuban {

/// A letter as people think of it. Addresses are `name@host` in plain letters; everything else may be any text.
struct MailMessage {
    std::string from;
    std::string from_name;
    std::string to;
    std::string to_name;
    std::string subject;
    std::string text;
    std::string message_id; ///< `name@host`, the same for every attempt
    Instant date;
};

/// The letter as RFC 5322 and MIME want it, with CRLF: subject and names as RFC 2047 words where they are not plain,
/// the text as UTF-8 in base64. Whatever stands in a field, it cannot begin another one.
std::string mail_text(const MailMessage&);

/// With padding, as MIME wants it.
std::string base64(std::string_view);

}
