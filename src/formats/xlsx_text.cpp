#include "formats/xlsx_text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <optional>

namespace hoshuban::xlsx {
namespace {

constexpr std::size_t escape_length = 7;

/// The code unit of `_xHHHH`, without the closing underscore, at the head of the text.
std::optional<unsigned> unclosed_escape_at(std::string_view text)
{
    if (text.size() < escape_length - 1 || text[0] != '_' || text[1] != 'x')
        return std::nullopt;
    unsigned unit = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    if (error != std::errc{} || end != text.data() + 6)
        return std::nullopt;
    return unit;
}

std::optional<unsigned> escape_at(std::string_view text)
{
    return text.size() >= escape_length && text[6] == '_' ? unclosed_escape_at(text) : std::nullopt;
}

void append_utf8(std::string& out, unsigned code_point)
{
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0 | (code_point >> 6));
        out += static_cast<char>(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0 | (code_point >> 12));
        out += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code_point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code_point >> 18));
        out += static_cast<char>(0x80 | ((code_point >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code_point & 0x3F));
    }
}

bool is_high_surrogate(unsigned unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(unsigned unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

bool is_forbidden_control(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n';
}

}

std::string encode_text(std::string_view text)
{
    const bool plain = std::ranges::none_of(text, is_forbidden_control) && text.find("_x") == std::string_view::npos &&
        text.find("\xEF\xBF") == std::string_view::npos;
    if (plain)
        return std::string{text};
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (is_forbidden_control(text[i])) {
            fmt::format_to(std::back_inserter(out), "_x{:04X}_", static_cast<unsigned char>(text[i]));
        } else if (rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF")) {
            out += rest.starts_with("\uFFFE") ? "_xFFFE_" : "_xFFFF_";
            i += 2;
        } else if (unclosed_escape_at(rest)) {
            // Even without its closing underscore: the next character may be escaped and bring one along.
            out += "_x005F_";
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string decode_text(std::string_view text)
{
    if (text.find("_x") == std::string_view::npos)
        return std::string{text};
    std::string out;
    out.reserve(text.size());
    std::size_t i = 0;
    while (i < text.size()) {
        const auto unit = escape_at(text.substr(i));
        if (!unit || is_low_surrogate(*unit)) {
            out += text[i++];
            continue;
        }
        if (!is_high_surrogate(*unit)) {
            append_utf8(out, *unit);
            i += escape_length;
            continue;
        }
        const auto low = escape_at(text.substr(i + escape_length));
        if (!low || !is_low_surrogate(*low)) {
            out += text[i++];
            continue;
        }
        append_utf8(out, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
        i += 2 * escape_length;
    }
    return out;
}

}
