#pragma once
#include "core/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace hoshuban::outbound {

/// An IPv6 address, or an IPv4 one as `::ffff:a.b.c.d`.
using Address = std::array<std::uint8_t, 16>;

std::optional<Address> parse_address(std::string_view);
std::optional<Address> address_of(const sockaddr&);
std::string to_text(const Address&);

/// Whether an address belongs to a machine in the public net: not this machine, not private, link-local, shared,
/// multicast, for documentation, or one that stands for another address (6to4, NAT64, Teredo).
bool is_public(const Address&);

/// Networks that somebody listed: `192.0.2.0/24`, `fd00::/8`, or single addresses.
class Networks {
public:
    static Result<Networks> parse(std::span<const std::string>);
    bool contains(const Address&) const;

private:
    struct Network {
        Address address;
        int bits;
    };
    std::vector<Network> networks_;
};

}
