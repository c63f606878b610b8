#include "platform/http/router.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace hoshuban::http {
namespace {

Result<NoContent> nothing(Context&)
{
    return NoContent{};
}

Router contract_routes()
{
    Router router;
    router.get("/", nothing);
    router.get("/api/v1/contracts", nothing);
    router.post("/api/v1/contracts", nothing);
    router.get("/api/v1/contracts/{contract}", nothing);
    router.get("/api/v1/contracts/{contract}/work-requests/{id}", nothing);
    router.get("/api/v1/contracts/{contract}/work-requests/export", nothing);
    router.patch("/api/v1/contracts/{contract}/work-requests/{id}", nothing);
    router.post("/api/v1/contracts/{contract}/work-requests/{id}/accept", nothing);
    return router;
}

/// `pattern name=value …`, or `405 methods`, or `404`.
std::string found(const Router& router, Method method, std::string_view path)
{
    const auto match = router.match(method, path);
    std::string text = match.route ? match.route->pattern : match.allowed.empty() ? "404" : "405";
    for (const Method allowed : match.allowed)
        text += fmt::format(" {}", name_of(allowed));
    for (const auto& [name, value] : match.values)
        text += fmt::format(" {}={}", name, value);
    return text;
}

TEST(Router, Matches)
{
    struct Case {
        const char* story;
        Method method;
        const char* path;
        const char* found;
    };
    const Case cases[] = {
        {"root", Method::get, "/", "/"},
        {"literal", Method::get, "/api/v1/contracts", "/api/v1/contracts"},
        {"other method", Method::post, "/api/v1/contracts", "/api/v1/contracts"},
        {"head is get", Method::head, "/api/v1/contracts", "/api/v1/contracts"},
        {"wrong method", Method::del, "/api/v1/contracts", "405 GET POST"},
        {"options is answered by whoever asks", Method::options, "/api/v1/contracts", "405 GET POST"},
        {"parameter", Method::get, "/api/v1/contracts/a", "/api/v1/contracts/{contract} contract=a"},
        {"decoded parameter", Method::get, "/api/v1/contracts/%E4%BE%8B%2Fx",
            "/api/v1/contracts/{contract} contract=例/x"},
        {"literal wins over parameter", Method::get, "/api/v1/contracts/a/work-requests/export",
            "/api/v1/contracts/{contract}/work-requests/export contract=a"},
        {"back from the literal to the parameter", Method::post, "/api/v1/contracts/a/work-requests/export/accept",
            "/api/v1/contracts/{contract}/work-requests/{id}/accept contract=a id=export"},
        {"two parameters", Method::patch, "/api/v1/contracts/a/work-requests/7",
            "/api/v1/contracts/{contract}/work-requests/{id} contract=a id=7"},
        {"slash behind", Method::get, "/api/v1/contracts/", "404"},
        {"empty segment", Method::get, "/api/v1/contracts//work-requests/7", "404"},
        {"longer", Method::get, "/api/v1/contracts/a/b", "404"},
        {"shorter", Method::get, "/api/v1", "404"},
        {"case matters", Method::get, "/API/v1/contracts", "404"},
        {"broken escape", Method::get, "/api/v1/contracts/%zz", "404"},
        {"no slash", Method::get, "api", "404"},
        {"nothing", Method::get, "", "404"},
    };
    const Router router = contract_routes();
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(found(router, c.method, c.path), c.found);
    }
}

TEST(Router, RefusesTheSameRouteTwice)
{
    Router router;
    router.get("/a/{b}", nothing);
    EXPECT_THROW(router.get("/a/{c}", nothing), std::logic_error);
    EXPECT_THROW(router.get("a", nothing), std::logic_error);
}

}
}
