#include "platform/db/listed.hpp"

#include <bit>
#include <fmt/format.h>

namespace hoshuban::db {

std::size_t Listed::padded(std::size_t values)
{
    return std::max<std::size_t>(4, std::bit_ceil(values));
}

std::string Listed::with_places(std::string_view text, std::size_t first, std::size_t length)
{
    const std::string place = fmt::format("${}", first);
    const std::size_t at = text.rfind(place);
    std::string places = place;
    for (std::size_t i = 1; i < length; ++i)
        places += fmt::format(", ${}", first + i);
    return fmt::format("{}{}{}", text.substr(0, at), places, text.substr(at + place.size()));
}

}
