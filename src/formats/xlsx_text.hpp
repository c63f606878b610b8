#pragma once
#include <string>
#include <string_view>

namespace hoshuban::xlsx {

/// Characters XML cannot carry travel as `_xHHHH_` in Excel's files; a text that already looks like that has its first
/// underscore escaped. `decode_text(encode_text(t)) == t` for every UTF-8 text, NUL included.
std::string encode_text(std::string_view);
std::string decode_text(std::string_view);

}
