#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "formats/json_writer.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hoshuban {
namespace json {
struct Object;
}
json::Object describe(const Text*);
}

// The type-erased machinery behind formats/json.hpp: a described type becomes a table of fields, a member type a Codec
// of four function pointers, and the work is done once in json_read.cpp, json_write.cpp and json_schema.cpp.
namespace hoshuban::json {

/// JSON that is already printed and passes through as it is.
struct Raw {
    std::string text = "null";

    bool operator==(const Raw&) const = default;
};

/// What a field's declaration demands of its value.
struct Rules {
    std::size_t min_length = 0;
    std::size_t max_length = std::numeric_limits<std::size_t>::max();
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    int decimals = -1;
    std::size_t min_items = 0;
    std::size_t max_items = std::numeric_limits<std::size_t>::max();
    bool defaulted = false;
};

struct Length {
    std::size_t min, max;
    constexpr void apply(Rules& rules) const { rules.min_length = min, rules.max_length = max; }
};
struct Range {
    double min, max;
    constexpr void apply(Rules& rules) const { rules.min = min, rules.max = max; }
};
struct Decimals {
    int count;
    constexpr void apply(Rules& rules) const { rules.decimals = count; }
};
struct Items {
    std::size_t min, max;
    constexpr void apply(Rules& rules) const { rules.min_items = min, rules.max_items = max; }
};
struct Defaulted {
    constexpr void apply(Rules& rules) const { rules.defaulted = true; }
};
template <class C>
concept Check = requires(const C& check, Rules& rules)
{
    check.apply(rules);
};

/// Collects the component schemas that an OpenAPI document refers to. Input and output differ in which members are
/// required: everything is always printed, but optional and defaulted members need not be sent.
class Schemas {
public:
    enum class Direction { input, output };

    Direction direction = Direction::output;

    const std::map<std::string, std::string>& components() const { return components_; }
    /// Registers a described type and returns the reference to it.
    std::string refer(const Object&);

private:
    std::map<std::string, std::string> components_;
    std::set<std::pair<std::string, Direction>> open_;
};

struct Limits;
struct Value; // one parsed JSON value
class Reading; // where the parser stands and which problems it has met

/// How one C++ type is read, printed and described.
struct Codec {
    void (*read)(const Value&, void* target, const Rules&, Reading&);
    void (*read_text)(
        std::string_view, void* target, const Rules&, Reading&); ///< from a query string; null when impossible
    void (*write)(Writer&, const void* value, const Rules&);
    std::string (*schema)(Schemas&, const Rules&);
    bool optional = false;
};

struct Field {
    std::string key;
    std::string printed_key; ///< `"key":`
    Text label;
    Rules rules;
    const Codec* codec;
    std::size_t offset;
};

struct Object {
    std::string name;
    std::vector<Field> fields;
};

template <class Owner, class Member>
struct Declared {
    std::string key;
    Member Owner::*member;
    Text label;
    Rules rules;
};

template <class T>
concept Described = requires(const T* type)
{
    {
        describe(type)
        } -> std::same_as<Object>;
};

/// The declaration of T, built once.
template <Described T>
const Object& declared()
{
    static const Object object = describe(static_cast<const T*>(nullptr));
    return object;
}

template <class T>
const Codec& codec();

namespace detail {

extern const Codec string_codec, id_codec, bool_codec, int_codec, int64_codec, double_codec, instant_codec, day_codec,
    raw_codec;

Result<void> parse_into(std::string_view bytes, const Limits&, const Codec&, void* target);
Result<void> parse_query_into(std::span<const std::pair<std::string, std::string>>, const Object&, void* target);

bool is_null(const Value&);
std::optional<std::string_view> text_of(const Value&, Reading&);
void refuse_choice(Reading&, std::span<const std::string_view> names);
void read_object(const Object&, const Value&, void* target, Reading&);
void write_object(const Object&, Writer&, const void* value);
/// `append` makes room for one more element (named `key` in a map) and says where; null when the key is there already.
using Append = void* (*)(void* container, std::string_view key);
void read_items(const Value&, void* list, Append, const Codec&, const Rules&, Reading&);
void read_items(std::string_view commas, void* list, Append, const Codec&, const Rules&, Reading&);
void read_members(const Value&, void* map, Append, const Codec&, const Rules&, Reading&);
std::string choice_schema(std::span<const std::string_view> names);
std::string list_schema(const std::string& item, const Rules&);

template <Named E>
constexpr auto all_names()
{
    constexpr auto pairs = names_of(static_cast<const E*>(nullptr));
    std::array<std::string_view, pairs.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = pairs[i].second;
    return names;
}

template <Named E>
struct ChoiceCodec {
    static void read(const Value& value, void* target, const Rules& rules, Reading& reading)
    {
        if (const auto text = text_of(value, reading))
            read_text(*text, target, rules, reading);
    }
    static void read_text(std::string_view text, void* target, const Rules&, Reading& reading)
    {
        if (const auto choice = named<E>(text))
            *static_cast<E*>(target) = *choice;
        else
            refuse_choice(reading, all_names<E>());
    }
    static void write(Writer& writer, const void* value, const Rules&)
    {
        writer.literal(name_of(*static_cast<const E*>(value)));
    }
    static std::string schema(Schemas&, const Rules&) { return choice_schema(all_names<E>()); }
    static constexpr Codec codec{&read, &read_text, &write, &schema};
};

template <class T>
struct OptionalCodec {
    // The outer optional of a nested one only says that the key was there, so null belongs to the inner one.
    static constexpr bool nested = requires(T inner) { inner.has_value(); };

    static void read(const Value& value, void* target, const Rules& rules, Reading& reading)
    {
        if (!nested && is_null(value))
            return;
        json::codec<T>().read(value, &static_cast<std::optional<T>*>(target)->emplace(), rules, reading);
    }
    static void read_text(std::string_view text, void* target, const Rules& rules, Reading& reading)
    {
        json::codec<T>().read_text(text, &static_cast<std::optional<T>*>(target)->emplace(), rules, reading);
    }
    static void write(Writer& writer, const void* value, const Rules& rules)
    {
        const auto& optional = *static_cast<const std::optional<T>*>(value);
        if (optional)
            json::codec<T>().write(writer, &*optional, rules);
        else
            writer.raw("null");
    }
    static std::string schema(Schemas& schemas, const Rules& rules)
    {
        const std::string inner = json::codec<T>().schema(schemas, rules);
        return nested ? inner : R"({"anyOf":[)" + inner + R"(,{"type":"null"}]})";
    }
    static constexpr Codec codec{&read, &read_text, &write, &schema, true};
};

template <class T>
struct ListCodec {
    static_assert(!std::same_as<T, bool>, "std::vector<bool> has no elements to point at");

    static void* append(void* list, std::string_view) { return &static_cast<std::vector<T>*>(list)->emplace_back(); }
    static void read(const Value& value, void* target, const Rules& rules, Reading& reading)
    {
        read_items(value, target, &append, json::codec<T>(), rules, reading);
    }
    static void read_text(std::string_view text, void* target, const Rules& rules, Reading& reading)
    {
        read_items(text, target, &append, json::codec<T>(), rules, reading);
    }
    static void write(Writer& writer, const void* value, const Rules& rules)
    {
        char separator = '[';
        for (const T& item : *static_cast<const std::vector<T>*>(value)) {
            writer.raw(std::exchange(separator, ','));
            json::codec<T>().write(writer, &item, rules);
        }
        writer.raw(separator == '[' ? "[]" : "]");
    }
    static std::string schema(Schemas& schemas, const Rules& rules)
    {
        return list_schema(json::codec<T>().schema(schemas, rules), rules);
    }
    static constexpr Codec codec{&read, &read_text, &write, &schema};
};

template <class T>
struct MapCodec {
    using Map = std::map<std::string, T>;

    static void* append(void* map, std::string_view key)
    {
        const auto [place, fresh] = static_cast<Map*>(map)->try_emplace(std::string(key));
        return fresh ? &place->second : nullptr;
    }
    static void read(const Value& value, void* target, const Rules& rules, Reading& reading)
    {
        read_members(value, target, &append, json::codec<T>(), rules, reading);
    }
    static void write(Writer& writer, const void* value, const Rules& rules)
    {
        char separator = '{';
        for (const auto& [key, item] : *static_cast<const Map*>(value)) {
            writer.raw(std::exchange(separator, ','));
            writer.text(key);
            writer.raw(':');
            json::codec<T>().write(writer, &item, rules);
        }
        writer.raw(separator == '{' ? "{}" : "}");
    }
    static std::string schema(Schemas& schemas, const Rules& rules)
    {
        return R"({"type":"object","additionalProperties":)" + json::codec<T>().schema(schemas, rules) + "}";
    }
    static constexpr Codec codec{&read, nullptr, &write, &schema};
};

template <Described T>
struct ObjectCodec {
    static void read(const Value& value, void* target, const Rules&, Reading& reading)
    {
        read_object(declared<T>(), value, target, reading);
    }
    static void write(Writer& writer, const void* value, const Rules&) { write_object(declared<T>(), writer, value); }
    static std::string schema(Schemas& schemas, const Rules&) { return schemas.refer(declared<T>()); }
    static constexpr Codec codec{&read, nullptr, &write, &schema};
};

template <const Codec& chosen>
struct Uses : std::true_type {
    static constexpr const Codec& codec() { return chosen; }
};
template <class T>
struct Standard : std::false_type {
};
template <>
struct Standard<std::string> : Uses<string_codec> {
};
template <>
struct Standard<bool> : Uses<bool_codec> {
};
template <>
struct Standard<int> : Uses<int_codec> {
};
template <>
struct Standard<std::int64_t> : Uses<int64_codec> {
};
template <>
struct Standard<double> : Uses<double_codec> {
};
template <>
struct Standard<Instant> : Uses<instant_codec> {
};
template <>
struct Standard<LocalDay> : Uses<day_codec> {
};
template <>
struct Standard<Raw> : Uses<raw_codec> {
};
// An Id is exactly its text, so one codec serves every kind of id.
template <class Tag>
struct Standard<Id<Tag>> : Uses<id_codec> {
};
template <class T>
struct Standard<std::optional<T>> : Uses<OptionalCodec<T>::codec> {
};
template <class T>
struct Standard<std::vector<T>> : Uses<ListCodec<T>::codec> {
};
template <class T>
struct Standard<std::map<std::string, T>> : Uses<MapCodec<T>::codec> {
};

template <class T, class Owner, class Member>
Field field_of(const Declared<Owner, Member>& declared)
{
    union Probe {
        char none;
        T value;
        Probe()
            : none{}
        {
        }
        ~Probe() { }
    };
    const Probe probe;
    const Member T::*const member = declared.member;
    const auto* const place = reinterpret_cast<const char*>(&(probe.value.*member));
    return {declared.key, '"' + declared.key + "\":", declared.label, declared.rules, &json::codec<Member>(),
        static_cast<std::size_t>(place - reinterpret_cast<const char*>(&probe))};
}

}

template <class T>
const Codec& codec()
{
    if constexpr (detail::Standard<T>::value)
        return detail::Standard<T>::codec();
    else if constexpr (Named<T>)
        return detail::ChoiceCodec<T>::codec;
    else {
        static_assert(Described<T>, "no describe(const T*) beside this type");
        return detail::ObjectCodec<T>::codec;
    }
}

}
