#include "formats/registry_value.hpp"

#include "formats/byte_cursor.hpp"
#include "formats/utf16.hpp"
#include "formats/windows_types.hpp"

#include <fmt/format.h>

namespace hoshuban::registry {
namespace {

std::string hexadecimal(std::string_view bytes)
{
    std::string digits;
    windows::append_hex(digits, bytes);
    return digits;
}

// What follows the first NUL is what the memory held before.
std::string first_text(std::string_view utf16le)
{
    for (std::size_t at = 0; at + 1 < utf16le.size(); at += 2) {
        if (utf16le[at] == 0 && utf16le[at + 1] == 0)
            return utf16::to_utf8(utf16le.substr(0, at));
    }
    return utf16::to_utf8(utf16le);
}

std::string lines_of_texts(std::string_view utf16le)
{
    std::string lines = utf16::to_utf8(utf16::without_nuls(utf16le));
    for (char& c : lines)
        c = c == '\0' ? '\n' : c;
    return lines;
}

}

std::string name_of_type(Type type)
{
    switch (type) {
    case Type::none:
        return "REG_NONE";
    case Type::text:
        return "REG_SZ";
    case Type::expandable_text:
        return "REG_EXPAND_SZ";
    case Type::binary:
        return "REG_BINARY";
    case Type::number:
        return "REG_DWORD";
    case Type::big_endian_number:
        return "REG_DWORD_BIG_ENDIAN";
    case Type::link:
        return "REG_LINK";
    case Type::texts:
        return "REG_MULTI_SZ";
    case Type::long_number:
        return "REG_QWORD";
    }
    return fmt::format("REG_0x{:X}", static_cast<std::uint32_t>(type));
}

bool is_number(const Value& value)
{
    switch (value.type) {
    case Type::number:
    case Type::big_endian_number:
        return value.data.size() == 4;
    case Type::long_number:
        return value.data.size() == 8;
    default:
        return false;
    }
}

std::string to_text(const Value& value)
{
    switch (value.type) {
    case Type::text:
    case Type::expandable_text:
    case Type::link:
        return first_text(value.data);
    case Type::texts:
        return lines_of_texts(value.data);
    case Type::number:
    case Type::big_endian_number:
    case Type::long_number:
        break;
    default:
        return hexadecimal(value.data);
    }
    if (!is_number(value))
        return hexadecimal(value.data);
    if (value.type == Type::long_number)
        return fmt::to_string(little_endian<std::uint64_t>(value.data.data()));
    const auto number = little_endian<std::uint32_t>(value.data.data());
    return fmt::to_string(value.type == Type::number ? number : __builtin_bswap32(number));
}

}
