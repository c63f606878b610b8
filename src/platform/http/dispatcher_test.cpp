#include "platform/http/dispatcher.hpp"

#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/openapi.hpp"
#include "platform/http/problem.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <filesystem>

namespace hoshuban::http {
namespace {

struct Note {
    std::string text;
    std::optional<int> stars;
};

json::Object describe(const Note*)
{
    return json::object<Note>("Note", json::field("text", &Note::text, {"本文", "Text"}, json::length(1, 10)),
        json::field("stars", &Note::stars));
}

struct NoteView {
    std::string id;
    std::string text;
};

json::Object describe(const NoteView*)
{
    return json::object<NoteView>("NoteView", json::field("id", &NoteView::id), json::field("text", &NoteView::text));
}

struct Find {
    std::optional<std::string> q;
};

json::Object describe(const Find*)
{
    return json::object<Find>("Find", json::field("q", &Find::q, {"検索", "Search"}));
}

Result<Created<NoteView>> add_note(Context& context, const Note& note)
{
    return Created<NoteView>{
        {"n1", note.text + context.path<ContractId>("contract").text}, "/api/v1/contracts/c/notes/n1"};
}

Result<Versioned<NoteView>> change_note(Context& context, const Note& note)
{
    TRY_ASSIGN(const int version, context.if_match());
    return Versioned<NoteView>{{"n1", note.text}, version + 1};
}

Result<NoteView> find_note(Context& context, const Find& find)
{
    return NoteView{std::string(name_of(context.language())), find.q.value_or("-")};
}

Result<NoContent> attach(Context&, const Find& find, const Upload& upload)
{
    if (find.q == upload.bytes && upload.content_type == "text/plain")
        return NoContent{};
    return fail(ErrorKind::conflict, "test/differs", {"違います。", "It differs."});
}

Result<NoteView> sign_in(Context& context)
{
    TRY(context.limit({"login", 1, std::chrono::seconds{60}}, "name"));
    context.set_cookie({"session", "s1"});
    return NoteView{"session", context.identity() ? "known" : "unknown"};
}

Result<NoContent> break_down(Context&)
{
    throw std::runtime_error("the secret detail");
}
Result<NoContent> lose_database(Context&)
{
    throw db::Unavailable({ErrorKind::unavailable, "db/unreachable", {"今は使えません。", "Not now."}}, "socket gone");
}

Router some_routes()
{
    const Text summary{"試験", "Test"};
    Router router;
    router.post("/api/v1/contracts/{contract}/notes", add_note).permission(Permission::comment).summary(summary);
    router.patch("/api/v1/contracts/{contract}/notes/{id}", change_note)
        .permission(Permission::view_contract)
        .summary(summary);
    router.get("/api/v1/contracts/{contract}/notes", find_note).permission(Permission::view_contract).summary(summary);
    router.post("/api/v1/attach", attach).signed_in().summary(summary).max_body(5);
    router.post("/api/v1/session", sign_in).open().summary(summary);
    router.get("/api/v1/people", find_note).permission(Permission::administer).summary(summary);
    router.get("/api/v1/limited", find_note).open().summary(summary).limit({"limited", 1, std::chrono::seconds{60}});
    router.get("/api/v1/broken", break_down).open().summary(summary);
    router.get("/api/v1/lost", lose_database).open().summary(summary);
    return router;
}

/// Knows `Authorization: worker`, `administrator`, `cookie` (a worker with a CSRF token) and `expired`.
class Names : public Authenticator {
public:
    Result<std::optional<Identity>> identify(const Request& request, Instant) override
    {
        const auto name = request.header("Authorization");
        if (!name)
            return std::nullopt;
        if (*name == "expired")
            return fail(ErrorKind::unauthorized, "account/expired", {"期限切れです。", "Expired."});
        Identity identity{.actor = {.person = {std::string(*name)}, .name = "人"}};
        if (*name == "administrator")
            identity.actor.administrator = true;
        else
            identity.actor.memberships = {{ContractId{"c"}, Role::worker, make_day(2026, 4, 1), {}},
                {ContractId{"audited"}, Role::auditor, make_day(2026, 4, 1), {}}};
        if (*name == "cookie")
            identity.csrf = "token";
        if (*name == "english")
            identity.language = Language::en;
        return identity;
    }
};

const Asset pages[] = {
    {"/index.html", "text/html; charset=utf-8", "\"i1\"",
        std::string_view(
            "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xb3\xc9\x28\xc9\xcd\xb1\x03\x00\x41\x0c\x43\xc7\x06\x00\x00\x00",
            26),
        false},
    {"/assets/a-1.js", "text/javascript", "\"a1\"",
        std::string_view(
            "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xb3\xc9\x28\xc9\xcd\xb1\x03\x00\x41\x0c\x43\xc7\x06\x00\x00\x00",
            26),
        true},
};

struct Dispatching : testing::Test {
    Dispatching()
    {
        log::configure({.sink = [this](std::string_view line) { lines.emplace_back(line); }});
    }
    ~Dispatching() override
    {
        log::configure({});
        std::filesystem::remove_all(folder);
    }

    static std::filesystem::path fresh_folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "hoshuban-XXXXXX").string();
        return ::mkdtemp(name.data());
    }

    std::vector<std::string> lines;
    std::filesystem::path folder = fresh_folder();
    std::unique_ptr<db::Database> database = db::open({.url = "sqlite:" + (folder / "test.db").string()});
    MovableClock clock{Instant{std::chrono::seconds{1'780'000'000}}};
    Names names;
    metrics::Registry metrics;
    Router router = some_routes();
    Dispatcher dispatcher{router, {*database, clock, names}, metrics, pages};
};

std::string code_of(const Response& response)
{
    const auto problem = json::parse<Problem>(response.body);
    return problem ? problem->code : "";
}

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
        {"posting to a page", {Method::post, "/"}, 405, "http/method_not_allowed"},
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

TEST_F(Dispatching, ProblemsSpeakBothLanguagesAndLeakNothing)
{
    const Response response = dispatcher.dispatch({.path = "/api/v1/broken", .query = {{"lang", "en"}}});
    EXPECT_EQ(response.header("Content-Type"), "application/problem+json; charset=utf-8");
    EXPECT_EQ(response.body.find("secret"), std::string::npos);
    const auto problem = json::parse<Problem>(response.body);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->title, "Internal error");
    EXPECT_EQ(problem->status, 500);
    EXPECT_EQ(problem->request_id, response.header("X-Request-Id"));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].find("the secret detail"), std::string::npos);
    EXPECT_NE(lines[0].find(problem->request_id), std::string::npos);
    EXPECT_NE(lines[1].find(R"("event":"request")"), std::string::npos);
}

TEST_F(Dispatching, LogNamesTheRouteAndNotTheQuery)
{
    dispatcher.dispatch(
        {Method::get, "/api/v1/contracts/c/notes", {{"q", "hidden"}}, {{"Authorization", "worker"}}, {}, "192.0.2.1"});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].find("hidden"), std::string::npos);
    EXPECT_NE(lines[0].find(R"("method":"GET","route":"/api/v1/contracts/{contract}/notes","status":200,"us":)"),
        std::string::npos);
    EXPECT_NE(lines[0].find(R"("actor":"worker","from":"192.0.2.1"})"), std::string::npos);
}

TEST_F(Dispatching, MetricsCountByRouteAndStatus)
{
    for (int i = 0; i < 3; ++i)
        dispatcher.dispatch({Method::get, "/api/v1/broken"});
    const std::string text = metrics.text();
    EXPECT_NE(text.find(R"(hoshuban_http_requests_total{method="GET",route="/api/v1/broken",status="500"} 3)"),
        std::string::npos);
    EXPECT_NE(
        text.find(R"(hoshuban_http_request_seconds_count{method="GET",route="/api/v1/broken"} 3)"), std::string::npos);
}

TEST_F(Dispatching, Pages)
{
    struct Case {
        const char* story;
        Request request;
        int status;
        const char* cache;
        const char* etag;
        const char* body; ///< null: packed
    };
    const std::pair<std::string, std::string> gzip{"Accept-Encoding", "deflate, gzip;q=1.0, br"};
    const Case cases[] = {
        {"start page", {Method::get, "/"}, 200, "no-cache", "W/\"i1\"", "<html>"},
        {"packed", {Method::get, "/", {}, {gzip}}, 200, "no-cache", "\"i1\"", nullptr},
        {"gzip refused", {Method::get, "/", {}, {{"Accept-Encoding", "gzip;q=0"}}}, 200, "no-cache", "W/\"i1\"",
            "<html>"},
        {"known", {Method::get, "/", {}, {{"If-None-Match", "W/\"x\", \"i1\""}}}, 304, "no-cache", "W/\"i1\"", ""},
        {"a place inside the pages", {Method::get, "/contracts/a/requests"}, 200, "no-cache", "W/\"i1\"", "<html>"},
        {"file of the build", {Method::get, "/assets/a-1.js"}, 200, "public, max-age=31536000, immutable", "W/\"a1\"",
            "<html>"},
        {"head", {Method::head, "/"}, 200, "no-cache", "W/\"i1\"", "<html>"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const Response response = dispatcher.dispatch(c.request);
        EXPECT_EQ(response.status, c.status);
        EXPECT_EQ(response.header("Cache-Control"), c.cache);
        EXPECT_EQ(response.header("ETag"), c.etag);
        EXPECT_EQ(response.header("Content-Encoding").has_value(), c.body == nullptr);
        EXPECT_EQ(response.body, c.body ? std::string_view(c.body) : pages[0].gzip);
    }
    for (const char* path : {"/assets/b.js", "/favicon.ico", "/assets/../index.html.gz", "/api", "/api/x"})
        EXPECT_EQ(dispatcher.dispatch({Method::get, path}).status, 404) << path;
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

TEST_F(Dispatching, OpenApiIsTheSameWhateverTheOrder)
{
    Router backwards;
    const Text summary{"試験", "Test"};
    backwards.get("/b", find_note).open().summary(summary);
    backwards.post("/a/{contract}", add_note).permission(Permission::comment).summary(summary);
    Router forwards;
    forwards.post("/a/{contract}", add_note).permission(Permission::comment).summary(summary);
    forwards.get("/b", find_note).open().summary(summary);
    const std::string document = openapi(forwards, "1");
    EXPECT_EQ(document, openapi(backwards, "1"));
    EXPECT_NE(
        document.find(
            R"("post":{"operationId":"post_a_contract","summary":"試験","x-summary-en":"Test","x-permission":"comment",)"
            R"("parameters":[{"name":"contract","in":"path","required":true,"schema":{"type":"string"}}],)"
            R"("requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Note"}}}},)"
            R"("responses":{"201":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/NoteView"}}}},)"
            R"("default":{"$ref":"#/components/responses/Problem"}}})"),
        std::string::npos)
        << document;
    EXPECT_NE(document.find(
                  R"("security":[],"parameters":[{"name":"q","in":"query","required":false,"explode":false,)"
                  R"("schema":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"検索","x-title-en":"Search"}}])"),
        std::string::npos)
        << document;
    EXPECT_TRUE(json::parse<json::Raw>(document));
}

}
}
