#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::device {

/// An IPv4 address of one machine.
struct Ipv4 {
    std::uint32_t number = 0;

    auto operator<=>(const Ipv4&) const = default;
};

/// Reads `10.1.20.5`, in full width too. None for what is no address of one machine: this network (0.…), the machine
/// itself (127.…), groups and reserved ones (224.… and above), and figures with leading zeros, which some read as
/// octal.
std::optional<Ipv4> parse_ipv4(std::string_view);
std::string written(Ipv4);

/// The addresses from `first` to `last`, both of them included.
struct Ipv4Range {
    Ipv4 first;
    Ipv4 last;

    bool contains(Ipv4 address) const { return first <= address && address <= last; }
    bool operator==(const Ipv4Range&) const = default;
};

/// Reads `10.1.20.0/24`, without the addresses of the network itself and of all its machines, or
/// `10.1.20.5-10.1.20.60`. None for what is neither.
std::optional<Ipv4Range> parse_ipv4_range(std::string_view);
/// `10.1.20.5-10.1.20.60`
std::string written(const Ipv4Range&);

}
