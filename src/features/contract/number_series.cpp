#include "features/contract/number_series.hpp"

#include "core/calendar_day.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

constexpr std::size_t most_digits = 9;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum class PartKind { literal, prefix, suffix, short_year, long_year, sequence, unknown };

struct Part {
    PartKind kind = PartKind::literal;
    std::string_view text = {}; // the literal, or the name that nobody knows
    std::size_t digits = 0;
};

Part read_token(std::string_view name)
{
    if (name == "prefix")
        return {PartKind::prefix};
    if (name == "suffix")
        return {PartKind::suffix};
    if (name == "yy")
        return {PartKind::short_year};
    if (name == "yyyy")
        return {PartKind::long_year};
    if (name.size() == 5 && name.starts_with("seq:") && name[4] >= '1' && name[4] <= '9')
        return {PartKind::sequence, {}, static_cast<std::size_t>(name[4] - '0')};
    return {PartKind::unknown, name};
}

std::vector<Part> parts_of(std::string_view pattern)
{
    std::vector<Part> parts;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        if (open != 0) {
            parts.push_back({PartKind::literal, pattern.substr(0, open)});
            pattern.remove_prefix(std::min(open, pattern.size()));
            continue;
        }
        const auto close = pattern.find('}');
        if (close == std::string_view::npos) {
            parts.push_back({PartKind::unknown, pattern});
            break;
        }
        parts.push_back(read_token(pattern.substr(1, close - 1)));
        pattern.remove_prefix(close + 1);
    }
    return parts;
}

std::unexpected<Error> bad_pattern(Text text)
{
    return fail(ErrorKind::invalid, "contract/number_pattern", std::move(text));
}

std::optional<int> take_digits(std::string_view& rest, std::size_t least, std::size_t most)
{
    std::size_t count = 0;
    while (count < rest.size() && count < most && is_digit(rest[count]))
        ++count;
    if (count < least || (count > least && rest[0] == '0'))
        return std::nullopt;
    int value = 0;
    std::from_chars(rest.data(), rest.data() + count, value);
    rest.remove_prefix(count);
    return value;
}

bool take_text(std::string_view& rest, std::string_view expected)
{
    if (!rest.starts_with(expected))
        return false;
    rest.remove_prefix(expected.size());
    return true;
}

bool take_year(std::string_view& rest, std::size_t digits, int century, SeriesNumber& number)
{
    if (rest.size() < digits)
        return false;
    std::string_view text = rest.substr(0, digits);
    rest.remove_prefix(digits);
    int value = 0;
    for (const char c : text) {
        if (!is_digit(c))
            return false;
        value = value * 10 + (c - '0');
    }
    number.year = century + value;
    return true;
}

bool take_part(std::string_view& rest, const Part& part, const NumberSeries& series, SeriesNumber& number)
{
    switch (part.kind) {
    case PartKind::literal:
        return take_text(rest, part.text);
    case PartKind::prefix:
        return take_text(rest, series.prefix);
    case PartKind::suffix:
        return take_text(rest, series.suffix);
    case PartKind::short_year:
        return take_year(rest, 2, 2000, number);
    case PartKind::long_year:
        return take_year(rest, 4, 0, number);
    case PartKind::sequence: {
        const auto value = take_digits(rest, part.digits, most_digits);
        number.sequence = value.value_or(0);
        return number.sequence > 0;
    }
    case PartKind::unknown:
        return false;
    }
    return false;
}

}

Result<void> check_pattern(std::string_view pattern)
{
    int sequences = 0;
    bool after_sequence = false;
    for (const Part& part : parts_of(pattern)) {
        if (part.kind == PartKind::unknown) {
            return bad_pattern({fmt::format("番号の書式の「{}」は分かりません。使えるのは {{prefix}} {{suffix}} {{yy}} "
                                            "{{yyyy}} {{seq:2}} です。",
                                    part.text),
                fmt::format("the number pattern does not know \"{}\"; use {{prefix}}, {{suffix}}, {{yy}}, {{yyyy}} or "
                            "{{seq:2}}",
                    part.text)});
        }
        const bool literal = part.kind == PartKind::literal;
        if (after_sequence && (!literal || is_digit(part.text.front()))) {
            return bad_pattern(
                {"番号の書式では、{seq} のすぐ後に数字や他の項目を置けません。どこまでが番号か分からなくなります。",
                    "nothing that may begin with a digit can follow {seq} in the number pattern: it could not be read "
                    "back"});
        }
        after_sequence = part.kind == PartKind::sequence;
        sequences += after_sequence ? 1 : 0;
    }
    if (sequences != 1) {
        return bad_pattern({"番号の書式には {seq:2} のような連番をちょうど一つ入れてください。",
            "the number pattern needs exactly one running number such as {seq:2}"});
    }
    return {};
}

int series_year(const NumberSeries& series, LocalDay day)
{
    return series.year == YearBasis::fiscal ? fiscal_year_of(day) : static_cast<int>(date_of(day).year());
}

std::string format_number(const NumberSeries& series, int year, int sequence)
{
    std::string number;
    for (const Part& part : parts_of(series.pattern)) {
        switch (part.kind) {
        case PartKind::prefix:
            number += series.prefix;
            break;
        case PartKind::suffix:
            number += series.suffix;
            break;
        case PartKind::short_year:
            number += fmt::format("{:02}", year % 100);
            break;
        case PartKind::long_year:
            number += fmt::format("{:04}", year);
            break;
        case PartKind::sequence:
            number += fmt::format("{:0{}}", sequence, part.digits);
            break;
        case PartKind::literal:
        case PartKind::unknown:
            number += part.text;
            break;
        }
    }
    return number;
}

std::optional<SeriesNumber> parse_number(const NumberSeries& series, std::string_view text)
{
    SeriesNumber number;
    for (const Part& part : parts_of(series.pattern)) {
        if (!take_part(text, part, series, number))
            return std::nullopt;
    }
    if (!text.empty())
        return std::nullopt;
    return number;
}

}
