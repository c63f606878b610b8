#pragma once
#include "core/result.hpp"
#include "platform/http/message.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::http {

/// The proxies whose word about the client is taken. Without any, forwarding headers mean nothing.
class TrustedProxies {
public:
    /// Addresses or networks: `127.0.0.1`, `::1`, `192.0.2.0/24`.
    static Result<TrustedProxies> parse(std::span<const std::string>);

    bool contains(std::string_view address) const;

    /// For a request that came from one of the proxies: the address becomes the rightmost one of X-Forwarded-For that
    /// is not a proxy, and the request is secure when the nearest proxy says so in X-Forwarded-Proto.
    void apply(Request&) const;

private:
    using Address = std::array<std::uint8_t, 16>;
    struct Network {
        Address address;
        int bits;
    };
    std::vector<Network> networks_;
};

/// Whether somebody passed this request on, trusted or not.
bool is_forwarded(const Request&);

}
