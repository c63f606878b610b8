#pragma once
#include "core/names.hpp"

namespace hoshuban {

/// The languages of the product; Japanese comes first everywhere.
enum class Language { ja, en };

constexpr auto names_of(const Language*)
{
    return std::to_array<Name<Language>>({{Language::ja, "ja"}, {Language::en, "en"}});
}

}
