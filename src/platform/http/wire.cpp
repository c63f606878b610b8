#include "platform/http/wire.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <string_view>
#include <utility>

namespace hoshuban::http {

namespace {

// The pages need nothing from elsewhere: no inline script or style, no frame, no foreign host.
constexpr std::string_view security =
    "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";
constexpr std::string_view https_only = "Strict-Transport-Security: max-age=31536000\r\n";

constexpr std::pair<int, std::string_view> reasons[] = {
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
};

std::string_view reason(int status)
{
    const auto* const found = std::ranges::find(reasons, status, &std::pair<int, std::string_view>::first);
    return found == std::end(reasons) ? std::string_view{} : found->second;
}

/// `Fri, 01 May 2026 08:00:00 GMT`
std::string http_date(Instant now)
{
    using namespace std::chrono;
    constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_days day = floor<days>(now);
    const year_month_day date{day};
    const hh_mm_ss time{now - day};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", weekdays.at(weekday{day}.c_encoding()),
        static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
        static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

/// A value that came from a request must not start a header of its own.
std::string one_line(std::string_view value)
{
    std::string line;
    for (const char c : value)
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    return line;
}

}

std::string response_head(const Response& response, const Delivery& delivery, Instant now)
{
    std::string head;
    head.reserve(1024);
    const auto out = std::back_inserter(head);
    fmt::format_to(out, "HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    for (const auto& [name, value] : response.headers) {
        head += name;
        head += ": ";
        head += one_line(value);
        head += "\r\n";
    }
    if (has_body(response.status) && !delivery.streamed)
        fmt::format_to(out, "Content-Length: {}\r\n", response.body.size());
    fmt::format_to(out, "Date: {}\r\n", http_date(now));
    head += security;
    if (delivery.secure)
        head += https_only;
    if (!delivery.keep_alive)
        head += "Connection: close\r\n";
    head += "\r\n";
    return head;
}

}
