#pragma once
#include "core/result.hpp"
#include "core/role.hpp"
#include "formats/json.hpp"
#include "platform/http/context.hpp"
#include "platform/http/reply.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hoshuban::http {

/// Who may call a route.
struct Undeclared { };
struct Open { };
struct SignedIn { };
using Access = std::variant<Undeclared, Open, SignedIn, Permission>;

/// One declared route.
struct Route {
    Method method;
    std::string pattern;
    std::function<Result<Response>(Context&)> handler;
    ReplyShape reply;
    const json::Object* (*query)() = nullptr; ///< the declaration of its query parameters
    std::string (*body)(json::Schemas&) = nullptr; ///< the schema of its JSON body
    bool upload = false;
    Access access = Undeclared{};
    Text summary = {};
    std::size_t max_body = std::size_t{1} << 20;
    std::optional<RateGroup> rate = {};
    bool takes_long = false;
};

/// The options of a route under declaration.
class RouteOptions {
public:
    explicit RouteOptions(Route& route)
        : route_(route)
    {
    }

    /// Checked before the handler runs: in the contract `{contract}` of the path, or the administrator's for
    /// `administer`.
    RouteOptions& permission(Permission permission) { return route_.access = permission, *this; }
    RouteOptions& signed_in() { return route_.access = SignedIn{}, *this; }
    /// For everybody; nobody is identified.
    RouteOptions& open() { return route_.access = Open{}, *this; }
    RouteOptions& summary(Text text) { return route_.summary = std::move(text), *this; }
    RouteOptions& max_body(std::size_t bytes) { return route_.max_body = bytes, *this; }
    /// Limits calls per client address.
    RouteOptions& limit(const RateGroup& group) { return route_.rate = group, *this; }

    /// The handler may compute for much longer than others should wait: it does not hold up the line.
    RouteOptions& takes_long() { return route_.takes_long = true, *this; }

private:
    Route& route_;
};

/// The table of all routes. Handlers are functions or lambdas of one of these forms; View is a described type or one of
/// Created, NoContent, Versioned, File, Response, and Body a described type, read from the query string for GET and
/// DELETE and from the JSON body otherwise:
///     Result<View> (Context&)        Result<View> (Context&, const Body&)
///     Result<View> (Context&, const Upload&)        Result<View> (Context&, const Query&, const Upload&)
class Router {
public:
    template <class Handler>
    RouteOptions get(std::string pattern, Handler handler)
    {
        return bind(Method::get, std::move(pattern), std::function(std::move(handler)));
    }
    template <class Handler>
    RouteOptions post(std::string pattern, Handler handler)
    {
        return bind(Method::post, std::move(pattern), std::function(std::move(handler)));
    }
    template <class Handler>
    RouteOptions put(std::string pattern, Handler handler)
    {
        return bind(Method::put, std::move(pattern), std::function(std::move(handler)));
    }
    template <class Handler>
    RouteOptions patch(std::string pattern, Handler handler)
    {
        return bind(Method::patch, std::move(pattern), std::function(std::move(handler)));
    }
    template <class Handler>
    RouteOptions del(std::string pattern, Handler handler)
    {
        return bind(Method::del, std::move(pattern), std::function(std::move(handler)));
    }

    const std::deque<Route>& routes() const { return routes_; }

    struct Match {
        const Route* route = nullptr; ///< null when the path is unknown or does not take this method
        std::vector<Method> allowed = {}; ///< the methods of a known path, when `route` is null
        PathValues values = {};
    };
    /// Finds the route of an encoded path. HEAD finds the GET route.
    Match match(Method, std::string_view path) const;

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> children;
        std::unique_ptr<Node> any; ///< a `{name}` segment
        std::map<Method, const Route*> routes;
    };

    Route& add(Method, std::string pattern, ReplyShape, std::function<Result<Response>(Context&)>);
    const Node* walk(const Node&, std::string_view path, std::vector<std::string_view>& values) const;

    template <class View>
    static Result<Response> answer(Result<View> result)
    {
        if (!result)
            return std::unexpected(std::move(result).error());
        return Reply<View>::from(std::move(*result));
    }

    template <class View>
    RouteOptions bind(Method method, std::string pattern, std::function<Result<View>(Context&)> handler)
    {
        return RouteOptions(add(method, std::move(pattern), Reply<View>::shape,
            [handler = std::move(handler)](Context& context) { return answer<View>(handler(context)); }));
    }

    template <class View, class Body>
    RouteOptions bind(Method method, std::string pattern, std::function<Result<View>(Context&, const Body&)> handler)
    {
        const bool from_query = method == Method::get || method == Method::del;
        Route& route = add(method, std::move(pattern), Reply<View>::shape,
            [handler = std::move(handler), from_query](Context& context) -> Result<Response> {
                TRY_ASSIGN(const Body body, from_query ? read_query<Body>(context) : read_json<Body>(context));
                return answer<View>(handler(context, body));
            });
        if (from_query)
            route.query = [] { return &json::declared<Body>(); };
        else
            route.body = &json::schema_of<Body>;
        return RouteOptions(route);
    }

    template <class View>
    RouteOptions bind(Method method, std::string pattern, std::function<Result<View>(Context&, const Upload&)> handler)
    {
        Route& route =
            add(method, std::move(pattern), Reply<View>::shape, [handler = std::move(handler)](Context& context) {
                return answer<View>(handler(context, upload_of(context)));
            });
        route.upload = true;
        return RouteOptions(route);
    }

    template <class View, class Query>
    RouteOptions bind(
        Method method, std::string pattern, std::function<Result<View>(Context&, const Query&, const Upload&)> handler)
    {
        Route& route = add(method, std::move(pattern), Reply<View>::shape,
            [handler = std::move(handler)](Context& context) -> Result<Response> {
                TRY_ASSIGN(const Query query, read_query<Query>(context));
                return answer<View>(handler(context, query, upload_of(context)));
            });
        route.query = [] { return &json::declared<Query>(); };
        route.upload = true;
        return RouteOptions(route);
    }

    template <class Body>
    static Result<Body> read_json(const Context& context)
    {
        return json::parse<Body>(context.request().body);
    }
    template <class Query>
    static Result<Query> read_query(const Context& context)
    {
        return json::parse_query<Query>(query_of(context));
    }
    static Parameters query_of(const Context&);
    static Upload upload_of(const Context&);

    std::deque<Route> routes_;
    Node root_;
};

}
