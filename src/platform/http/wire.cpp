#include "platform/http/wire.hpp"

#include <array>
#include <fmt/format.h>

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

std::string_view reason(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    default:
        return "";
    }
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
