#include "formats/json.hpp"
#include "formats/json_reading.hpp"

#include <algorithm>

namespace hoshuban {

json::Object describe(const Text*)
{
    return json::object<Text>("Text", json::field("ja", &Text::ja), json::field("en", &Text::en));
}

namespace json {
namespace {

void check_items(std::size_t count, const Rules& rules, Reading& reading)
{
    if (count < rules.min_items)
        reading.refuse("items", fmt::format("は{}件以上指定してください。", rules.min_items),
            fmt::format("needs at least {} entries.", rules.min_items));
    if (count > rules.max_items)
        reading.refuse("items", fmt::format("は{}件以内で指定してください（今は{}件）。", rules.max_items, count),
            fmt::format("may have at most {} entries (it has {}).", rules.max_items, count));
}

void refuse_key(Reading& reading, std::string_view key, std::string_view code, std::string_view ja, std::string_view en)
{
    const Reading::Step step(reading, key, nullptr);
    const auto shown = Reading::shown(key);
    reading.refuse_with(code, {fmt::format("「{}」{}", shown, ja), fmt::format("\"{}\" {}", shown, en)});
}

void refuse_unknown(Reading& reading, std::string_view key)
{
    refuse_key(reading, key, "unknown", "という項目はありません。", "is not a known field.");
}

void refuse_repeated(Reading& reading, std::string_view key)
{
    refuse_key(reading, key, "repeated", "が2回以上指定されています。", "is given more than once.");
}

/// Fields usually come in declared order, so the search starts where the last one was found.
std::size_t position(const Object& object, std::string_view key, std::size_t expected)
{
    if (expected < object.fields.size() && object.fields[expected].key == key)
        return expected;
    const auto found = std::ranges::find(object.fields, key, &Field::key);
    return static_cast<std::size_t>(found - object.fields.begin());
}

void* member_of(void* target, const Field& field)
{
    return static_cast<std::byte*>(target) + field.offset;
}

void refuse_missing(const Object& object, const std::vector<bool>& seen, Reading& reading)
{
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const Field& field = object.fields[i];
        if (seen[i] || field.codec->optional || field.rules.defaulted)
            continue;
        const Reading::Step step(reading, field.key, &field.label);
        reading.refuse("missing", "を入力してください。", "is required.");
    }
}

Result<void> finish(Reading& reading)
{
    auto problems = reading.take_problems();
    if (problems.empty())
        return {};
    return fail(ErrorKind::invalid, "request/invalid_fields",
        {"入力に誤りがあります。各項目の説明を確認してください。",
            "Some fields are wrong; see the explanation of each."},
        std::move(problems));
}

std::unexpected<Error> broken(simdjson::error_code problem)
{
    if (problem == simdjson::UTF8_ERROR)
        return fail(
            ErrorKind::invalid, "request/not_utf8", {"文字コードが UTF-8 ではありません。", "The text is not UTF-8."});
    if (problem == simdjson::DEPTH_ERROR)
        return fail(
            ErrorKind::invalid, "request/too_deep", {"JSON の入れ子が深すぎます。", "The JSON is nested too deeply."});
    return fail(ErrorKind::invalid, "request/not_json",
        {"JSON として読み取れません。", fmt::format("This is not JSON: {}.", simdjson::error_message(problem))});
}

Result<void> parse_with(
    simdjson::dom::parser& parser, std::string_view bytes, std::size_t depth, const Codec& codec, void* target)
{
    if (parser.max_depth() != depth || parser.capacity() < bytes.size()) {
        if (const auto problem = parser.allocate(bytes.size(), depth))
            return broken(problem);
    }
    simdjson::dom::element root;
    if (const auto problem = parser.parse(bytes.data(), bytes.size()).get(root))
        return broken(problem);
    Reading reading;
    codec.read(Value{root}, target, Rules{}, reading);
    return finish(reading);
}

}

namespace detail {

Result<void> parse_into(std::string_view bytes, const Limits& limits, const Codec& codec, void* target)
{
    if (bytes.size() > limits.bytes)
        return fail(ErrorKind::too_large, "request/too_large",
            {fmt::format("JSON は{}バイト以内にしてください。", limits.bytes),
                fmt::format("The JSON may have at most {} bytes.", limits.bytes)});
    // A parser keeps its buffers, which pays for the many small documents; a large one must not stay in memory.
    constexpr std::size_t kept_bytes = std::size_t{64} << 10;
    if (bytes.size() <= kept_bytes) {
        thread_local simdjson::dom::parser parser;
        return parse_with(parser, bytes, limits.depth, codec, target);
    }
    simdjson::dom::parser parser;
    return parse_with(parser, bytes, limits.depth, codec, target);
}

Result<void> parse_query_into(
    std::span<const std::pair<std::string, std::string>> parameters, const Object& object, void* target)
{
    Reading reading;
    std::vector<bool> seen(object.fields.size());
    for (const auto& [key, text] : parameters) {
        const std::size_t at = position(object, key, object.fields.size());
        if (at == object.fields.size()) {
            refuse_unknown(reading, key);
            continue;
        }
        if (seen[at])
            refuse_repeated(reading, key);
        if (text.empty())
            continue;
        seen[at] = true;
        const Field& field = object.fields[at];
        const Reading::Step step(reading, key, &field.label);
        field.codec->read_text(text, member_of(target, field), field.rules, reading);
    }
    refuse_missing(object, seen, reading);
    return finish(reading);
}

bool is_null(const Value& value)
{
    return value.element.is_null();
}

std::optional<std::string_view> text_of(const Value& value, Reading& reading)
{
    std::string_view text;
    if (value.element.get_string().get(text) == simdjson::SUCCESS)
        return text;
    reading.refuse("type", "は文字列で指定してください。", "must be a string.");
    return std::nullopt;
}

void refuse_choice(Reading& reading, std::span<const std::string_view> names)
{
    const std::string choices = fmt::format("{}", fmt::join(names, ", "));
    reading.refuse(
        "choice", fmt::format("は次のいずれかにしてください: {}", choices), fmt::format("must be one of: {}", choices));
}

void read_object(const Object& object, const Value& value, void* target, Reading& reading)
{
    simdjson::dom::object members;
    if (value.element.get_object().get(members) != simdjson::SUCCESS)
        return reading.refuse("type", "はオブジェクト（{ }）で指定してください。", "must be an object.");
    std::vector<bool> seen(object.fields.size());
    std::size_t expected = 0;
    for (const auto& [key, member] : members) {
        const std::size_t at = position(object, key, expected);
        if (at == object.fields.size()) {
            refuse_unknown(reading, key);
            continue;
        }
        expected = at + 1;
        if (seen[at])
            refuse_repeated(reading, key);
        seen[at] = true;
        const Field& field = object.fields[at];
        const Reading::Step step(reading, key, &field.label);
        field.codec->read(Value{member}, member_of(target, field), field.rules, reading);
    }
    refuse_missing(object, seen, reading);
}

void read_items(const Value& value, void* list, Append append, const Codec& codec, const Rules& rules, Reading& reading)
{
    simdjson::dom::array items;
    if (value.element.get_array().get(items) != simdjson::SUCCESS)
        return reading.refuse("type", "は配列（[ ]）で指定してください。", "must be a list.");
    std::size_t index = 0;
    for (const auto item : items) {
        const Reading::Step step(reading, index++);
        codec.read(Value{item}, append(list, {}), rules, reading);
    }
    check_items(index, rules, reading);
}

void read_items(
    std::string_view commas, void* list, Append append, const Codec& codec, const Rules& rules, Reading& reading)
{
    std::size_t index = 0;
    for (bool more = true; more; ++index) {
        const auto comma = commas.find(',');
        const Reading::Step step(reading, index);
        codec.read_text(commas.substr(0, comma), append(list, {}), rules, reading);
        more = comma != std::string_view::npos;
        if (more)
            commas.remove_prefix(comma + 1);
    }
    check_items(index, rules, reading);
}

void read_members(
    const Value& value, void* map, Append append, const Codec& codec, const Rules& rules, Reading& reading)
{
    simdjson::dom::object members;
    if (value.element.get_object().get(members) != simdjson::SUCCESS)
        return reading.refuse("type", "はオブジェクト（{ }）で指定してください。", "must be an object.");
    std::size_t count = 0;
    for (const auto& [key, member] : members) {
        ++count;
        void* const place = append(map, key);
        if (!place) {
            refuse_repeated(reading, key);
            continue;
        }
        const Reading::Step step(reading, key, nullptr);
        if (key.find('\0') != std::string_view::npos)
            reading.refuse(
                "nul", "に使えない文字（NUL）が含まれています。", "contains a NUL character, which is not allowed.");
        codec.read(Value{member}, place, rules, reading);
    }
    check_items(count, rules, reading);
}

}
}
}
