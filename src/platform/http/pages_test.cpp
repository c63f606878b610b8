#include "platform/http/dispatcher_fixture_test.hpp"

#include "platform/http/assets.hpp"

#include <string_view>
#include <utility>

namespace hoshuban::http::test {
namespace {

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

struct Pages : Dispatching {
    Dispatcher with_pages{router, {*database, clock, names}, metrics, pages};
};

TEST_F(Pages, AreServedPackedAndKeptByTheirKind)
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
        const Response response = with_pages.dispatch(c.request);
        EXPECT_EQ(response.status, c.status);
        EXPECT_EQ(response.header("Cache-Control"), c.cache);
        EXPECT_EQ(response.header("ETag"), c.etag);
        EXPECT_EQ(response.header("Content-Encoding").has_value(), c.body == nullptr);
        EXPECT_EQ(response.body, c.body ? std::string_view(c.body) : pages[0].gzip);
    }
    EXPECT_EQ(code_of(with_pages.dispatch({Method::post, "/"})), "http/method_not_allowed");
    for (const char* path : {"/assets/b.js", "/favicon.ico", "/assets/../index.html.gz", "/api", "/api/x"})
        EXPECT_EQ(with_pages.dispatch({Method::get, path}).status, 404) << path;
}

}
}
