#include "platform/http/router.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace hoshuban::http {

namespace {

bool is_parameter(std::string_view segment)
{
    return segment.starts_with('{') && segment.ends_with('}');
}

/// Takes the first segment off a path that begins with a slash.
std::string_view take_segment(std::string_view& path)
{
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

std::vector<std::string_view> parameter_names(std::string_view pattern)
{
    std::vector<std::string_view> names;
    while (!pattern.empty()) {
        const auto segment = take_segment(pattern);
        if (is_parameter(segment))
            names.push_back(segment.substr(1, segment.size() - 2));
    }
    return names;
}

}

Route& Router::add(
    Method method, std::string pattern, ReplyShape reply, std::function<Result<Response>(Context&)> handler)
{
    if (!pattern.starts_with('/'))
        throw std::logic_error(fmt::format("route {} does not begin with a slash", pattern));
    Route& route = routes_.emplace_back(Route{method, std::move(pattern), std::move(handler), reply});
    Node* node = &root_;
    for (std::string_view rest = route.pattern; !rest.empty();) {
        const auto segment = take_segment(rest);
        auto& child = is_parameter(segment) ? node->any : node->children[std::string(segment)];
        if (!child)
            child = std::make_unique<Node>();
        node = child.get();
    }
    if (!node->routes.try_emplace(method, &route).second)
        throw std::logic_error(fmt::format("{} {} is declared twice", name_of(method), route.pattern));
    return route;
}

const Router::Node* Router::walk(const Node& node, std::string_view path, std::vector<std::string_view>& values) const
{
    if (path.empty())
        return node.routes.empty() ? nullptr : &node;
    std::string_view rest = path;
    const auto segment = take_segment(rest);
    if (const auto child = node.children.find(segment); child != node.children.end()) {
        if (const Node* const found = walk(*child->second, rest, values))
            return found;
    }
    if (!node.any || segment.empty())
        return nullptr;
    values.push_back(segment);
    const Node* const found = walk(*node.any, rest, values);
    if (!found)
        values.pop_back();
    return found;
}

Router::Match Router::match(Method method, std::string_view path) const
{
    std::vector<std::string_view> values;
    const Node* const node = path.starts_with('/') ? walk(root_, path, values) : nullptr;
    if (!node)
        return {};
    Match match;
    const auto route = node->routes.find(method == Method::head ? Method::get : method);
    if (route == node->routes.end()) {
        for (const auto& [allowed, ignored] : node->routes)
            match.allowed.push_back(allowed);
        return match;
    }
    match.route = route->second;
    const auto names = parameter_names(match.route->pattern);
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto value = percent_decode(values[i]);
        if (!value)
            return {};
        match.values.emplace_back(names[i], std::move(*value));
    }
    return match;
}

Parameters Router::query_of(const Context& context)
{
    Parameters query = context.request().query;
    // `lang` chooses the language of any answer and belongs to no handler.
    std::erase_if(query, [](const auto& parameter) { return parameter.first == "lang"; });
    return query;
}

Upload Router::upload_of(const Context& context)
{
    return {context.request().body, context.request().header("Content-Type").value_or("application/octet-stream")};
}

}
