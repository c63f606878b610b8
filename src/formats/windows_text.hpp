#pragma once
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::windows {

/// The text of a file that a tool of Windows wrote, as UTF-8 without a byte order mark: UTF-16 with its mark, UTF-8
/// with or without one, else the code page of Japan (CP932 by Microsoft's table). Refuses what is none of these, and
/// NULs.
Result<std::string> text_of_file(std::string_view bytes);

struct Line {
    std::string_view text; ///< without its end
    int number; ///< from 1
};

/// The lines of a text; CRLF, CR CR LF and LF end one.
std::vector<Line> lines_of(std::string_view text);

/// Without blanks at both ends.
std::string_view trimmed(std::string_view text);

}
