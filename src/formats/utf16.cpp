#include "formats/utf16.hpp"

#include "formats/byte_cursor.hpp"

#include <cstdint>

namespace hoshuban::utf16 {
namespace {

constexpr char32_t replacement = 0xFFFD;

char* put(char* out, char32_t code)
{
    if (code < 0x80) {
        *out++ = static_cast<char>(code);
        return out;
    }
    if (code < 0x800) {
        *out++ = static_cast<char>(0xC0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            *out++ = static_cast<char>(0xE0 | (code >> 12));
        } else {
            *out++ = static_cast<char>(0xF0 | (code >> 18));
            *out++ = static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        }
        *out++ = static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    }
    *out++ = static_cast<char>(0x80 | (code & 0x3F));
    return out;
}

// Four ASCII characters at once: most of a log is ASCII.
const char* put_ascii(char*& out, const char* at, const char* end)
{
    while (end - at >= 8) {
        std::uint64_t four = little_endian<std::uint64_t>(at);
        if ((four & 0xFF80FF80FF80FF80U) != 0)
            break;
        four |= four >> 8;
        const auto low = static_cast<std::uint32_t>((four & 0xFFFF) | ((four >> 16) & 0xFFFF0000U));
        std::memcpy(out, &low, sizeof low);
        out += 4;
        at += 8;
    }
    return at;
}

char* convert(char* out, std::string_view bytes)
{
    const char* at = bytes.data();
    const char* const end = at + (bytes.size() & ~std::size_t{1});
    while (at != end) {
        at = put_ascii(out, at, end);
        // Up to the next four that may be ASCII again.
        for (int i = 0; i < 4 && at != end; ++i) {
            char32_t code = little_endian<std::uint16_t>(at);
            at += 2;
            if (code >= 0xD800 && code < 0xE000) {
                const char32_t low = at != end ? little_endian<std::uint16_t>(at) : 0;
                if (code < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
                    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                    at += 2;
                } else {
                    code = replacement;
                }
            }
            out = put(out, code);
        }
    }
    return bytes.size() % 2 == 0 ? out : put(out, replacement);
}

// The code point at `at`, which moves behind it.
char32_t next_code(std::string_view utf8, std::size_t& at)
{
    const auto lead = static_cast<unsigned char>(utf8[at++]);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xC2 && lead < 0xE0 ? 1 : (lead & 0xF0) == 0xE0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0;
    char32_t code = more == 1 ? lead & 0x1FU : more == 2 ? lead & 0x0FU : lead & 0x07U;
    for (int i = 0; i < more; ++i) {
        if (at == utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xC0U) != 0x80)
            return replacement;
        code = (code << 6) | (static_cast<unsigned char>(utf8[at++]) & 0x3FU);
    }
    const bool too_long = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
    const bool no_character = code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);
    return more == 0 || too_long || no_character ? replacement : code;
}

void append_unit(std::string& out, char32_t unit)
{
    out += static_cast<char>(unit & 0xFF);
    out += static_cast<char>(unit >> 8);
}

}

void append_utf8(std::string& out, std::string_view utf16le)
{
    const std::size_t before = out.size();
    const std::size_t most = before + (utf16le.size() + 1) / 2 * 3;
    out.resize_and_overwrite(most, [&](char* buffer, std::size_t) {
        return static_cast<std::size_t>(convert(buffer + before, utf16le) - buffer);
    });
}

std::string to_utf8(std::string_view utf16le)
{
    std::string text;
    append_utf8(text, utf16le);
    return text;
}

std::string from_utf8(std::string_view utf8)
{
    std::string bytes;
    bytes.reserve(utf8.size() * 2);
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t code = next_code(utf8, at);
        if (code < 0x10000) {
            append_unit(bytes, code);
        } else {
            append_unit(bytes, 0xD800 + ((code - 0x10000) >> 10));
            append_unit(bytes, 0xDC00 + ((code - 0x10000) & 0x3FF));
        }
    }
    return bytes;
}

std::string_view without_nuls(std::string_view utf16le)
{
    while (utf16le.size() >= 2 && utf16le.size() % 2 == 0 && utf16le[utf16le.size() - 1] == 0 &&
        utf16le[utf16le.size() - 2] == 0)
        utf16le.remove_suffix(2);
    return utf16le;
}

}
