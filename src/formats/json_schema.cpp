#include "formats/json.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace hoshuban::json {

namespace {

std::string object_schema(const Object& object, Schemas& schemas)
{
    std::string properties;
    std::string required;
    for (const Field& field : object.fields) {
        fmt::format_to(std::back_inserter(properties), "{}{}{}", properties.empty() ? "" : ",", field.printed_key,
            labelled_schema(field, schemas));
        const bool may_be_absent = field.codec->optional || field.rules.defaulted;
        if (schemas.direction == Schemas::Direction::output || !may_be_absent)
            required += (required.empty() ? "" : ",") + json::quoted(field.key);
    }
    return fmt::format(R"({{"type":"object","properties":{{{}}},"required":[{}],"additionalProperties":false}})",
        properties, required);
}

}

std::string labelled_schema(const Field& field, Schemas& schemas)
{
    std::string schema = field.codec->schema(schemas, field.rules);
    if (field.label.ja.empty())
        return schema;
    schema.pop_back();
    if (schema != "{")
        schema += ',';
    return fmt::format(
        R"({}"title":{},"x-title-en":{}}})", schema, json::quoted(field.label.ja), json::quoted(field.label.en));
}

std::string Schemas::refer(const Object& object)
{
    const std::string reference = fmt::format(R"({{"$ref":"#/components/schemas/{}"}})", object.name);
    // A type that contains itself is met again while its own schema is being built.
    if (const auto [place, fresh] = open_.insert({object.name, direction}); !fresh)
        return reference;
    const std::string schema = object_schema(object, *this);
    const auto [place, fresh] = components_.try_emplace(object.name, schema);
    if (!fresh && place->second != schema)
        throw std::logic_error(
            fmt::format("two different schemas are called {}: a type with optional members cannot be both "
                        "sent and received, or two types share the name",
                object.name));
    open_.erase({object.name, direction});
    return reference;
}

std::string detail::choice_schema(std::span<const std::string_view> names)
{
    std::string list;
    for (const auto name : names)
        list += (list.empty() ? "" : ",") + json::quoted(name);
    return fmt::format(R"({{"type":"string","enum":[{}]}})", list);
}

std::string detail::list_schema(const std::string& item, const Rules& rules)
{
    std::string schema = R"({"type":"array","items":)" + item;
    if (rules.min_items > 0)
        schema += fmt::format(R"(,"minItems":{})", rules.min_items);
    if (rules.max_items != Rules{}.max_items)
        schema += fmt::format(R"(,"maxItems":{})", rules.max_items);
    return schema + "}";
}

}
