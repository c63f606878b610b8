// People of a division and of a site see their own requests and nothing else, whatever they ask for.
#include "story.hpp"

#include "platform/db/test_database.hpp"
#include "platform/http/router.hpp"

#include <gtest/gtest.h>
#include <set>

namespace hoshuban::scenario {
namespace {

class ReachOfRoles : public Story {
protected:
    std::string text_of(const char* login, const std::string& path, const char* key)
    {
        return stage->get(login, path).text(key);
    }
    // A request that neither the division nor the site has anything to do with, with one attachment.
    std::string somebody_elses()
    {
        const Answer written =
            stage->post(city, "/work-requests", R"({"title":"ほかの課の依頼","body":"本文","division":"税務課"})");
        EXPECT_EQ(written.status, 201) << written.body;
        return written.text("id");
    }
};

struct Route {
    http::Method method;
    const char* pattern; ///< below the contract
    const char* body;
    int division, site; ///< what the two are answered about somebody else's request
};

// Every route about one request. 403: the role does not have the act at all, whichever request it is.
const Route routes_of_one[] = {
    {http::Method::get, "/work-requests/{id}", "", 404, 404},
    {http::Method::patch, "/work-requests/{id}", R"({"title":"題"})", 404, 404},
    {http::Method::get, "/work-requests/{id}/events", "", 404, 404},
    {http::Method::post, "/work-requests/{id}/accept", R"({"planned_hours":1})", 403, 403},
    {http::Method::post, "/work-requests/{id}/result",
        R"({"result":"済","procedure_followed":"手順","performed_by":"誰か"})", 403, 403},
    {http::Method::post, "/work-requests/{id}/sign", "{}", 403, 403},
    {http::Method::post, "/work-requests/{id}/return", R"({"reason":"理由"})", 403, 403},
    {http::Method::post, "/work-requests/{id}/comments", R"({"text":"見えますか"})", 404, 404},
    {http::Method::post, "/work-requests/{id}/decline", R"({"reason":"理由"})", 403, 403},
    {http::Method::get, "/work-requests/{id}/form", "", 404, 404},
    {http::Method::get, "/work-requests/{id}/gates", "", 404, 404},
    {http::Method::post, "/work-requests/{id}/start", "{}", 403, 403},
    {http::Method::post, "/work-requests/{id}/start-emergency",
        R"({"instructed_by":"誰か","instructed_at":"2025-12-01T08:00","instructed_how":"電話","instruction":"指示"})",
        403, 403},
    {http::Method::post, "/work-requests/{id}/start-taken-over", "{}", 403, 403},
    {http::Method::get, "/work-requests/{id}/windows", "", 404, 404},
    {http::Method::post, "/work-requests/{id}/windows", R"({"from":"2025-12-03T09:00","until":"2025-12-03T12:00"})",
        403, 404},
    {http::Method::get, "/work-requests/{id}/vendor-notice", "", 404, 404},
    {http::Method::post, "/work-requests/{id}/attachments", "内容", 404, 404},
    {http::Method::get, "/work-requests/{id}/attachments", "", 404, 404},
    {http::Method::get, "/work-requests/{id}/attachments/{attachment}", "", 404, 404},
    {http::Method::get, "/work-requests/{id}/assignments", "", 404, 404},
    {http::Method::post, "/work-requests/{id}/assignments",
        R"({"worker_id":"w","task":"作業","first_day":"2025-12-02"})", 403, 403},
    {http::Method::del, "/work-requests/{id}/assignments/{assignment}", "", 403, 403},
    {http::Method::get, "/work-requests/{id}/procedures", "", 404, 404},
    {http::Method::post, "/work-requests/{id}/procedures", R"({"version_id":"v"})", 403, 403},
    {http::Method::del, "/work-requests/{id}/procedures/{version}", "", 403, 403},
    {http::Method::get, "/work-requests/{id}/steps", "", 404, 404},
    {http::Method::post, "/work-requests/{id}/steps/records", R"({"version_id":"v","step":1,"result":"done"})", 403,
        403},
    {http::Method::post, "/work-requests/{id}/steps/records/{record}/attachments", "内容", 403, 403},
    {http::Method::get, "/work-requests/{id}/steps/records/{record}/attachments", "", 404, 404},
    {http::Method::get, "/work-requests/{id}/steps/records/{record}/attachments/{attachment}", "", 404, 404},
    {http::Method::get, "/work-requests/{id}/execution", "", 404, 404},
    {http::Method::get, "/work-requests/{id}/work-record", "", 404, 404},
};

std::string filled(std::string pattern, const std::string& id, const std::string& attachment)
{
    const auto put = [&](std::string_view mark, const std::string& value) {
        if (const auto at = pattern.find(mark); at != std::string::npos)
            pattern.replace(at, mark.size(), value);
    };
    put("{id}", id);
    put("{attachment}", attachment);
    put("{version}", "any");
    put("{record}", "any");
    put("{assignment}", attachment);
    return pattern;
}

TEST_P(ReachOfRoles, every_route_about_a_request_hides_somebody_elses)
{
    std::set<std::pair<http::Method, std::string>> walked;
    const std::string id = somebody_elses();
    const std::string attachment =
        stage->post(city, "/work-requests/" + id + "/attachments?name=a.txt", "内容").text("id");
    for (const Route& route : routes_of_one) {
        walked.emplace(route.method, route.pattern);
        const bool names =
            route.method == http::Method::post && std::string_view{route.pattern}.ends_with("attachments");
        const std::string path = filled(route.pattern, id, attachment) + (names ? "?name=b.txt" : "");
        EXPECT_EQ(stage->send(division, route.method, path, route.body, 1).status, route.division) << path;
        EXPECT_EQ(stage->send(site, route.method, path, route.body, 1).status, route.site) << path;
    }
    const std::string contract = "/api/v1/contracts/{contract}";
    for (const http::Route& route : stage->program().router().routes()) {
        if (!route.pattern.starts_with(contract + "/work-requests/{id}"))
            continue;
        EXPECT_TRUE(walked.contains({route.method, route.pattern.substr(contract.size())}))
            << route.pattern << " is not walked: does it ask for the reach?";
    }
    EXPECT_EQ(text_of(city, "/work-requests/" + id, "version"), "1") << "nothing of it changed";
}

// The same for a question on somebody else's request.
const Route routes_of_a_question[] = {
    {http::Method::get, "/questions/{id}", "", 404, 404},
    {http::Method::get, "/questions/{id}/events", "", 404, 404},
    {http::Method::post, "/questions/{id}/ask", R"({"text":"?"})", 403, 403},
    {http::Method::post, "/questions/{id}/answer", R"({"text":"?"})", 403, 403},
    {http::Method::post, "/questions/{id}/accept", "{}", 403, 403},
    {http::Method::post, "/questions/{id}/withdraw", R"({"reason":"?"})", 403, 403},
    {http::Method::post, "/questions/{id}/comments", R"({"text":"?"})", 404, 404},
    {http::Method::post, "/questions/{id}/oral", R"({"text":"?","at":"2025-12-01T08:00","with":"?"})", 403, 403},
    {http::Method::post, "/questions/{id}/attachments", "内容", 404, 404},
    {http::Method::get, "/questions/{id}/attachments", "", 404, 404},
    {http::Method::get, "/questions/{id}/attachments/{attachment}", "", 404, 404},
};

TEST_P(ReachOfRoles, every_route_about_a_question_hides_somebody_elses)
{
    const std::string body =
        R"({"subject_kind":"work_request","request_id":")" + somebody_elses() + R"(","title":"件名","text":"本文"})";
    const Answer asked = stage->post("kaku", "/questions", body);
    ASSERT_EQ(asked.status, 201) << asked.body;
    const std::string id = asked.text("id");
    const std::string attachment = stage->post(city, "/questions/" + id + "/attachments?name=a.txt", "内容").text("id");
    std::set<std::pair<http::Method, std::string>> walked;
    for (const Route& route : routes_of_a_question) {
        walked.emplace(route.method, route.pattern);
        const bool names = route.body == std::string_view{"内容"};
        const std::string path = filled(route.pattern, id, attachment) + (names ? "?name=b.txt" : "");
        EXPECT_EQ(stage->send(division, route.method, path, route.body, 1).status, route.division) << path;
        EXPECT_EQ(stage->send(site, route.method, path, route.body, 1).status, route.site) << path;
    }
    const std::string contract = "/api/v1/contracts/{contract}";
    for (const http::Route& route : stage->program().router().routes()) {
        if (!route.pattern.starts_with(contract + "/questions/{id}"))
            continue;
        EXPECT_TRUE(walked.contains({route.method, route.pattern.substr(contract.size())}))
            << route.pattern << " is not walked: does it ask for the reach?";
    }
    for (const char* login : {division, site})
        EXPECT_EQ(stage->get(login, "/questions").body.find("本文"), std::string::npos) << login;
}

TEST_P(ReachOfRoles, lists_and_counts_hold_only_ones_own)
{
    somebody_elses();
    EXPECT_EQ(text_of(city, "/work-requests?total=true&limit=1", "total"), "13");
    EXPECT_EQ(text_of(division, "/work-requests?total=true&limit=1", "total"), "4");
    EXPECT_EQ(text_of(site, "/work-requests?total=true&limit=1", "total"), "3");
    EXPECT_EQ(text_of(division, "/work-requests?total=true&q=%E7%A8%8E%E5%8B%99%E8%AA%B2", "total"), "0");
    for (const char* login : {division, site}) {
        for (const char* path : {"/work-requests?limit=500", "/work-requests?limit=500&sort=-status", "/today"})
            EXPECT_EQ(stage->get(login, path).body.find("ほかの課の依頼"), std::string::npos) << login << path;
    }
    EXPECT_NE(stage->get(city, "/today").body.find("ほかの課の依頼"), std::string::npos);

    const Answer first = stage->get(division, "/work-requests?limit=3&sort=-number");
    const Answer rest = stage->get(division, "/work-requests?limit=3&sort=-number&cursor=" + first.text("next_cursor"));
    EXPECT_EQ(rest.text("next_cursor"), "null");
    EXPECT_EQ(rest.text("number"), "A25A-03");
}

TEST_P(ReachOfRoles, exports_hold_only_ones_own)
{
    somebody_elses();
    const Answer list = stage->get(division, "/work-requests/export?layout=flat&format=csv");
    ASSERT_EQ(list.status, 200) << list.body;
    EXPECT_EQ(list.body.find("ほかの課の依頼"), std::string::npos);
    EXPECT_NE(list.body.find("端末1台の起動障害"), std::string::npos);
    EXPECT_EQ(stage->get(site, "/work-requests/export?layout=flat&format=csv").status, 404);
}

TEST_P(ReachOfRoles, cells_of_somebody_elses_request_do_not_exist)
{
    const std::string change =
        R"({"changes":[{"id":")" + somebody_elses() + R"(","version":1,"fields":{"title":"書換え"}}]})";
    EXPECT_EQ(stage->post(division, "/work-requests/changes", change).status, 404);
    EXPECT_EQ(stage->post(site, "/work-requests/changes", change).status, 404);
}

TEST_P(ReachOfRoles, a_site_writes_requests_for_itself_only)
{
    const Answer written = stage->post(site, "/work-requests", R"({"title":"窓口の端末が動かない","body":"本文"})");
    ASSERT_EQ(written.status, 201) << written.body;
    const std::string own = text_of(site, "/work-requests?limit=1&q=%E8%A8%BC%E6%98%8E", "site_id");
    EXPECT_EQ(written.text("site_id"), own);
    EXPECT_EQ(written.text("division_person"), "窓口 さくら");
    EXPECT_EQ(written.text("city_person"), "");
    const std::string one = "/work-requests/" + written.text("id");
    EXPECT_EQ(stage->send(site, http::Method::patch, one, R"({"title":"端末が動かない"})", 1).text("version"), "2");

    const Answer sites = stage->get(city, "/sites");
    const std::string other = own == "site-2" ? "site-1" : "site-2";
    const Answer elsewhere =
        stage->post(site, "/work-requests", R"({"title":"題","body":"本文","site_id":")" + other + R"("})");
    EXPECT_EQ(elsewhere.text("code"), "work_request/out_of_reach") << sites.body.substr(0, 300);
    EXPECT_EQ(stage->send(site, http::Method::patch, one, R"({"site_id":null})", 2).status, 403);
    EXPECT_EQ(stage->post(division, "/work-requests", R"({"title":"題","body":"本文"})").status, 403);
    EXPECT_EQ(stage->post(site, one + "/sign", "{}", 2).status, 403);
}

HOSHUBAN_ON_BOTH_DATABASES(ReachOfRoles);

}
}
