#include "formats/json.hpp"
#include "formats/json_reading.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hoshuban::json {

namespace {

std::size_t code_points(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void check_length(std::size_t count, const Rules& rules, Reading& reading)
{
    if (count >= rules.min_length && count <= rules.max_length)
        return;
    if (count == 0)
        return reading.refuse("length", "を入力してください。", "must not be empty.");
    if (rules.min_length <= 1)
        return reading.refuse("length",
            fmt::format("は{}文字以内で入力してください（今は{}文字）。", rules.max_length, count),
            fmt::format("must have at most {} characters (it has {}).", rules.max_length, count));
    reading.refuse("length",
        fmt::format(
            "は{}文字以上{}文字以内で入力してください（今は{}文字）。", rules.min_length, rules.max_length, count),
        fmt::format("must have {} to {} characters (it has {}).", rules.min_length, rules.max_length, count));
}

void check_range(double number, const Rules& rules, Reading& reading)
{
    if (number >= rules.min && number <= rules.max)
        return;
    if (std::isinf(rules.max))
        return reading.refuse("range", fmt::format("は{}以上の数で入力してください。", rules.min),
            fmt::format("must be {} or more.", rules.min));
    if (std::isinf(rules.min))
        return reading.refuse("range", fmt::format("は{}以下の数で入力してください。", rules.max),
            fmt::format("must be {} or less.", rules.max));
    reading.refuse("range", fmt::format("は{}以上{}以下の数で入力してください。", rules.min, rules.max),
        fmt::format("must be between {} and {}.", rules.min, rules.max));
}

bool without_nul(std::string_view text, Reading& reading)
{
    if (text.find('\0') == std::string_view::npos)
        return true;
    reading.refuse("nul", "に使えない文字（NUL）が含まれています。", "contains a NUL character, which is not allowed.");
    return false;
}

void store_string(std::string_view text, std::string& target, const Rules& rules, Reading& reading)
{
    check_length(code_points(text), rules, reading);
    target.assign(text);
}

template <class T>
void store_parsed(Result<T> parsed, T& target, Reading& reading, std::string_view ja, std::string_view en)
{
    if (parsed)
        target = *parsed;
    else
        reading.refuse("format", ja, en);
}

template <class Integer>
void store_integer(std::int64_t number, void* target, const Rules& rules, Reading& reading)
{
    if (!std::in_range<Integer>(number))
        return reading.refuse("range", "の数が大きすぎるか小さすぎます。", "is too large or too small a number.");
    check_range(static_cast<double>(number), rules, reading);
    *static_cast<Integer*>(target) = static_cast<Integer>(number);
}

void refuse_whole_number(Reading& reading)
{
    reading.refuse("type", "は整数で指定してください。", "must be a whole number.");
}

template <class Integer>
void read_integer(const Value& value, void* target, const Rules& rules, Reading& reading)
{
    if (value.element.is_uint64() && !value.element.is_int64())
        return reading.refuse("range", "の数が大きすぎます。", "is too large a number.");
    if (!value.element.is_int64())
        return refuse_whole_number(reading);
    store_integer<Integer>(value.element.get_int64().value_unsafe(), target, rules, reading);
}

template <class Integer>
void read_integer_text(std::string_view text, void* target, const Rules& rules, Reading& reading)
{
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size())
        return refuse_whole_number(reading);
    store_integer<Integer>(number, target, rules, reading);
}

void store_double(double number, void* target, const Rules& rules, Reading& reading)
{
    if (rules.decimals >= 0) {
        const double scaled = number * std::pow(10.0, rules.decimals);
        if (std::abs(scaled - std::round(scaled)) > 1e-6)
            return reading.refuse("decimals", fmt::format("は小数第{}位までの数で入力してください。", rules.decimals),
                fmt::format("must have at most {} digit(s) after the decimal point.", rules.decimals));
    }
    check_range(number, rules, reading);
    *static_cast<double*>(target) = number;
}

void refuse_number(Reading& reading)
{
    reading.refuse("type", "は数で指定してください。", "must be a number.");
}

void read_double(const Value& value, void* target, const Rules& rules, Reading& reading)
{
    double number = 0;
    if (value.element.get_double().get(number) != simdjson::SUCCESS)
        return refuse_number(reading);
    store_double(number, target, rules, reading);
}

void read_double_text(std::string_view text, void* target, const Rules& rules, Reading& reading)
{
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return refuse_number(reading);
    store_double(number, target, rules, reading);
}

void refuse_bool(Reading& reading)
{
    reading.refuse("type", "は true か false で指定してください。", "must be true or false.");
}

void read_bool(const Value& value, void* target, const Rules&, Reading& reading)
{
    if (value.element.get_bool().get(*static_cast<bool*>(target)) != simdjson::SUCCESS)
        refuse_bool(reading);
}

void read_bool_text(std::string_view text, void* target, const Rules&, Reading& reading)
{
    if (text != "true" && text != "false")
        return refuse_bool(reading);
    *static_cast<bool*>(target) = text == "true";
}

void read_string_text(std::string_view text, void* target, const Rules& rules, Reading& reading)
{
    if (without_nul(text, reading))
        store_string(text, *static_cast<std::string*>(target), rules, reading);
}

void read_id_text(std::string_view text, void* target, const Rules&, Reading& reading)
{
    read_string_text(text, target, Rules{.min_length = 1, .max_length = 100}, reading);
}

void read_instant_text(std::string_view text, void* target, const Rules&, Reading& reading)
{
    store_parsed(parse_instant(text), *static_cast<Instant*>(target), reading,
        "は 2026-05-01T08:00:00Z の形の日時で指定してください。",
        "must be a date and time such as 2026-05-01T08:00:00Z.");
}

void read_day_text(std::string_view text, void* target, const Rules&, Reading& reading)
{
    store_parsed(parse_day(text), *static_cast<LocalDay*>(target), reading,
        "は 2026-05-01 の形の、実在する日付で指定してください。", "must be an existing date such as 2026-05-01.");
}

/// Reads a JSON string through the reader of plain text.
template <void (*read_text)(std::string_view, void*, const Rules&, Reading&)>
void read_as_text(const Value& value, void* target, const Rules& rules, Reading& reading)
{
    if (const auto text = detail::text_of(value, reading))
        read_text(*text, target, rules, reading);
}

void read_raw(const Value& value, void* target, const Rules&, Reading&)
{
    static_cast<Raw*>(target)->text = simdjson::minify(value.element);
}

template <class T>
void write_parsed(Writer& writer, const void* value, const Rules&)
{
    writer.literal(to_text(*static_cast<const T*>(value)));
}

template <class Integer>
void write_integer(Writer& writer, const void* value, const Rules&)
{
    writer.integer(*static_cast<const Integer*>(value));
}

void write_double(Writer& writer, const void* value, const Rules& rules)
{
    writer.number(*static_cast<const double*>(value), rules.decimals);
}

void write_bool(Writer& writer, const void* value, const Rules&)
{
    writer.raw(*static_cast<const bool*>(value) ? std::string_view("true") : std::string_view("false"));
}

void write_string(Writer& writer, const void* value, const Rules&)
{
    writer.text(*static_cast<const std::string*>(value));
}

void write_raw(Writer& writer, const void* value, const Rules&)
{
    writer.raw(static_cast<const Raw*>(value)->text);
}

std::string string_schema(Schemas&, const Rules& rules)
{
    std::string schema = R"({"type":"string")";
    if (rules.min_length > 0)
        schema += fmt::format(R"(,"minLength":{})", rules.min_length);
    if (rules.max_length != Rules{}.max_length)
        schema += fmt::format(R"(,"maxLength":{})", rules.max_length);
    return schema + "}";
}

std::string id_schema(Schemas&, const Rules&)
{
    return R"({"type":"string","minLength":1,"maxLength":100})";
}
std::string bool_schema(Schemas&, const Rules&)
{
    return R"({"type":"boolean"})";
}
std::string instant_schema(Schemas&, const Rules&)
{
    return R"({"type":"string","format":"date-time"})";
}
std::string day_schema(Schemas&, const Rules&)
{
    return R"({"type":"string","format":"date"})";
}
std::string raw_schema(Schemas&, const Rules&)
{
    return "{}";
}

std::string number_schema(std::string schema, const Rules& rules)
{
    if (!std::isinf(rules.min))
        schema += fmt::format(R"(,"minimum":{})", rules.min);
    if (!std::isinf(rules.max))
        schema += fmt::format(R"(,"maximum":{})", rules.max);
    return schema + "}";
}

std::string int_schema(Schemas&, const Rules& rules)
{
    return number_schema(R"({"type":"integer","format":"int32")", rules);
}

std::string int64_schema(Schemas&, const Rules& rules)
{
    return number_schema(R"({"type":"integer","format":"int64")", rules);
}

std::string double_schema(Schemas&, const Rules& rules)
{
    std::string schema = R"({"type":"number")";
    if (rules.decimals >= 0)
        schema += fmt::format(R"(,"multipleOf":{})", std::pow(10.0, -rules.decimals));
    return number_schema(std::move(schema), rules);
}

}

namespace detail {

extern constexpr Codec string_codec{&read_as_text<read_string_text>, &read_string_text, &write_string, &string_schema};
extern constexpr Codec id_codec{&read_as_text<read_id_text>, &read_id_text, &write_string, &id_schema};
extern constexpr Codec bool_codec{&read_bool, &read_bool_text, &write_bool, &bool_schema};
extern constexpr Codec int_codec{&read_integer<int>, &read_integer_text<int>, &write_integer<int>, &int_schema};
extern constexpr Codec int64_codec{
    &read_integer<std::int64_t>, &read_integer_text<std::int64_t>, &write_integer<std::int64_t>, &int64_schema};
extern constexpr Codec double_codec{&read_double, &read_double_text, &write_double, &double_schema};
extern constexpr Codec instant_codec{
    &read_as_text<read_instant_text>, &read_instant_text, &write_parsed<Instant>, &instant_schema};
extern constexpr Codec day_codec{&read_as_text<read_day_text>, &read_day_text, &write_parsed<LocalDay>, &day_schema};
extern constexpr Codec raw_codec{&read_raw, nullptr, &write_raw, &raw_schema};

}
}
