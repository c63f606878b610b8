#include "formats/yaml_reader.hpp"

#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace hoshuban::yaml {
namespace {

constexpr std::size_t most_text = 4'000;

// At most 40 characters of a wrong value, never half a character.
std::string shortened(std::string_view text)
{
    std::size_t bytes = 0;
    std::size_t characters = 0;
    while (bytes < text.size()) {
        if ((text[bytes] & 0xC0) != 0x80 && ++characters > 40)
            return fmt::format("{}…", text.substr(0, bytes));
        ++bytes;
    }
    return std::string(text);
}

Text found_text(const Value& value)
{
    switch (value.kind) {
    case Kind::null:
        return {"何も書かれていません", "nothing"};
    case Kind::sequence:
        return {"リストがあります", "a list"};
    case Kind::mapping:
        return {"表があります", "a table"};
    case Kind::scalar:
        break;
    }
    const std::string text = shortened(value.text);
    return {fmt::format("「{}」とあります", text), fmt::format("\"{}\"", text)};
}

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({replaced, row[j] + 1, row[j + 1] + 1}));
        }
    }
    return row.back();
}

// The known word that a wrong one was probably meant to be.
template <class Words>
std::string_view nearest(std::string_view wrong, const Words& words)
{
    std::string_view best;
    std::size_t least = wrong.size() < 4 ? 2 : 4;
    if (wrong.size() > 64)
        return best;
    for (const std::string_view each : words) {
        const std::size_t steps = distance(wrong, each);
        if (steps < least && steps < each.size()) {
            least = steps;
            best = each;
        }
    }
    return best;
}

bool read_number(std::string_view text, int& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

bool two_digits(std::string_view text, int& value)
{
    return text.size() == 2 && text[0] != '-' && read_number(text, value);
}

}

bool Place::refuse(std::string code, const Text& text) const
{
    problems.add(value.position, path, std::move(code), text);
    return false;
}

bool Place::expected(std::string code, const Text& what) const
{
    const Text found = found_text(value);
    return refuse(std::move(code),
        {fmt::format("{}を書いてください（{}）。", what.ja, found.ja),
            fmt::format("expected {}, found {}", what.en, found.en)});
}

bool read(const Place& place, std::string& text)
{
    if (place.value.kind != Kind::scalar)
        return place.expected("yaml/text", {"文字", "text"});
    if (place.value.text.size() > most_text) {
        return place.refuse("yaml/size",
            {fmt::format("長すぎます（{}バイトまで）。", most_text),
                fmt::format("too long (at most {} bytes)", most_text)});
    }
    text = place.value.text;
    return true;
}

bool read(const Place& place, bool& value)
{
    const bool plain = place.value.kind == Kind::scalar && place.value.plain;
    if (!plain || (place.value.text != "true" && place.value.text != "false"))
        return place.expected("yaml/bool", {" true か false ", "true or false"});
    value = place.value.text == "true";
    return true;
}

bool read(const Place& place, int& value)
{
    if (place.value.kind != Kind::scalar || !place.value.plain || !read_number(place.value.text, value))
        return place.expected("yaml/whole_number", {"整数", "a whole number"});
    return true;
}

bool read(const Place& place, LocalDay& day)
{
    const auto parsed =
        place.value.kind == Kind::scalar ? parse_day(place.value.text) : fail(ErrorKind::invalid, "yaml/day", {"", ""});
    if (!parsed)
        return place.expected("yaml/day", {"2026-05-01 の形で暦にある日", "an existing day written as 2026-05-01"});
    day = *parsed;
    return true;
}

bool read(const Place& place, MinuteOfDay& time)
{
    const std::string_view text = place.value.text;
    int hour = 0;
    int minute = 0;
    const bool shaped = place.value.kind == Kind::scalar && text.size() == 5 && text[2] == ':';
    if (!shaped || !two_digits(text.substr(0, 2), hour) || !two_digits(text.substr(3), minute) || hour > 47 ||
        minute > 59)
        return place.expected("yaml/time", {"08:45 の形の時刻", "a time written as 08:45"});
    time = std::chrono::hours{hour} + MinuteOfDay{minute};
    return true;
}

bool read(const Place& place, std::chrono::month_day& date)
{
    const std::string_view text = place.value.text;
    int month = 0;
    int day = 0;
    const bool shaped = place.value.kind == Kind::scalar && text.size() == 5 && text[2] == '-';
    if (shaped && two_digits(text.substr(0, 2), month) && two_digits(text.substr(3), day)) {
        date = std::chrono::month{static_cast<unsigned>(month)} / std::chrono::day{static_cast<unsigned>(day)};
        if (date.ok())
            return true;
    }
    return place.expected("yaml/month_day", {"12-29 の形の月日", "a month and day written as 12-29"});
}

bool read(const Place& place, std::chrono::weekday& day)
{
    std::size_t chosen = 0;
    if (!read_name(place, {"sun", "mon", "tue", "wed", "thu", "fri", "sat"}, chosen))
        return false;
    day = std::chrono::weekday{static_cast<unsigned>(chosen)};
    return true;
}

bool read(const Place& place, Text& text)
{
    if (place.value.kind == Kind::mapping) {
        Object object(place);
        object.required("ja", text.ja);
        object.required("en", text.en);
        return object.finish();
    }
    if (place.value.kind != Kind::scalar)
        return place.expected("yaml/text", {"文字、または {ja: …, en: …} ", "text, or {ja: …, en: …}"});
    if (!read(place, text.ja))
        return false;
    text.en = text.ja;
    return true;
}

bool read_name(const Place& place, const std::vector<std::string_view>& names, std::size_t& chosen)
{
    const auto found = place.value.kind == Kind::scalar ? std::ranges::find(names, place.value.text) : names.end();
    if (found == names.end()) {
        const std::string list = fmt::format("{}", fmt::join(names, ", "));
        return place.expected("yaml/name", {fmt::format("{} のいずれか", list), fmt::format("one of {}", list)});
    }
    chosen = static_cast<std::size_t>(found - names.begin());
    return true;
}

std::optional<Text> not_blank(const std::string& text)
{
    if (text.find_first_not_of(" \t\n") != std::string::npos)
        return std::nullopt;
    return Text{"空にはできません。", "must not be empty"};
}

std::optional<Text> not_blank(const Text& text)
{
    return not_blank(text.ja) ? not_blank(text.ja) : not_blank(text.en);
}

Object::Object(const Place& place)
    : place_(place)
    , is_mapping_(place.value.kind == Kind::mapping)
{
    if (!is_mapping_)
        good_ = place.expected("yaml/table", {"項目名と値の表", "a table of keys and values"});
}

bool Object::has(std::string_view key) const
{
    return std::ranges::find(place_.value.entries, key, &Entry::key) != place_.value.entries.end();
}

const Value* Object::find(std::string_view key)
{
    known_.emplace_back(key);
    const auto found = std::ranges::find(place_.value.entries, key, &Entry::key);
    return found == place_.value.entries.end() ? nullptr : &found->value;
}

Place Object::at(std::string_view key, const Value& value) const
{
    return {value, place_.path.empty() ? std::string(key) : fmt::format("{}.{}", place_.path, key), place_.problems};
}

void Object::missing(std::string_view key)
{
    good_ = at(key, place_.value).refuse("yaml/missing", {"この項目は必須です。", "this key is required"});
}

bool Object::finish()
{
    for (const Entry& entry : place_.value.entries) {
        if (std::ranges::find(known_, entry.key) != known_.end())
            continue;
        const std::string_view meant = nearest(entry.key, known_);
        const Place place = at(entry.key, entry.value);
        place.problems.add(entry.position, place.path, "yaml/unknown_key",
            meant.empty() ? Text{"この項目は知られていません。", "unknown key"}
                          : Text{fmt::format("この項目は知られていません。「{}」ではありませんか。", meant),
                                fmt::format("unknown key; did you mean \"{}\"?", meant)});
        good_ = false;
    }
    return good_;
}

std::optional<Text> Range::operator()(int value) const
{
    if (value >= least && value <= most)
        return std::nullopt;
    return Text{fmt::format("{}から{}までの数を書いてください（「{}」とあります）。", least, most, value),
        fmt::format("expected {} to {}, found \"{}\"", least, most, value)};
}

std::optional<Text> identifier(const std::string& text)
{
    const bool good = !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (good)
        return std::nullopt;
    return Text{fmt::format("英小文字・数字・「_」「-」だけで書いてください（「{}」とあります）。", shortened(text)),
        fmt::format("use lower-case letters, digits, _ and - only, found \"{}\"", shortened(text))};
}

}
