#include "formats/json.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace hoshuban::json {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t high = 0x8080808080808080U;

/// The high bit of each byte that is `byte`; bytes above a hit may be marked too, so only "any" and "first" are exact.
constexpr std::uint64_t equal_bytes(std::uint64_t word, unsigned char byte)
{
    const std::uint64_t difference = word ^ (ones * byte);
    return (difference - ones) & ~difference & high;
}

constexpr std::uint64_t bytes_below(std::uint64_t word, unsigned char limit)
{
    return (word - ones * limit) & ~word & high;
}

bool needs_escape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

std::size_t plain_prefix(std::string_view text)
{
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t hits = equal_bytes(word, '"') | equal_bytes(word, '\\') | bytes_below(word, 0x20);
        if (hits != 0)
            return at + static_cast<std::size_t>(std::countr_zero(hits)) / 8;
    }
    while (at < text.size() && !needs_escape(text[at]))
        ++at;
    return at;
}

void escape(Writer& writer, char c)
{
    switch (c) {
    case '"':
        return writer.raw("\\\"");
    case '\\':
        return writer.raw("\\\\");
    case '\n':
        return writer.raw("\\n");
    case '\r':
        return writer.raw("\\r");
    case '\t':
        return writer.raw("\\t");
    default:
        break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(c);
    writer.raw("\\u00");
    writer.raw(digits[code >> 4U]);
    writer.raw(digits[code & 0xFU]);
}

}

void Writer::text(std::string_view text)
{
    raw('"');
    while (true) {
        const std::size_t plain = plain_prefix(text);
        raw(text.substr(0, plain));
        if (plain == text.size())
            break;
        escape(*this, text[plain]);
        text.remove_prefix(plain + 1);
    }
    raw('"');
}

void Writer::integer(std::int64_t number)
{
    std::array<char, 24> digits;
    const auto [end, problem] = std::to_chars(digits.begin(), digits.end(), number);
    raw(std::string_view(digits.begin(), end));
}

void Writer::number(double number, int decimals)
{
    if (!std::isfinite(number))
        throw std::logic_error("JSON has no text for a number that is not finite");
    std::array<char, 400> digits; // the longest double written out has 309 digits before the point
    const auto [end, problem] = decimals < 0
        ? std::to_chars(digits.begin(), digits.end(), number)
        : std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed, decimals);
    raw(std::string_view(digits.begin(), end));
}

void Writer::grow(std::size_t needed)
{
    const std::size_t size = std::max(needed, buffer_.size() * 2);
    buffer_.resize_and_overwrite(size, [](char*, std::size_t whole) { return whole; });
}

std::string Writer::take()
{
    buffer_.resize(used_);
    used_ = 0;
    return std::move(buffer_);
}

std::string quoted(std::string_view text)
{
    Writer writer;
    writer.text(text);
    return writer.take();
}

void detail::write_object(const Object& object, Writer& writer, const void* value)
{
    char separator = '{';
    for (const Field& field : object.fields) {
        writer.raw(std::exchange(separator, ','));
        writer.raw(field.printed_key);
        field.codec->write(writer, static_cast<const std::byte*>(value) + field.offset, field.rules);
    }
    writer.raw(separator == '{' ? "{}" : "}");
}

}
