#pragma once
#include "core/result.hpp"

#include <string_view>
#include <vector>

namespace hoshuban::json {

/// What stands in the texts of a document and should not be stored, each with its path.
struct UnsafeTexts {
    std::vector<FieldError> my_numbers; ///< `text/my_number`
    std::vector<FieldError> password_like; ///< `text/password_like`
};

/// Looks at every string of a document. Ids and digests are not texts. What is no JSON has none.
UnsafeTexts unsafe_texts(std::string_view bytes);

}
