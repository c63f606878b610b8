#include "formats/windows_types.hpp"

#include "formats/byte_cursor.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace hoshuban::windows {
namespace {

using namespace std::chrono;

constexpr seconds from_1601_to_1970{11'644'473'600};
constexpr Instant last_second = sys_days{year{9999} / December / 31} + hours{24} - seconds{1};

template <class T>
void append_number(std::string& out, T number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_padded(std::string& out, std::uint32_t number, std::size_t width)
{
    std::array<char, 10> digits;
    for (std::size_t i = width; i-- > 0; number /= 10)
        digits[i] = static_cast<char>('0' + number % 10);
    out.append(digits.data(), width);
}

// Exactly `width` digits from the front of `text`.
std::optional<std::uint32_t> take_digits(std::string_view& text, std::size_t width)
{
    std::uint32_t number = 0;
    if (text.size() < width)
        return std::nullopt;
    for (const char c : text.substr(0, width)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    text.remove_prefix(width);
    return number;
}

bool take(std::string_view& text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

// `.1234567` in ticks; zero when there is none.
std::optional<std::uint64_t> take_fraction(std::string_view& text)
{
    if (!take(text, '.'))
        return 0;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 9)
        return std::nullopt;
    std::uint64_t ticks = 0;
    for (std::size_t i = 0; i < 7; ++i)
        ticks = ticks * 10 + static_cast<std::uint64_t>(i < digits ? text[i] - '0' : 0);
    text.remove_prefix(digits);
    return ticks;
}

struct Clock {
    std::uint32_t year, month, day, hour, minute, second;
    std::uint64_t fraction;
};

std::optional<FileTime> ticks_of(const Clock& clock)
{
    const year_month_day date{year{static_cast<int>(clock.year)}, month{clock.month}, std::chrono::day{clock.day}};
    if (!date.ok() || clock.year < 1601 || clock.year > 9999 || clock.hour > 23 || clock.minute > 59 ||
        clock.second > 60)
        return std::nullopt;
    const Instant whole = sys_days{date} + hours{clock.hour} + minutes{clock.minute} + seconds{clock.second};
    return FileTime{file_time_of(whole).ticks + clock.fraction};
}

}

Instant instant_of(FileTime time)
{
    const auto since_1601 = static_cast<std::int64_t>(time.ticks / ticks_per_second);
    return std::min(Instant{seconds{since_1601} - from_1601_to_1970}, last_second);
}

FileTime file_time_of(Instant instant)
{
    const auto since_1601 = std::max((instant.time_since_epoch() + from_1601_to_1970).count(), std::int64_t{0});
    return FileTime{static_cast<std::uint64_t>(since_1601) * ticks_per_second};
}

void append_text(std::string& out, FileTime time)
{
    const Instant instant = instant_of(time);
    const auto day = floor<days>(instant);
    const year_month_day date{day};
    const auto in_day = static_cast<std::uint32_t>((instant - day).count());
    append_padded(out, static_cast<std::uint32_t>(static_cast<int>(date.year())), 4);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.day()), 2);
    out += 'T';
    append_padded(out, in_day / 3600, 2);
    out += ':';
    append_padded(out, in_day / 60 % 60, 2);
    out += ':';
    append_padded(out, in_day % 60, 2);
    out += '.';
    append_padded(out, static_cast<std::uint32_t>(time.ticks % ticks_per_second), 7);
    out += 'Z';
}

std::string to_text(FileTime time)
{
    std::string text;
    append_text(text, time);
    return text;
}

std::optional<FileTime> parse_file_time(std::string_view text)
{
    Clock clock{};
    struct Part {
        std::uint32_t Clock::*member;
        std::size_t width;
        char after; // none after the seconds
    };
    constexpr std::array parts{Part{&Clock::year, 4, '-'}, Part{&Clock::month, 2, '-'}, Part{&Clock::day, 2, 'T'},
        Part{&Clock::hour, 2, ':'}, Part{&Clock::minute, 2, ':'}, Part{&Clock::second, 2, 0}};
    for (const Part& part : parts) {
        const auto number = take_digits(text, part.width);
        if (!number || (part.after != 0 && !take(text, part.after)))
            return std::nullopt;
        clock.*part.member = *number;
    }
    const auto fraction = take_fraction(text);
    if (!fraction || text != "Z")
        return std::nullopt;
    clock.fraction = *fraction;
    return ticks_of(clock);
}

std::optional<FileTime> file_time_of_system_time(std::string_view bytes)
{
    if (bytes.size() != 16)
        return std::nullopt;
    const auto part = [&](std::size_t index) { return little_endian<std::uint16_t>(bytes.data() + 2 * index); };
    if (part(7) > 999)
        return std::nullopt;
    return ticks_of({part(0), part(1), part(3), part(4), part(5), part(6), std::uint64_t{part(7)} * 10'000});
}

void append_guid(std::string& out, std::string_view bytes)
{
    // The first three numbers lie little-endian.
    constexpr std::array<std::size_t, 16> order{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    out += '{';
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out += '-';
        append_hex(out, bytes.substr(order[i], 1));
    }
    out += '}';
}

std::optional<std::size_t> sid_size(std::string_view bytes)
{
    if (bytes.size() < 8 || bytes[0] != 1)
        return std::nullopt;
    const std::size_t size = 8 + 4 * std::size_t{static_cast<unsigned char>(bytes[1])};
    return size <= bytes.size() ? std::optional{size} : std::nullopt;
}

bool append_sid(std::string& out, std::string_view bytes)
{
    const auto size = sid_size(bytes);
    if (!size || *size != bytes.size())
        return false;
    std::uint64_t authority = 0;
    for (const char c : bytes.substr(2, 6))
        authority = (authority << 8) | static_cast<unsigned char>(c);
    out += "S-1-";
    append_number(out, authority);
    for (std::size_t at = 8; at < bytes.size(); at += 4) {
        out += '-';
        append_number(out, little_endian<std::uint32_t>(bytes.data() + at));
    }
    return true;
}

void append_hex(std::string& out, std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : bytes) {
        out += digits[static_cast<unsigned char>(c) >> 4];
        out += digits[static_cast<unsigned char>(c) & 0xF];
    }
}

}
