#include "formats/mail_message.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hoshuban {
namespace {

// A line with an encoded word may have 76 characters (RFC 2047): 39 bytes become 52, the frame takes 12, and the
// longest field name in front of one is `Subject: `.
constexpr std::size_t word_bytes = 39;
constexpr std::size_t line_characters = 76;
constexpr std::size_t longest_plain_line = 60;

bool is_plain(char c)
{
    return c >= ' ' && c < '\x7f';
}

bool is_continuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

// Line ends and other controls become blanks, so that nothing can end the line of a head.
std::string one_line(std::string_view text)
{
    std::string line{text};
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }, ' ');
    return line;
}

// Only what an address can hold; the callers have checked it.
std::string plain_address(std::string_view address)
{
    std::string plain;
    std::ranges::copy_if(address, std::back_inserter(plain),
        [](char c) { return is_plain(c) && c != ' ' && c != '<' && c != '>' && c != ',' && c != ';' && c != '"'; });
    return plain;
}

std::string encoded_words(std::string_view text)
{
    std::string words;
    while (!text.empty()) {
        std::size_t length = std::min(word_bytes, text.size());
        while (length > 1 && length < text.size() && is_continuation(text[length]))
            --length;
        words += fmt::format("{}=?UTF-8?B?{}?=", words.empty() ? "" : "\r\n ", base64(text.substr(0, length)));
        text.remove_prefix(length);
    }
    return words;
}

std::string unstructured(std::string_view text)
{
    const std::string line = one_line(text);
    const bool plain = std::ranges::all_of(line, is_plain) && line.find("=?") == std::string::npos;
    return plain && line.size() <= longest_plain_line ? line : encoded_words(line);
}

std::string mailbox(std::string_view name, std::string_view address)
{
    const std::string line = one_line(name);
    if (line.empty())
        return plain_address(address);
    return fmt::format("{}\r\n <{}>", encoded_words(line), plain_address(address));
}

std::string date_text(Instant date)
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const LocalTime local = local_time(date);
    const LocalDay day = day_of(local);
    const std::chrono::year_month_day ymd{day};
    const std::chrono::hh_mm_ss time{local - day};
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0900", days.at(std::chrono::weekday{day}.c_encoding()),
        static_cast<unsigned>(ymd.day()), months.at(static_cast<unsigned>(ymd.month()) - 1),
        static_cast<int>(ymd.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

// Mail ends its lines with CRLF.
std::string crlf(std::string_view text)
{
    std::string lines;
    for (const char c : text) {
        if (c == '\r')
            continue;
        lines += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return lines;
}

std::string wrapped(std::string_view text)
{
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += line_characters)
        lines += fmt::format("{}\r\n", text.substr(at, line_characters));
    return lines;
}

}

std::string base64(std::string_view bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8u | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= count ? digits[group >> (18 - 6 * i) & 63u] : '=';
    }
    return text;
}

std::string mail_text(const MailMessage& message)
{
    return fmt::format("Date: {}\r\n"
                       "From: {}\r\n"
                       "To: {}\r\n"
                       "Subject: {}\r\n"
                       "Message-ID: <{}>\r\n"
                       "Auto-Submitted: auto-generated\r\n"
                       "MIME-Version: 1.0\r\n"
                       "Content-Type: text/plain; charset=UTF-8\r\n"
                       "Content-Transfer-Encoding: base64\r\n"
                       "\r\n{}",
        date_text(message.date), mailbox(message.from_name, message.from), mailbox(message.to_name, message.to),
        unstructured(message.subject), plain_address(message.message_id), wrapped(base64(crlf(message.text))));
}

}
