#include "platform/http/openapi.hpp"

#include "platform/http/problem.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hoshuban::http {

namespace {

using json::Schemas;

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(
        result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

/// `get /api/v1/contracts/{contract}` → `get_contracts_contract`
std::string operation_id(const Route& route)
{
    constexpr std::string_view base = "/api/v1";
    std::string_view rest = route.pattern;
    if (rest.starts_with(base))
        rest.remove_prefix(base.size());
    std::string id = lower(name_of(route.method));
    for (const char c : rest) {
        if (c == '/' || c == '-' || c == '.')
            id += '_';
        else if (c != '{' && c != '}')
            id += c;
    }
    return id;
}

std::string path_parameters(const Route& route)
{
    std::string list;
    std::string_view rest = route.pattern;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto close = rest.find('}', open);
        fmt::format_to(std::back_inserter(list),
            R"({}{{"name":{},"in":"path","required":true,"schema":{{"type":"string"}}}})", list.empty() ? "" : ",",
            json::quoted(rest.substr(open + 1, close - open - 1)));
        rest.remove_prefix(close + 1);
    }
    return list;
}

std::string query_parameters(const json::Object& query, Schemas& schemas)
{
    std::string list;
    for (const json::Field& field : query.fields) {
        const bool required = !field.codec->optional && !field.rules.defaulted;
        fmt::format_to(std::back_inserter(list),
            R"({}{{"name":{},"in":"query","required":{},"explode":false,"schema":{}}})", list.empty() ? "" : ",",
            json::quoted(field.key), required, json::labelled_schema(field, schemas));
    }
    return list;
}

std::string parameters(const Route& route, Schemas& schemas)
{
    std::string list = path_parameters(route);
    if (route.query) {
        const std::string more = query_parameters(*route.query(), schemas);
        list += (list.empty() || more.empty() ? "" : ",") + more;
    }
    if (route.reply.versioned && route.method != Method::get) {
        list += list.empty() ? "" : ",";
        list += R"({"name":"If-Match","in":"header","required":true,"schema":{"type":"string"}})";
    }
    return "[" + list + "]";
}

std::string request_body(const Route& route, Schemas& schemas)
{
    if (route.upload)
        return R"(,"requestBody":{"required":true,"content":{"application/octet-stream":{}}})";
    if (!route.body)
        return "";
    return fmt::format(
        R"(,"requestBody":{{"required":true,"content":{{"application/json":{{"schema":{}}}}}}})", route.body(schemas));
}

std::string response(const ReplyShape& reply, Schemas& schemas)
{
    std::string text = fmt::format(R"("{}":{{"description":"OK")", reply.status);
    if (reply.versioned)
        text += R"(,"headers":{"ETag":{"schema":{"type":"string"}}})";
    if (reply.schema)
        text += fmt::format(R"(,"content":{{"application/json":{{"schema":{}}}}})", reply.schema(schemas));
    else if (reply.binary)
        text += R"(,"content":{"application/octet-stream":{}})";
    return text + "}";
}

std::string access(const Route& route)
{
    if (std::holds_alternative<Open>(route.access))
        return R"(,"security":[])";
    if (const auto* const permission = std::get_if<Permission>(&route.access))
        return fmt::format(R"(,"x-permission":{})", json::quoted(name_of(*permission)));
    return "";
}

std::string operation(const Route& route, Schemas& schemas)
{
    schemas.direction = Schemas::Direction::input;
    const std::string input =
        fmt::format(R"("parameters":{}{})", parameters(route, schemas), request_body(route, schemas));
    schemas.direction = Schemas::Direction::output;
    return fmt::format(
        R"({}:{{"operationId":{},"summary":{},"x-summary-en":{}{},{},"responses":{{{},"default":{{"$ref":"#/components/responses/Problem"}}}}}})",
        json::quoted(lower(name_of(route.method))), json::quoted(operation_id(route)), json::quoted(route.summary.ja),
        json::quoted(route.summary.en), access(route), input, response(route.reply, schemas));
}

std::string components(const Schemas& schemas)
{
    std::string list;
    for (const auto& [name, schema] : schemas.components())
        list += fmt::format("{}\n{}:{}", list.empty() ? "" : ",", json::quoted(name), schema);
    constexpr std::string_view responses =
        R"("responses":{"Problem":{"description":"Problem","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}})";
    constexpr std::string_view schemes =
        R"("securitySchemes":{"session":{"type":"apiKey","in":"cookie","name":"hoshuban_session"},"token":{"type":"http","scheme":"bearer"}})";
    return fmt::format("{},\n{},\n\"schemas\":{{{}}}", schemes, responses, list);
}

}

std::string openapi(const Router& router, std::string_view version)
{
    std::map<std::string, std::map<Method, const Route*>> paths;
    for (const Route& route : router.routes())
        paths[route.pattern][route.method] = &route;

    Schemas schemas;
    json::schema_of<Problem>(schemas);
    std::string text;
    for (const auto& [path, routes] : paths) {
        std::string operations;
        for (const auto& [method, route] : routes)
            operations += (operations.empty() ? "\n" : ",\n") + operation(*route, schemas);
        text += fmt::format("{}\n{}:{{{}}}", text.empty() ? "" : ",", json::quoted(path), operations);
    }
    return fmt::format(
        "{{\"openapi\":\"3.1.0\",\n\"info\":{{\"title\":\"Hoshuban\",\"version\":{}}},\n"
        "\"security\":[{{\"session\":[]}},{{\"token\":[]}}],\n\"paths\":{{{}}},\n\"components\":{{{}}}}}\n",
        json::quoted(version), text, components(schemas));
}

}
