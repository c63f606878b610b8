#pragma once
#include "core/result.hpp"
#include "formats/json_codec.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace hoshuban::json {

/// One declaration per transmitted type. It stands beside the type and is found by argument-dependent lookup:
///
///     inline auto describe(const ReportIncident*)
///     {
///         return json::object<ReportIncident>("ReportIncident",
///             json::field("title", &ReportIncident::title, {"件名", "Subject"}, json::length(1, 200)),
///             json::field("hours", &ReportIncident::hours, {"時間", "Hours"}, json::decimals(1), json::range(0,
///             9999.9)));
///     }
///
/// From it come the strict parser, the printer, the messages and the schema. Members may be std::string, bool, int,
/// std::int64_t, double, Id<>, Instant, LocalDay, Named enums, Text, Raw, other described types, and std::optional,
/// std::vector and std::map<std::string, …> of these. An optional member may be absent or null; every other member must
/// be present unless it is defaulted(). In an std::optional<std::optional<T>> the outer one says whether the key was
/// present and the inner one whether it was null, as partial updates need.
template <class T, class... Fields>
Object object(std::string name, const Fields&... fields)
{
    Object result{std::move(name), {}};
    result.fields.reserve(sizeof...(fields));
    (result.fields.push_back(detail::field_of<T>(fields)), ...);
    return result;
}

/// A member that people see: its label stands in messages and in the schema.
template <class Owner, class Member, Check... Checks>
Declared<Owner, Member> field(std::string_view key, Member Owner::*member, Text label, Checks... checks)
{
    Declared<Owner, Member> declared{std::string(key), member, std::move(label), {}};
    (checks.apply(declared.rules), ...);
    return declared;
}

/// A member without a label, for values that no person types.
template <class Owner, class Member, Check... Checks>
Declared<Owner, Member> field(std::string_view key, Member Owner::*member, Checks... checks)
{
    return field(key, member, Text{}, checks...);
}

/// Characters (code points) of a string, or of each string of a list.
constexpr Length length(std::size_t min, std::size_t max)
{
    return {min, max};
}
/// The smallest and largest number.
constexpr Range range(double min, double max)
{
    return {min, max};
}
/// A number with at most this many decimals; printed with exactly as many.
constexpr Decimals decimals(int count)
{
    return {count};
}
/// How many elements a list may have.
constexpr Items items(std::size_t min, std::size_t max)
{
    return {min, max};
}
/// The member may be absent and then keeps the value it is initialised with.
constexpr Defaulted defaulted()
{
    return {};
}

struct Limits {
    std::size_t bytes = std::size_t{32} << 20;
    std::size_t depth = 32;
};

/// Reads one JSON document. Refused are: broken JSON or UTF-8, unknown and repeated keys, missing members, wrong types,
/// numbers that do not fit, NUL characters, and whatever the declaration's rules refuse. All wrong fields are reported
/// together, each with its path.
template <class T>
Result<T> parse(std::string_view bytes, const Limits& limits = {})
{
    T value{};
    TRY(detail::parse_into(bytes, limits, codec<T>(), &value));
    return value;
}

/// Reads the decoded parameters of a query string into a described type. Lists are written `a,b`; an empty parameter
/// counts as absent.
template <class T>
Result<T> parse_query(std::span<const std::pair<std::string, std::string>> parameters)
{
    T value{};
    TRY(detail::parse_query_into(parameters, declared<T>(), &value));
    return value;
}

/// Compact JSON, members in declared order, absent optionals as null. Maps come out sorted, so equal values print
/// equally.
template <class T>
std::string print(const T& value)
{
    Writer writer;
    codec<T>().write(writer, &value, Rules{});
    return writer.take();
}

/// A JSON string literal.
std::string quoted(std::string_view text);

/// The JSON Schema of T; described types are collected in `schemas` and referred to.
template <class T>
std::string schema_of(Schemas& schemas)
{
    return codec<T>().schema(schemas, Rules{});
}

/// The JSON Schema of one field, with its label.
std::string labelled_schema(const Field&, Schemas&);

}
