#pragma once
#include "core/result.hpp"
#include "platform/outbound/networks.hpp"

#include <chrono>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace hoshuban::outbound {

/// Where programs outside may be told something.
struct PostTerms {
    Networks allowed = {}; ///< besides public addresses: networks inside
    bool plain_http = false;
    std::string ca_file = {}; ///< PEM; empty: the system's
    std::chrono::milliseconds connect_timeout{5'000}; ///< with the look-up of the name
    std::chrono::milliseconds timeout{15'000};
    std::size_t longest_answer = std::size_t{64} << 10;
};

/// `https://host[:port]/path`, `http` only where it is allowed; no user name, no password, at most 500 characters.
Result<void> check_post_url(const std::string& url, const PostTerms&);

enum class PostFate {
    arrived, ///< answered with 2xx
    answered, ///< answered with something else; a redirect is not followed
    failed, ///< no connection, no answer in time, or too long an answer
    forbidden, ///< the name leads to an address that is not allowed
};

struct PostOutcome {
    PostFate fate;
    int status = 0; ///< 0: none
    std::string problem = {};
};

using PostHeaders = std::vector<std::pair<std::string, std::string>>;

/// Posts a JSON body. The address is looked at in the moment in which the socket to it is opened, so no second answer
/// of the name service can lead elsewhere. Thread safe.
PostOutcome post(
    const std::string& url, const PostHeaders&, const std::string& body, const PostTerms&, const std::stop_token& stop);

}
