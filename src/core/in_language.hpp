#pragma once
#include "core/language.hpp"
#include "core/result.hpp"

#include <string>

namespace hoshuban {

/// The text as who reads this language sees it.
inline std::string in(Language language, const Text& text)
{
    return language == Language::ja ? text.ja : text.en;
}

}
