#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace hoshuban {

/// The stored and transmitted names of an enum. Each enum that leaves the process declares, beside itself,
/// `constexpr auto names_of(const Colour*) { return std::to_array<Name<Colour>>({{Colour::red, "red"}, ...}); }`
template <class E>
using Name = std::pair<E, std::string_view>;

template <class E>
concept Named = requires
{
    names_of(static_cast<const E*>(nullptr));
};

template <Named E>
constexpr std::string_view name_of(E value)
{
    for (const auto& [candidate, name] : names_of(static_cast<const E*>(nullptr))) {
        if (candidate == value)
            return name;
    }
    return {};
}

template <Named E>
constexpr std::optional<E> named(std::string_view name)
{
    for (const auto& [candidate, text] : names_of(static_cast<const E*>(nullptr))) {
        if (text == name)
            return candidate;
    }
    return std::nullopt;
}

}
