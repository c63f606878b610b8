#include "core/formula.hpp"

#include <algorithm>

namespace hoshuban {

bool like_formula(std::string_view text)
{
    return !text.empty() && std::string_view{"=+-@\t\r"}.contains(text.front());
}

std::string protected_text(std::string_view text)
{
    const std::size_t start = std::min(text.find_first_not_of('\''), text.size());
    return like_formula(text.substr(start)) ? "'" + std::string{text} : std::string{text};
}

std::string_view unprotected_text(std::string_view text)
{
    const std::size_t start = std::min(text.find_first_not_of('\''), text.size());
    return start > 0 && like_formula(text.substr(start)) ? text.substr(1) : text;
}

}
