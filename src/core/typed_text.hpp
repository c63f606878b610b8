#pragma once
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban {

/// The text without blanks, wide blanks and line ends around it.
std::string_view without_outer_blanks(std::string_view);
/// Line ends of any kind as `\n`.
std::string with_plain_line_ends(std::string_view);
/// Both: what a person typed, as it is stored. It then comes back from a spreadsheet unchanged.
std::string settled_text(std::string_view);

/// What is wrong with a text that somebody wrote: more characters than `limit`, characters that cannot be stored,
/// something that can be a My Number. `field` becomes the path of each problem.
std::vector<FieldError> text_problems(std::string_view field, std::string_view text, std::size_t limit);

/// Refuses a text that may not be stored, with the first of its problems.
Result<void> check_text(std::string_view field, std::string_view text, std::size_t limit = 2000);

}
