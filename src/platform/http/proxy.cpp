#include "platform/http/proxy.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace hoshuban::http {
namespace {

using Address = std::array<std::uint8_t, 16>;
constexpr int all_bits = 128;
constexpr int mapped_bits = 96;

bool is_v4(std::string_view text)
{
    return text.find(':') == std::string_view::npos;
}

// IPv4 as the IPv6 address it is mapped to, so that both are compared alike.
std::optional<Address> address_of(std::string_view text)
{
    const std::string written = is_v4(text) ? fmt::format("::ffff:{}", text) : std::string{text};
    Address address{};
    if (inet_pton(AF_INET6, written.c_str(), address.data()) != 1)
        return std::nullopt;
    return address;
}

std::string text_of(const Address& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(AF_INET6, address.data(), text.data(), text.size());
    const std::string_view printed = text.data();
    constexpr std::string_view mapped = "::ffff:";
    const bool v4 = printed.starts_with(mapped) && printed.find('.') != std::string_view::npos;
    return std::string{v4 ? printed.substr(mapped.size()) : printed};
}

std::string_view without_blanks(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
std::string_view without_port(std::string_view text)
{
    if (text.starts_with('['))
        return text.substr(1, text.find(']') - 1);
    return std::ranges::count(text, ':') == 1 ? text.substr(0, text.find(':')) : text;
}

std::vector<std::string_view> list_of(const Request& request, std::string_view name)
{
    std::vector<std::string_view> items;
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    for (const auto& [field, value] : request.headers) {
        if (!std::ranges::equal(field, name, same))
            continue;
        std::string_view rest = value;
        for (auto comma = rest.find(','); comma != std::string_view::npos; comma = rest.find(',')) {
            items.push_back(without_blanks(rest.substr(0, comma)));
            rest.remove_prefix(comma + 1);
        }
        items.push_back(without_blanks(rest));
    }
    return items;
}

std::optional<int> prefix_of(std::string_view digits, bool v4)
{
    int bits = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    const int most = v4 ? all_bits - mapped_bits : all_bits;
    if (problem != std::errc{} || end != digits.data() + digits.size() || bits < 0 || bits > most)
        return std::nullopt;
    return v4 ? bits + mapped_bits : bits;
}

bool same_bits(const Address& a, const Address& b, int bits)
{
    for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
        const int shift = bits >= 8 ? 0 : 8 - bits;
        if ((a.at(i) >> shift) != (b.at(i) >> shift))
            return false;
    }
    return true;
}

}

Result<TrustedProxies> TrustedProxies::parse(std::span<const std::string> texts)
{
    TrustedProxies proxies;
    for (const std::string& text : texts) {
        const std::string_view whole = text;
        const auto slash = whole.find('/');
        const std::string_view host = whole.substr(0, slash);
        const auto address = address_of(host);
        const auto bits =
            slash == std::string_view::npos ? std::optional{all_bits} : prefix_of(whole.substr(slash + 1), is_v4(host));
        if (!address || !bits) {
            return fail(ErrorKind::invalid, "http/proxy_address",
                {fmt::format("「{}」はプロキシのアドレスとして読めません。127.0.0.1 や 192.0.2.0/24 "
                             "のように書いてください。",
                     text),
                    fmt::format(
                        "cannot read \"{}\" as a proxy's address: write it like 127.0.0.1 or 192.0.2.0/24", text)});
        }
        proxies.networks_.push_back({*address, *bits});
    }
    return proxies;
}

bool TrustedProxies::contains(std::string_view text) const
{
    const auto address = address_of(text);
    return address && std::ranges::any_of(networks_, [&](const Network& network) {
        return same_bits(*address, network.address, network.bits);
    });
}

void TrustedProxies::apply(Request& request) const
{
    if (!contains(request.remote_address))
        return;
    const auto protocols = list_of(request, "X-Forwarded-Proto");
    if (!protocols.empty() && protocols.back() == "https")
        request.secure = true;
    const auto clients = list_of(request, "X-Forwarded-For");
    for (auto client = clients.rbegin(); client != clients.rend(); ++client) {
        // What stands left of something unreadable was not written by a proxy of ours.
        const auto address = address_of(without_port(*client));
        if (!address)
            return;
        request.remote_address = text_of(*address);
        if (!contains(request.remote_address))
            return;
    }
}

bool is_forwarded(const Request& request)
{
    constexpr std::array<std::string_view, 6> names{
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"};
    return std::ranges::any_of(names, [&](std::string_view name) { return request.header(name).has_value(); });
}

}
