#include "platform/http/reply.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::http {

namespace {

bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
        std::string_view("-._~").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        if (is_plain(c))
            encoded += c;
        else
            fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

/// For clients that do not know `filename*`: everything unusual becomes an underscore.
std::string ascii_name(std::string_view text)
{
    std::string name;
    for (const char c : text) {
        if (is_plain(c) || c == ' ')
            name += c;
        else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
            name += '_';
    }
    return name;
}

}

Response json_response(int status, std::string body)
{
    return {status, {{"Content-Type", "application/json; charset=utf-8"}}, std::move(body)};
}

Response file_response(File file)
{
    const std::string disposition = fmt::format(
        "attachment; filename=\"{}\"; filename*=UTF-8''{}", ascii_name(file.filename), percent_encoded(file.filename));
    return {200, {{"Content-Type", std::move(file.content_type)}, {"Content-Disposition", disposition}},
        std::move(file.bytes)};
}

std::string entity_tag(int version)
{
    return fmt::format("\"{}\"", version);
}

}
