#include "platform/http/dispatcher_fixture_test.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace hoshuban::http::test {
namespace {

TEST_F(Dispatching, Answers)
{
    const std::string notes = "/api/v1/contracts/c/notes";
    const std::pair<std::string, std::string> json_type{"Content-Type", "application/json"};
    const std::pair<std::string, std::string> worker{"Authorization", "worker"};
    const std::string good = R"({"text":"x"})";
    struct Case {
        const char* story;
        Request request;
        int status;
        std::string body; ///< or the code of the problem
    };
    const Case cases[] = {
        {"created", {Method::post, notes, {}, {worker, json_type}, good}, 201, R"({"id":"n1","text":"xc"})"},
        {"with a charset",
            {Method::post, notes, {}, {worker, {"Content-Type", "application/json; charset=utf-8"}}, good}, 201,
            R"({"id":"n1","text":"xc"})"},
        {"not signed in", {Method::post, notes, {}, {json_type}, good}, 401, "http/not_signed_in"},
        {"session over", {Method::post, notes, {}, {{"Authorization", "expired"}, json_type}, good}, 401,
            "account/expired"},
        {"strange contract does not exist", {Method::post, "/api/v1/contracts/z/notes", {}, {worker, json_type}, good},
            404, "http/not_found"},
        {"right missing", {Method::post, "/api/v1/contracts/audited/notes", {}, {worker, json_type}, good}, 403,
            "http/forbidden"},
        {"form instead of JSON", {Method::post, notes, {}, {worker, {"Content-Type", "text/plain"}}, good}, 415,
            "http/content_type"},
        {"no type", {Method::post, notes, {}, {worker}, good}, 415, "http/content_type"},
        {"broken JSON", {Method::post, notes, {}, {worker, json_type}, "{"}, 422, "request/not_json"},
        {"wrong field", {Method::post, notes, {}, {worker, json_type}, R"({"text":""})"}, 422,
            "request/invalid_fields"},
        {"cookie without CSRF token", {Method::post, notes, {}, {{"Authorization", "cookie"}, json_type}, good}, 403,
            "http/csrf"},
        {"cookie with a wrong one",
            {Method::post, notes, {}, {{"Authorization", "cookie"}, {"X-Hoshuban-CSRF", "tokex"}, json_type}, good},
            403, "http/csrf"},
        {"cookie with CSRF token",
            {Method::post, notes, {}, {{"Authorization", "cookie"}, {"X-Hoshuban-CSRF", "token"}, json_type}, good},
            201, R"({"id":"n1","text":"xc"})"},
        {"reading needs none", {Method::get, notes, {}, {{"Authorization", "cookie"}}}, 200,
            R"({"id":"ja","text":"-"})"},
        {"query", {Method::get, notes, {{"q", "端末"}}, {worker}}, 200, R"({"id":"ja","text":"端末"})"},
        {"unknown parameter", {Method::get, notes, {{"p", ""}}, {worker}}, 422, "request/invalid_fields"},
        {"lang belongs to every route", {Method::get, notes, {{"lang", "en"}}, {worker}}, 200,
            R"({"id":"en","text":"-"})"},
        {"the person's language", {Method::get, notes, {}, {{"Authorization", "english"}}}, 200,
            R"({"id":"en","text":"-"})"},
        {"version missing", {Method::patch, notes + "/n1", {}, {worker, json_type}, good}, 428,
            "http/if_match_missing"},
        {"version wrong", {Method::patch, notes + "/n1", {}, {worker, json_type, {"If-Match", "\"x\""}}, good}, 422,
            "http/if_match_invalid"},
        {"version", {Method::patch, notes + "/n1", {}, {worker, json_type, {"If-Match", "\"3\""}}, good}, 200,
            R"({"id":"n1","text":"x"})"},
        {"upload",
            {Method::post, "/api/v1/attach", {{"q", "12345"}}, {worker, {"Content-Type", "text/plain"}}, "12345"}, 204,
            ""},
        {"upload too large", {Method::post, "/api/v1/attach", {{"q", "1"}}, {worker}, "123456"}, 413,
            "http/body_too_large"},
        {"refused by the handler", {Method::post, "/api/v1/attach", {}, {worker}, "1"}, 409, "test/differs"},
        {"administration", {Method::get, "/api/v1/people", {}, {{"Authorization", "administrator"}}}, 200,
            R"({"id":"ja","text":"-"})"},
        {"administration does not exist for others", {Method::get, "/api/v1/people", {}, {worker}}, 404,
            "http/not_found"},
        {"limited, first", {.path = "/api/v1/limited", .remote_address = "a"}, 200, R"({"id":"ja","text":"-"})"},
        {"limited, second", {.path = "/api/v1/limited", .remote_address = "a"}, 429, "http/too_many"},
        {"limited, from elsewhere",
            {.path = "/api/v1/limited", .headers = {{"Accept-Language", "ja;q=0.5, en-US"}}, .remote_address = "b"},
            200, R"({"id":"en","text":"-"})"},
        {"open routes identify nobody", {Method::post, "/api/v1/session", {}, {worker}}, 200,
            R"({"id":"session","text":"unknown"})"},
        {"limited by key", {Method::post, "/api/v1/session"}, 429, "http/too_many"},
        {"unknown in the API", {Method::get, "/api/v1/nothing"}, 404, "http/not_found"},
        {"wrong method", {Method::del, notes}, 405, "http/method_not_allowed"},
        {"exception", {Method::get, "/api/v1/broken"}, 500, "http/internal"},
        {"database gone", {Method::get, "/api/v1/lost"}, 503, "db/unreachable"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const Response response = dispatcher.dispatch(c.request);
        EXPECT_EQ(response.status, c.status);
        EXPECT_EQ(response.status < 400 ? response.body : code_of(response), c.body);
        EXPECT_EQ(response.header("Cache-Control"), "no-store");
        EXPECT_TRUE(response.header("X-Request-Id"));
    }
}

TEST_F(Dispatching, HeadersOfAnswers)
{
    const std::pair<std::string, std::string> json_type{"Content-Type", "application/json"};
    const std::pair<std::string, std::string> worker{"Authorization", "worker"};
    const Request change{Method::patch, "/api/v1/contracts/c/notes/n", {}, {worker, json_type, {"If-Match", "\"3\""}},
        R"({"text":"x"})"};
    EXPECT_EQ(dispatcher.dispatch(change).header("ETag"), "\"4\"");
    const Request create{Method::post, "/api/v1/contracts/c/notes", {}, {worker, json_type}, R"({"text":"x"})"};
    EXPECT_EQ(dispatcher.dispatch(create).header("Location"), "/api/v1/contracts/c/notes/n1");
    EXPECT_EQ(dispatcher.dispatch({Method::post, "/api/v1/session"}).header("Set-Cookie"),
        "session=s1; Path=/; HttpOnly; SameSite=Strict");
    EXPECT_EQ(dispatcher.dispatch({Method::post, "/api/v1/session"}).header("Retry-After"), "60");
    EXPECT_EQ(
        dispatcher.dispatch({Method::del, "/api/v1/contracts/c/notes"}).header("Allow"), "OPTIONS, GET, HEAD, POST");
    const Response options = dispatcher.dispatch({Method::options, "/api/v1/session"});
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("Allow"), "OPTIONS, POST");
}

TEST_F(Dispatching, EveryRouteDeclaresAccessAndSummary)
{
    const Services services{*database, clock, names};
    const auto refused = [&](void (*declare)(RouteOptions), std::string pattern) {
        Router strange;
        declare(strange.get(std::move(pattern), break_down));
        EXPECT_THROW(Dispatcher(strange, services, metrics), std::logic_error);
    };
    refused([](RouteOptions) {}, "/a");
    refused([](RouteOptions route) { route.open(); }, "/a");
    refused([](RouteOptions route) { route.open().summary({"日", ""}); }, "/a");
    refused([](RouteOptions route) { route.permission(Permission::comment).summary({"日", "en"}); }, "/a/{id}");
}

TEST_F(Dispatching, UploadsAreLookedAtAfterTheRightsAndBeforeTheHandler)
{
    std::vector<std::string> seen;
    const Dispatcher watched{router, {*database, clock, names}, metrics, {},
        [&](Context&, const Route& route, const Upload& upload) -> Result<void> {
            seen.push_back(route.pattern + " " + std::string{upload.bytes});
            if (upload.bytes == "worm")
                return fail(ErrorKind::invalid, "test/infected", {"だめです。", "No."});
            return {};
        }};
    const auto send = [&](const char* who, const std::string& bytes) {
        return watched.dispatch({Method::post, "/api/v1/attach", {{"q", bytes}},
            {{"Authorization", who}, {"Content-Type", "text/plain"}}, bytes});
    };
    EXPECT_EQ(send("worker", "fine").status, 204);
    EXPECT_EQ(code_of(send("worker", "worm")), "test/infected");
    EXPECT_EQ(send("expired", "worm").status, 401);
    EXPECT_EQ(seen, (std::vector<std::string>{"/api/v1/attach fine", "/api/v1/attach worm"}));
}

}
}
