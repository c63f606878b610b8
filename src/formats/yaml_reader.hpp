#pragma once
#include "core/names.hpp"
#include "core/time.hpp"
#include "formats/yaml.hpp"

#include <algorithm>
#include <concepts>
#include <functional>
#include <map>
#include <optional>

/// Typed reading of YAML: a struct declares its keys once,
///   void fields(yaml::Object& in, MinutesRule& rule) { in.required("trigger", rule.trigger); in.optional("limit",
///   rule.limit); }
/// and every wrong place of the file is reported at once, with its position. Unknown keys are refused.
namespace hoshuban::yaml {

/// A value, the path that leads to it, and where to report what is wrong with it.
struct Place {
    const Value& value;
    std::string path;
    Problems& problems;

    /// Report at this place; false, so that a reader can end with it.
    bool refuse(std::string code, const Text&) const;
    /// Report that something else was expected, naming what was found.
    bool expected(std::string code, const Text& what) const;
};

bool read(const Place&, std::string&);
bool read(const Place&, bool&);
bool read(const Place&, int&);
bool read(const Place&, LocalDay&);
bool read(const Place&, MinuteOfDay&); ///< `08:45`; up to `47:59`, past midnight of the day on which it began
bool read(const Place&, std::chrono::month_day&); ///< `12-29`
bool read(const Place&, std::chrono::weekday&); ///< `mon` … `sun`
bool read(const Place&, Text&); ///< one text for both languages, or `{ja: …, en: …}`

bool read_name(const Place&, const std::vector<std::string_view>& names, std::size_t& chosen);

template <Named E>
bool read(const Place& place, E& value)
{
    std::vector<std::string_view> names;
    for (const auto& [each, name] : names_of(static_cast<const E*>(nullptr)))
        names.push_back(name);
    std::size_t chosen = 0;
    if (!read_name(place, names, chosen))
        return false;
    value = names_of(static_cast<const E*>(nullptr))[chosen].first;
    return true;
}

class Object;

/// What required() asks of every value: a text that says something.
std::optional<Text> not_blank(const std::string&);
std::optional<Text> not_blank(const Text&);
template <class T>
std::optional<Text> not_blank(const T&)
{
    return std::nullopt;
}

template <class T>
concept Described = requires(Object& object, T& value)
{
    fields(object, value);
};

template <class T>
bool read(const Place&, std::optional<T>&);
template <class T>
bool read(const Place&, std::vector<T>&);
template <Described T>
bool read(const Place&, T&);

/// Reads a mapping key by key. The last key read, call finish() (read() of a described struct does).
class Object {
public:
    explicit Object(const Place&);

    template <class T, class... Checks>
    void required(std::string_view key, T& value, const Checks&... checks)
    {
        if (const Value* found = find(key))
            read_checked(
                at(key, *found), value, [](const T& each) { return not_blank(each); }, checks...);
        else if (is_mapping_)
            missing(key);
    }

    /// Leaves the value as it is when the key is absent or has no value.
    template <class T, class... Checks>
    void optional(std::string_view key, T& value, const Checks&... checks)
    {
        const Value* found = find(key);
        if (found != nullptr && found->kind != Kind::null)
            read_checked(at(key, *found), value, checks...);
    }

    bool has(std::string_view key) const;
    const Place& place() const { return place_; }
    /// Report keys that nobody asked for; false when anything below this mapping was refused.
    bool finish();

private:
    const Value* find(std::string_view key);
    Place at(std::string_view key, const Value&) const;
    void missing(std::string_view key);

    template <class T, class... Checks>
    void read_checked(const Place& place, T& value, const Checks&... checks)
    {
        if (!read(place, value)) {
            good_ = false;
            return;
        }
        [[maybe_unused]] const auto apply = [&](const auto& check) {
            if (const std::optional<Text> objection = std::invoke(check, value))
                good_ = place.refuse("yaml/value", *objection);
        };
        (apply(checks), ...);
    }

    Place place_;
    bool is_mapping_;
    bool good_ = true;
    std::vector<std::string> known_;
};

/// Checks for required() and optional(): nothing when the value is fine.
struct Range {
    int least;
    int most;
    std::optional<Text> operator()(int) const;
    std::optional<Text> operator()(const std::optional<int>& value) const
    {
        return value ? (*this)(*value) : std::nullopt;
    }
};
constexpr Range range(int least, int most)
{
    return {least, most};
}
/// Lower-case letters, digits, `_`, `-`; what programs and addresses use.
std::optional<Text> identifier(const std::string&);

template <class T>
std::optional<Text> not_empty(const std::vector<T>& list)
{
    if (!list.empty())
        return std::nullopt;
    return Text{"一つ以上書いてください。", "needs at least one entry"};
}

template <class T>
bool read(const Place& place, std::optional<T>& value)
{
    T read_value{};
    if (!read(place, read_value))
        return false;
    value = std::move(read_value);
    return true;
}

template <class T>
bool read(const Place& place, std::vector<T>& list)
{
    if (place.value.kind != Kind::sequence)
        return place.expected("yaml/list", {"リスト", "a list"});
    bool good = true;
    for (std::size_t i = 0; i < place.value.items.size(); ++i) {
        T item{};
        if (read(Place{place.value.items[i], place.path + "[" + std::to_string(i) + "]", place.problems}, item))
            list.push_back(std::move(item));
        else
            good = false;
    }
    return good;
}

template <Described T>
bool read(const Place& place, T& value)
{
    Object object(place);
    fields(object, value);
    return object.finish();
}

/// Reads exactly these keys with a text each, such as the words of a contract.
template <class Keys>
bool read_words(const Place& place, const Keys& keys, std::map<std::string, Text, std::less<>>& words)
{
    Object object(place);
    for (const std::string_view key : keys)
        object.required(key, words[std::string(key)]);
    return object.finish();
}

/// Read a whole file into a described value.
template <class T>
bool read_document(const Value& root, Problems& problems, T& value)
{
    return read(Place{root, {}, problems}, value);
}

}
