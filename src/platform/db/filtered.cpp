#include "platform/db/filtered.hpp"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace hoshuban::db {
namespace {

constexpr std::string_view when_empty = " = '' OR ";

struct Placeholder {
    std::size_t number = 0;
    std::size_t end = 0;
};

bool is_left_out(const Param& param)
{
    return param.kind() == ValueKind::text && param.data().empty();
}

/// The placeholder that stands at `at`.
std::optional<Placeholder> placeholder_at(std::string_view text, std::size_t at)
{
    if (at >= text.size() || text[at] != '$')
        return {};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + at + 1, text.data() + text.size(), number);
    if (error != std::errc{})
        return {};
    return Placeholder{number, static_cast<std::size_t>(end - text.data())};
}

/// Behind the parenthesis that closes the one at `open`.
std::size_t closed(std::string_view text, std::size_t open)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = open; at < text.size(); ++at) {
        if (text[at] == '\'')
            quoted = !quoted;
        if (quoted)
            continue;
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (depth == 0)
            return at + 1;
    }
    return text.size();
}

}

Filtered::Filtered(const Query& query, std::vector<Param> params)
    : name_{query.name}
    , params_{std::move(params)}
{
    settle_filters(query.sqlite);
    number_anew();
}

void Filtered::settle_filters(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t open = text.find('(');
        const auto place = open == text.npos ? std::nullopt : placeholder_at(text, open + 1);
        if (!place || !text.substr(place->end).starts_with(when_empty)) {
            const std::size_t taken = open == text.npos ? text.size() : open + 1;
            text_ += text.substr(0, taken);
            text.remove_prefix(taken);
            continue;
        }
        text_ += text.substr(0, open);
        if (is_left_out(params_.at(place->number - 1))) {
            text_ += "1 = 1";
            text.remove_prefix(closed(text, open));
        } else {
            text_ += '(';
            text.remove_prefix(place->end + when_empty.size());
        }
    }
}

void Filtered::number_anew()
{
    std::vector<std::size_t> numbers(params_.size());
    std::vector<Param> used;
    std::string text;
    for (std::size_t at = 0; at < text_.size();) {
        const auto place = placeholder_at(text_, at);
        if (!place) {
            text += text_[at++];
            continue;
        }
        std::size_t& number = numbers.at(place->number - 1);
        if (number == 0) {
            used.push_back(std::move(params_[place->number - 1]));
            number = used.size();
        }
        text += fmt::format("${}", number);
        at = place->end;
    }
    text_ = std::move(text);
    params_ = std::move(used);
}

}
