#pragma once
#include "platform/http/assets.hpp"
#include "platform/http/context.hpp"
#include "platform/http/rate_limit.hpp"
#include "platform/http/router.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>

namespace hoshuban::metrics {
class Registry;
}

namespace hoshuban::http {

class RouteMetrics;

/// Looks at uploaded bytes before the route's handler sees them; a failure is answered as it is.
using UploadCheck = std::function<Result<void>(Context&, const Route&, const Upload&)>;

/// Answers requests, without any socket: match, authenticate, limit, CSRF, parse, handler, problem. Thread safe.
class Dispatcher {
public:
    /// Refuses (std::logic_error) a router with a route that declares no access or no summary. Everything given must
    /// outlive the dispatcher.
    Dispatcher(const Router&, const Services&, metrics::Registry&, std::span<const Asset> pages = {},
        UploadCheck check_upload = {});
    ~Dispatcher();

    /// A HEAD request gets the answer of its GET; whoever sends it leaves the body out.
    Response dispatch(const Request&) const;
    /// A request that broke the protocol before it could be dispatched.
    Response refuse(int status, const Error&) const;
    /// How long the body of a request may be.
    std::size_t max_body(Method, std::string_view path) const;
    const Clock& clock() const { return services_.clock; }
    metrics::Registry& metrics() const { return metrics_; }

private:
    struct Outcome;

    Outcome answer(const Request&, const std::string& request_id, Instant now) const;
    Outcome without_route(const Request&, const Router::Match&, const std::string& request_id) const;
    Response run(const Route&, const Request&, Context::Parts) const;
    Result<Response> handle(const Route&, const Request&, Context&) const;

    const Router& router_;
    Services services_;
    UploadCheck check_upload_;
    metrics::Registry& metrics_;
    Assets assets_;
    mutable RateLimiter limiter_;
    std::unordered_map<const Route*, std::unique_ptr<RouteMetrics>> route_metrics_;
};

}
