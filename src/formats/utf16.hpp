#pragma once
#include <string>
#include <string_view>

/// The text of Windows files: UTF-16, little-endian, as bytes.
namespace hoshuban::utf16 {

/// Appends UTF-16LE as UTF-8. What is no text (half a surrogate pair, an odd last byte) becomes U+FFFD.
void append_utf8(std::string& out, std::string_view utf16le);
std::string to_utf8(std::string_view utf16le);

/// UTF-8 as UTF-16LE; broken UTF-8 becomes U+FFFD.
std::string from_utf8(std::string_view utf8);

/// Without the NUL characters at the end.
std::string_view without_nuls(std::string_view utf16le);

}
