#include "platform/http/dispatcher.hpp"

#include "formats/json_guard.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/route_metrics.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"
#include "platform/off_turn.hpp"
#include "platform/uuid.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sodium.h>
#include <stdexcept>

namespace hoshuban::http {

namespace {

const Error no_such_path{ErrorKind::not_found, "http/not_found", {"見つかりません。", "Not found."}};
const Error wrong_method{ErrorKind::invalid, "http/method_not_allowed",
    {"この URL ではこのメソッドは使えません。", "This URL does not take this method."}};
const Error not_json{ErrorKind::invalid, "http/content_type",
    {"Content-Type は application/json にしてください。", "The Content-Type must be application/json."}};
const Error internal{ErrorKind::unavailable, "http/internal",
    {"サーバーで予期しない問題が起きました。受付番号を添えて管理者に連絡してください。",
        "Something unexpected happened in the server. Please tell the administrator, with the request id."}};
constexpr int not_json_status = 415;
constexpr int internal_status = 500;

bool is_api(std::string_view path)
{
    return path == "/api" || path.starts_with("/api/");
}

bool has_json_body(const Request& request)
{
    constexpr std::string_view json = "application/json";
    const auto type = request.header("Content-Type").value_or("");
    return type.starts_with(json) &&
        (type.size() == json.size() || type[json.size()] == ';' || type[json.size()] == ' ');
}

bool same_secret(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Result<void> check_csrf(const Request& request, const Context& context)
{
    const auto& identity = context.identity();
    if (!identity || !identity->csrf || is_safe(request.method))
        return {};
    if (same_secret(request.header("X-Hoshuban-CSRF").value_or(""), *identity->csrf))
        return {};
    return fail(ErrorKind::forbidden, "http/csrf",
        {"画面を再読み込みしてから、もう一度操作してください。", "Please reload the page and try again."});
}

Result<void> check_access(const Route& route, const Context& context)
{
    if (std::holds_alternative<SignedIn>(route.access))
        return context.require_signed_in();
    const auto* const permission = std::get_if<Permission>(&route.access);
    if (!permission)
        return {};
    if (*permission == Permission::administer)
        return context.require_administrator();
    return context.require(*permission, context.path<ContractId>("contract"));
}

Result<void> check_body(const Route& route, const Request& request)
{
    if (request.body.size() <= route.max_body)
        return {};
    return fail(ErrorKind::too_large, "http/body_too_large",
        {fmt::format("送れるのは{}バイトまでです。", route.max_body),
            fmt::format("At most {} bytes can be sent.", route.max_body)});
}

// Texts of a contract's business are stored; what belongs to an account (its password) is not looked at.
Result<void> check_texts(const Route& route, const Request& request)
{
    const auto* const permission = std::get_if<Permission>(&route.access);
    if (!route.body || !permission || *permission == Permission::administer)
        return {};
    auto found = json::unsafe_texts(request.body);
    if (!found.my_numbers.empty())
        return fail(ErrorKind::invalid, "request/invalid_fields",
            {"入力に誤りがあります。各項目の説明を確認してください。",
                "Some fields are wrong; see the explanation of each."},
            std::move(found.my_numbers));
    if (found.password_like.empty() || request.header("X-Hoshuban-Confirm") == "text/password_like")
        return {};
    return fail(ErrorKind::conflict, "text/password_like",
        {"パスワードと思われる文字があります。パスワードでないことを確かめてから、もう一度送ってください。",
            "This seems to hold a password. Make sure that it does not, then send it again."},
        std::move(found.password_like));
}

void check_declaration(const Route& route)
{
    const auto problem = [&](std::string_view what) {
        return std::logic_error(fmt::format("{} {} {}", name_of(route.method), route.pattern, what));
    };
    if (std::holds_alternative<Undeclared>(route.access))
        throw problem("declares no permission");
    if (route.summary.ja.empty() || route.summary.en.empty())
        throw problem("has no summary in both languages");
    const auto* const permission = std::get_if<Permission>(&route.access);
    if (permission && *permission != Permission::administer && route.pattern.find("/{contract}") == std::string::npos)
        throw problem("has a permission of a contract but no {contract} in its path");
}

std::string joined(const std::vector<Method>& methods)
{
    std::string text = "OPTIONS";
    for (const Method method : methods)
        text += fmt::format(", {}{}", name_of(method), method == Method::get ? ", HEAD" : "");
    return text;
}

}

struct Dispatcher::Outcome {
    Response response;
    const Route* route = nullptr;
    std::string actor = {};
};

Dispatcher::Dispatcher(const Router& router, const Services& services, metrics::Registry& metrics,
    std::span<const Asset> pages, UploadCheck check_upload)
    : router_(router)
    , services_(services)
    , check_upload_(std::move(check_upload))
    , metrics_(metrics)
    , assets_(pages)
{
    route_metrics_[nullptr] = std::make_unique<RouteMetrics>(metrics, "", "");
    for (const Route& route : router.routes()) {
        check_declaration(route);
        route_metrics_[&route] =
            std::make_unique<RouteMetrics>(metrics, std::string(name_of(route.method)), route.pattern);
    }
}

Dispatcher::~Dispatcher() = default;

std::size_t Dispatcher::max_body(Method method, std::string_view path) const
{
    const auto match = router_.match(method, path);
    return match.route ? match.route->max_body : 0;
}

Response Dispatcher::dispatch(const Request& request) const
{
    using namespace std::chrono;
    const auto began = steady_clock::now();
    const Instant now = services_.clock.now();
    const std::string request_id = new_uuid(services_.clock);
    Outcome outcome = answer(request, request_id, now);
    Response& response = outcome.response;
    if (!response.header("Cache-Control"))
        response.headers.add("Cache-Control", "no-store");
    response.headers.add("X-Request-Id", request_id);

    const auto duration = duration_cast<microseconds>(steady_clock::now() - began);
    route_metrics_.at(outcome.route)->record(response.status, duration);
    log::info("request",
        {{"request_id", request_id}, {"method", name_of(request.method)},
            {"route", outcome.route ? std::string_view(outcome.route->pattern) : "-"}, {"status", response.status},
            {"us", std::int64_t{duration.count()}}, {"actor", std::string_view(outcome.actor)},
            {"from", std::string_view(request.remote_address)}});
    return std::move(outcome.response);
}

Response Dispatcher::refuse(int status, const Error& error) const
{
    Response response = problem_response(status, error, new_uuid(services_.clock), Language::ja);
    response.headers.add("Cache-Control", "no-store");
    route_metrics_.at(nullptr)->record(status, {});
    return response;
}

Dispatcher::Outcome Dispatcher::without_route(
    const Request& request, const Router::Match& match, const std::string& request_id) const
{
    const Language language = preferred_language(request, std::nullopt);
    if (!match.allowed.empty()) {
        Response response = request.method == Method::options
            ? Response{204}
            : problem_response(405, wrong_method, request_id, language);
        response.headers.add("Allow", joined(match.allowed));
        return {std::move(response)};
    }
    if (is_api(request.path))
        return {problem_response(no_such_path, request_id, language)};
    if (request.method != Method::get && request.method != Method::head) {
        Response response = problem_response(405, wrong_method, request_id, language);
        response.headers.add("Allow", "GET, HEAD");
        return {std::move(response)};
    }
    if (auto page = assets_.find(request))
        return {std::move(*page)};
    return {problem_response(no_such_path, request_id, language)};
}

Dispatcher::Outcome Dispatcher::answer(const Request& request, const std::string& request_id, Instant now) const
{
    auto match = router_.match(request.method, request.path);
    if (!match.route)
        return without_route(request, match, request_id);
    const Route& route = *match.route;
    Outcome outcome{{}, &route};
    Context::Parts parts{now, request_id, std::move(match.values), {}};
    const auto refuse = [&](int status, const Error& error) {
        outcome.response = problem_response(status, error, request_id, preferred_language(request, parts.identity));
    };
    // The one place where exceptions end: this request cannot go on, the next one can.
    try {
        if (!std::holds_alternative<Open>(route.access)) {
            auto identity = services_.authenticator.identify(request, now);
            if (!identity) {
                refuse(status_of(identity.error().kind), identity.error());
                return outcome;
            }
            parts.identity = std::move(*identity);
        }
        if (parts.identity)
            outcome.actor = parts.identity->actor.person.text;
        outcome.response = run(route, request, parts);
    } catch (const db::Unavailable& failure) {
        log::warning("database_unavailable", {{"request_id", request_id}, {"what", failure.what()}});
        refuse(status_of(ErrorKind::unavailable), failure.error());
    } catch (const db::Refused& failure) {
        refuse(status_of(failure.error().kind), failure.error());
    } catch (const std::exception& failure) {
        log::error("request_failed", {{"request_id", request_id}, {"route", route.pattern}, {"what", failure.what()}});
        refuse(internal_status, internal);
    }
    return outcome;
}

Response Dispatcher::run(const Route& route, const Request& request, Context::Parts parts) const
{
    const std::string request_id = parts.request_id;
    if (route.body && !has_json_body(request))
        return problem_response(not_json_status, not_json, request_id, preferred_language(request, parts.identity));
    Context context(request, services_, limiter_, std::move(parts));
    auto result = handle(route, request, context);
    Response response = result ? std::move(*result) : problem_response(result.error(), request_id, context.language());
    for (const auto& [name, value] : context.added_headers())
        response.headers.add(name, value);
    return response;
}

Result<Response> Dispatcher::handle(const Route& route, const Request& request, Context& context) const
{
    TRY(check_access(route, context));
    if (route.rate)
        TRY(context.limit(*route.rate, request.remote_address));
    TRY(check_csrf(request, context));
    TRY(check_body(route, request));
    TRY(check_texts(route, request));
    if (route.upload && check_upload_)
        TRY(check_upload_(context, route, {request.body, request.header("Content-Type").value_or("")}));
    if (!route.takes_long)
        return route.handler(context);
    const OffTurn aside;
    return route.handler(context);
}

}
