#include "platform/http/dispatcher_fixture_test.hpp"

#include "platform/http/problem.hpp"

#include <string>

namespace hoshuban::http::test {
namespace {

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

}
}
