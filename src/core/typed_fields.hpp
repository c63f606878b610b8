#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hoshuban {

/// A text that somebody typed into a field, and what that field takes.
struct TypedField {
    std::string_view name; ///< becomes the path of a problem
    std::string& text;
    std::size_t limit; ///< characters
    bool required = false;
};

/// Takes blanks off the ends of every text and refuses, all at once, what cannot be stored and what is missing.
Result<void> take_fields(std::initializer_list<TypedField>);

}
