#pragma once
#include "core/result.hpp"

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>

namespace hoshuban::outbound {

enum class MailTls {
    starttls, ///< demanded: no letter leaves without it
    implicit, ///< TLS from the first byte (smtps)
    none, ///< for a server on the same closed network only
};

/// A mail server to hand letters to.
struct SmtpServer {
    std::string host;
    std::uint16_t port = 587;
    MailTls tls = MailTls::starttls;
    std::string user = {}; ///< empty: without sign-in
    std::string password = {}; ///< never logged, never shown
    std::string from; ///< the address letters come from
    std::string from_name = {};
    std::string ca_file = {}; ///< PEM; empty: the system's
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds timeout{60'000}; ///< for one whole letter
};

/// `smtp://host[:port]` (STARTTLS is demanded unless `plain`) or `smtps://host[:port]`. Refuses a password in the URL,
/// where everybody on the machine could read it.
Result<SmtpServer> parse_smtp_url(const std::string& url, bool plain);

enum class MailFate {
    arrived, ///< the server has taken it
    refused, ///< it will never take this letter
    failed, ///< it has certainly not taken it
    unsure, ///< it got the whole letter and did not answer any more
};

struct MailOutcome {
    MailFate fate;
    bool server_down = false; ///< the next letter would fare no better
    std::string problem = {};
};

/// Hands one letter over; `message` as mail_text() writes it. Takes at most the server's timeout; ends early when
/// `stop` is requested. Thread safe.
MailOutcome send_mail(
    const SmtpServer&, const std::string& to, const std::string& message, const std::stop_token& stop);

}
