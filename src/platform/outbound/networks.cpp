#include "platform/outbound/networks.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <fmt/format.h>
#include <netinet/in.h>

namespace hoshuban::outbound {
namespace {

constexpr int all_bits = 128;
constexpr int v4_offset = 96;

Address mapped(const in_addr& v4)
{
    Address address{};
    address[10] = address[11] = 0xFF;
    std::memcpy(&address[12], &v4, sizeof v4);
    return address;
}

bool is_v4(const Address& address)
{
    return std::all_of(address.begin(), address.begin() + 10, [](std::uint8_t byte) { return byte == 0; }) &&
        address[10] == 0xFF && address[11] == 0xFF;
}

bool lies_in(const Address& address, const Address& network, int bits)
{
    for (int bit = 0; bit < bits; bit += 8) {
        const auto place = static_cast<std::size_t>(bit / 8);
        const int here = std::min(8, bits - bit);
        const auto mask = static_cast<std::uint8_t>(0xFFu << static_cast<unsigned>(8 - here));
        if ((address.at(place) & mask) != (network.at(place) & mask))
            return false;
    }
    return true;
}

struct Block {
    std::string_view network;
    int bits;
};

// RFC 6890 and its successors: what is not for everybody.
constexpr Block closed_v4[] = {{"0.0.0.0", 8}, {"10.0.0.0", 8}, {"100.64.0.0", 10}, {"127.0.0.0", 8},
    {"169.254.0.0", 16}, {"172.16.0.0", 12}, {"192.0.0.0", 24}, {"192.0.2.0", 24}, {"192.88.99.0", 24},
    {"192.168.0.0", 16}, {"198.18.0.0", 15}, {"198.51.100.0", 24}, {"203.0.113.0", 24}, {"224.0.0.0", 4},
    {"240.0.0.0", 4}};
constexpr Block open_v6{"2000::", 3};
constexpr Block closed_v6[] = {{"2001::", 23}, {"2001:db8::", 32}, {"2002::", 16}, {"3fff::", 20}};

bool lies_in(const Address& address, const Block& block, int offset)
{
    return lies_in(address, *parse_address(block.network), offset + block.bits);
}

}

std::optional<Address> parse_address(std::string_view text)
{
    const std::string whole{text};
    in_addr v4{};
    if (inet_pton(AF_INET, whole.c_str(), &v4) == 1)
        return mapped(v4);
    Address address{};
    if (inet_pton(AF_INET6, whole.c_str(), address.data()) == 1)
        return address;
    return std::nullopt;
}

std::optional<Address> address_of(const sockaddr& socket)
{
    if (socket.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &socket, sizeof v4);
        return mapped(v4.sin_addr);
    }
    if (socket.sa_family != AF_INET6)
        return std::nullopt;
    sockaddr_in6 v6{};
    std::memcpy(&v6, &socket, sizeof v6);
    Address address{};
    std::memcpy(address.data(), &v6.sin6_addr, address.size());
    return address;
}

std::string to_text(const Address& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (is_v4(address))
        inet_ntop(AF_INET, &address[12], text.data(), text.size());
    else
        inet_ntop(AF_INET6, address.data(), text.data(), text.size());
    return text.data();
}

bool is_public(const Address& address)
{
    if (is_v4(address))
        return std::ranges::none_of(closed_v4, [&](const Block& block) { return lies_in(address, block, v4_offset); });
    return lies_in(address, open_v6, 0) &&
        std::ranges::none_of(closed_v6, [&](const Block& block) { return lies_in(address, block, 0); });
}

Result<Networks> Networks::parse(std::span<const std::string> texts)
{
    Networks networks;
    for (const std::string& text : texts) {
        const auto slash = text.find('/');
        const auto address = parse_address(std::string_view{text}.substr(0, slash));
        const int most = address && is_v4(*address) ? all_bits - v4_offset : all_bits;
        int bits = most;
        bool right = address.has_value();
        if (slash != std::string::npos) {
            const char* const end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, bits);
            right = right && error == std::errc{} && stop == end && bits >= 0 && bits <= most;
        }
        if (!right) {
            return fail(ErrorKind::invalid, "outbound/network",
                {fmt::format("「{}」はアドレスの範囲ではありません。192.0.2.0/24 のように書いてください。", text),
                    fmt::format("\"{}\" is no network: write it like 192.0.2.0/24", text)});
        }
        networks.networks_.push_back({*address, all_bits - most + bits});
    }
    return networks;
}

bool Networks::contains(const Address& address) const
{
    return std::ranges::any_of(
        networks_, [&](const Network& network) { return lies_in(address, network.address, network.bits); });
}

}
