#include "platform/http/message.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>

namespace hoshuban::http {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char l = lower(c);
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

std::unexpected<Error> bad_target(std::string ja, std::string en)
{
    return fail(ErrorKind::invalid, "http/bad_target", {std::move(ja), std::move(en)});
}

bool is_control(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// What may stand in a request line unescaped.
bool is_target_character(char c)
{
    return c > 0x20 && c < 0x7F && std::string_view("\"<>\\^`{|}#").find(c) == std::string_view::npos;
}

Result<void> check_path(std::string_view path)
{
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto slash = path.find('/');
        TRY_ASSIGN(const std::string segment, percent_decode(path.substr(0, slash)));
        if (segment == "." || segment == ".." || std::ranges::any_of(segment, is_control))
            return bad_target(
                "URL のパスに使えない部分があります。", "The path of the URL has a part that is not allowed.");
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash);
    }
    return {};
}

Result<Parameters> parse_query(std::string_view text)
{
    Parameters query;
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto part = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (part.empty())
            continue;
        const auto equals = part.find('=');
        TRY_ASSIGN(std::string name, percent_decode(part.substr(0, equals), true));
        std::string value;
        if (equals != std::string_view::npos) {
            TRY_ASSIGN(value, percent_decode(part.substr(equals + 1), true));
        }
        query.emplace_back(std::move(name), std::move(value));
    }
    return query;
}

}

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    const auto found = std::ranges::find_if(fields_, [&](const auto& field) { return same_name(field.first, name); });
    if (found == fields_.end())
        return std::nullopt;
    return found->second;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    for (const auto& [header, value] : headers) {
        if (!same_name(header, "Cookie"))
            continue;
        for (std::string_view rest = value; !rest.empty();) {
            const auto end = rest.find(';');
            const auto part = trimmed(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=')
                return part.substr(name.size() + 1);
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::query_value(std::string_view name) const
{
    const auto found = std::ranges::find(query, name, &Parameters::value_type::first);
    if (found == query.end())
        return std::nullopt;
    return found->second;
}

std::string to_text(const Cookie& cookie)
{
    std::string text = fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict", cookie.name, cookie.value);
    if (cookie.max_age_seconds)
        text += fmt::format("; Max-Age={}", *cookie.max_age_seconds);
    if (cookie.secure)
        text += "; Secure";
    return text;
}

Result<std::string> percent_decode(std::string_view text, bool plus_is_space)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
            const int low = high >= 0 ? digit(text[i + 2]) : -1;
            if (low < 0)
                return bad_target("URL の % の書き方が正しくありません。", "The URL has an incomplete percent escape.");
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (!simdjson::validate_utf8(decoded))
        return bad_target("URL の文字コードが UTF-8 ではありません。", "The URL is not UTF-8.");
    return decoded;
}

Result<Target> parse_target(std::string_view target)
{
    if (!target.starts_with('/') || !std::ranges::all_of(target, is_target_character))
        return bad_target("URL に使えない文字があります。", "The URL has a character that is not allowed.");
    const auto mark = target.find('?');
    const auto path = target.substr(0, mark);
    TRY(check_path(path));
    Parameters query;
    if (mark != std::string_view::npos) {
        TRY_ASSIGN(query, parse_query(target.substr(mark + 1)));
    }
    return Target{std::string(path), std::move(query)};
}

}
