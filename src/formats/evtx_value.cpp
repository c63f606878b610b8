#include "formats/evtx_value.hpp"

#include "core/encoding.hpp"
#include "formats/byte_cursor.hpp"
#include "formats/utf16.hpp"

#include <array>
#include <charconv>

namespace hoshuban::evtx {
namespace {

// Little-endian of up to eight bytes.
std::uint64_t raw_number(std::string_view bytes)
{
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data(), bytes.size());
    return number;
}

std::int64_t signed_number(std::string_view bytes)
{
    const auto unused = static_cast<int>(8 * (8 - bytes.size()));
    return static_cast<std::int64_t>(raw_number(bytes) << unused) >> unused;
}

template <class... Base>
void append_digits(std::string& out, auto number, Base... base)
{
    std::array<char, 40> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base...).ptr;
    out.append(digits.data(), end);
}

// What of these types has any size, has up to eight bytes.
bool is_whole(const Value& value)
{
    switch (value.type) {
    case Type::boolean:
    case Type::size:
    case Type::handle:
        return !value.bytes.empty() && value.bytes.size() <= 8;
    default:
        return fixed_size(value.type) == 0 || value.bytes.size() == fixed_size(value.type);
    }
}

void append_ansi(std::string& out, std::string_view bytes)
{
    while (bytes.ends_with('\0'))
        bytes.remove_suffix(1);
    if (const auto text = utf8_from(bytes))
        out += *text;
    else
        windows::append_hex(out, bytes);
}

bool append_time(std::string& out, const Value& value)
{
    const auto time = time_of(value);
    if (time)
        windows::append_text(out, *time);
    return time.has_value();
}

void append_integer(std::string& out, const Value& value)
{
    switch (value.type) {
    case Type::int8:
    case Type::int16:
    case Type::int32:
    case Type::int64:
        append_digits(out, signed_number(value.bytes));
        break;
    case Type::size:
    case Type::hex32:
    case Type::hex64:
    case Type::handle:
        out += "0x";
        append_digits(out, raw_number(value.bytes), 16);
        break;
    default:
        append_digits(out, raw_number(value.bytes));
    }
}

// False: the bytes say nothing of their type.
bool append_known(std::string& out, const Value& value)
{
    switch (value.type) {
    case Type::null:
        return true;
    case Type::string:
        utf16::append_utf8(out, utf16::without_nuls(value.bytes));
        return true;
    case Type::ansi:
        append_ansi(out, value.bytes);
        return true;
    case Type::real32:
        append_digits(out, little_endian<float>(value.bytes.data()));
        return true;
    case Type::real64:
        append_digits(out, little_endian<double>(value.bytes.data()));
        return true;
    case Type::boolean:
        out += raw_number(value.bytes) != 0 ? "true" : "false";
        return true;
    case Type::guid:
        windows::append_guid(out, value.bytes);
        return true;
    case Type::file_time:
    case Type::system_time:
        return append_time(out, value);
    case Type::sid:
        return windows::append_sid(out, value.bytes);
    case Type::binary:
    case Type::xml:
    case Type::evt_xml:
        return false;
    default:
        if (fixed_size(value.type) == 0 && value.type != Type::size && value.type != Type::handle)
            return false;
        append_integer(out, value);
        return true;
    }
}

// Decimal or 0x… digits and nothing else.
std::optional<std::uint64_t> number_in(std::string_view utf16le)
{
    std::array<char, 24> digits;
    std::size_t size = 0;
    for (std::size_t at = 0; at + 1 < utf16le.size(); at += 2) {
        if (utf16le[at + 1] != 0 || size == digits.size())
            return std::nullopt;
        digits[size++] = utf16le[at];
    }
    std::string_view text{digits.data(), size};
    const int base = text.starts_with("0x") ? 16 : 10;
    if (base == 16)
        text.remove_prefix(2);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

}

std::size_t fixed_size(Type type)
{
    switch (type) {
    case Type::int8:
    case Type::uint8:
        return 1;
    case Type::int16:
    case Type::uint16:
        return 2;
    case Type::int32:
    case Type::uint32:
    case Type::real32:
    case Type::hex32:
        return 4;
    case Type::int64:
    case Type::uint64:
    case Type::real64:
    case Type::file_time:
    case Type::hex64:
        return 8;
    case Type::guid:
    case Type::system_time:
        return 16;
    default:
        return 0;
    }
}

void append_text(std::string& out, const Value& value)
{
    if (!is_whole(value) || !append_known(out, value))
        windows::append_hex(out, value.bytes);
}

std::string to_text(const Value& value)
{
    std::string text;
    append_text(text, value);
    return text;
}

bool is_number(const Value& value)
{
    switch (value.type) {
    case Type::int8:
    case Type::uint8:
    case Type::int16:
    case Type::uint16:
    case Type::int32:
    case Type::uint32:
    case Type::int64:
    case Type::uint64:
        return is_whole(value);
    default:
        return false;
    }
}

std::optional<std::uint64_t> unsigned_of(const Value& value)
{
    switch (value.type) {
    case Type::string:
        return number_in(utf16::without_nuls(value.bytes));
    case Type::int8:
    case Type::int16:
    case Type::int32:
    case Type::int64:
        if (!is_whole(value) || signed_number(value.bytes) < 0)
            return std::nullopt;
        return raw_number(value.bytes);
    case Type::uint8:
    case Type::uint16:
    case Type::uint32:
    case Type::uint64:
    case Type::size:
    case Type::hex32:
    case Type::hex64:
        return is_whole(value) ? std::optional{raw_number(value.bytes)} : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<windows::FileTime> time_of(const Value& value)
{
    switch (value.type) {
    case Type::file_time:
        return value.bytes.size() == 8 ? std::optional{windows::FileTime{raw_number(value.bytes)}} : std::nullopt;
    case Type::system_time:
        return windows::file_time_of_system_time(value.bytes);
    case Type::string:
        return windows::parse_file_time(to_text(value));
    default:
        return std::nullopt;
    }
}

}
