#include "features/device/ipv4.hpp"

#include "core/fold.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr std::uint32_t groups_from = 224;
constexpr std::uint32_t the_machine_itself = 127;
constexpr int widest_network = 8;
constexpr int narrowest_network = 30;

std::optional<std::uint32_t> figure(std::string_view text, std::uint32_t most)
{
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || value > most)
        return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// Four figures between dots, whatever they mean.
std::optional<Ipv4> four_figures(std::string_view text)
{
    Ipv4 address;
    for (int group = 0; group < 4; ++group) {
        const auto dot = text.find('.');
        if ((dot == std::string_view::npos) != (group == 3))
            return std::nullopt;
        const auto value = figure(text.substr(0, dot), 255);
        if (!value)
            return std::nullopt;
        address.number = (address.number << 8U) | *value;
        text = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    }
    return address;
}

std::optional<Ipv4> one_machine(std::string_view text)
{
    const auto address = four_figures(trimmed(text));
    if (!address)
        return std::nullopt;
    const std::uint32_t first = address->number >> 24U;
    if (first == 0 || first == the_machine_itself || first >= groups_from)
        return std::nullopt;
    return address;
}

std::optional<Ipv4Range> network(std::string_view text, std::size_t slash)
{
    const auto base = one_machine(text.substr(0, slash));
    const auto bits = figure(trimmed(text.substr(slash + 1)), narrowest_network);
    if (!base || !bits || *bits < widest_network)
        return std::nullopt;
    const std::uint32_t machines = ~std::uint32_t{0} >> *bits;
    if ((base->number & machines) != 0)
        return std::nullopt;
    return Ipv4Range{{base->number + 1}, {base->number + machines - 1}};
}

}

std::optional<Ipv4> parse_ipv4(std::string_view text)
{
    return one_machine(narrow(text));
}

std::string written(Ipv4 address)
{
    return fmt::format("{}.{}.{}.{}", address.number >> 24U, (address.number >> 16U) & 255U,
        (address.number >> 8U) & 255U, address.number & 255U);
}

std::optional<Ipv4Range> parse_ipv4_range(std::string_view text_of_range)
{
    const std::string text = narrow(text_of_range);
    if (const auto slash = text.find('/'); slash != std::string::npos)
        return network(text, slash);
    const std::string_view whole = text;
    for (const std::string_view sign : {"-", "~", "〜"}) {
        const auto at = whole.find(sign);
        if (at == std::string_view::npos)
            continue;
        const auto first = one_machine(whole.substr(0, at));
        const auto last = one_machine(whole.substr(at + sign.size()));
        if (!first || !last || *last < *first)
            return std::nullopt;
        return Ipv4Range{*first, *last};
    }
    return std::nullopt;
}

std::string written(const Ipv4Range& range)
{
    return fmt::format("{}-{}", written(range.first), written(range.last));
}

}
