// Work that is not on equipment (WRQ-16), from the record to the sheet of the month.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

using http::Method;

/// The titles of a list, in its order.
std::string titles_of(const Answer& list)
{
    static constexpr std::string_view mark = R"("title":")";
    std::string found;
    for (auto at = list.body.find(mark); at != std::string::npos; at = list.body.find(mark, at + 1)) {
        const auto from = at + mark.size();
        found += (found.empty() ? "" : " ") + list.body.substr(from, list.body.find('"', from) - from);
    }
    return found;
}

struct LoggedActivity {
    std::string title;
    std::string day = "2025-12-01";
    double hours = 1;
    std::string work_type = "jlis_inquiry";
    std::string more = {};
};

std::string body_of_activity(const LoggedActivity& log)
{
    return fmt::format(R"({{"work_type":"{}","title":"{}","what":"電話で確かめた。","done_on":"{}","hours":{:.1f},)"
                       R"("performed_by":"試作 次郎"{}}})",
        log.work_type, log.title, log.day, log.hours, log.more);
}

class Activities : public Story {
protected:
    std::string logged(const LoggedActivity& log)
    {
        const Answer answer = stage->post(worker, "/activities", body_of_activity(log));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return "/activities/" + answer.text("id");
    }
    Answer correct(const char* login, const std::string& one, const LoggedActivity& log, int version)
    {
        return stage->send(login, Method::patch, one, body_of_activity(log), version);
    }
};

TEST_P(Activities, are_logged_corrected_and_struck_out)
{
    const std::string first = logged({"設定値の照会"});
    const std::string second = logged({"更新手順の照会"});
    EXPECT_EQ(stage->get(city, first).text("number"), "N25-001");
    EXPECT_EQ(stage->get(city, second).text("number"), "N25-002");
    EXPECT_EQ(correct(worker, first, {"別"}, 7).text("code"), "activity/changed");
    EXPECT_EQ(correct(city, first, {"別"}, 1).status, 403) << "nobody writes for the other side";
    const Answer corrected = correct(worker, first, {.title = "設定値の再照会", .hours = 2}, 1);
    EXPECT_EQ(corrected.status, 200) << corrected.body;
    EXPECT_EQ(corrected.entity_tag, "\"2\"");
    EXPECT_EQ(stage->get(auditor, first).text("title"), "設定値の再照会");

    EXPECT_EQ(stage->post(responsible, second + "/cancel", R"({"reason":""})", 1).status, 422);
    EXPECT_EQ(stage->post(responsible, second + "/cancel", R"({"reason":"二重の記録"})", 1).status, 200);
    EXPECT_EQ(stage->get(city, second).text("cancelled_because"), "二重の記録");
    EXPECT_EQ(correct(worker, second, {"別"}, 2).text("code"), "activity/cancelled");
    EXPECT_EQ(
        stage->post(responsible, second + "/cancel", R"({"reason":"また"})", 2).text("code"), "activity/cancelled");
    EXPECT_EQ(stage->get(city, logged({"次"})).text("number"), "N25-003") << "what is struck out keeps its number";
    EXPECT_EQ(titles_of(stage->get(city, "/activities")), "次 設定値の再照会");
    EXPECT_EQ(titles_of(stage->get(city, "/activities?cancelled=true")), "次 更新手順の照会 設定値の再照会");

    const Answer events = stage->get(auditor, first + "/events");
    EXPECT_NE(events.body.find("対応の記録を訂正"), std::string::npos) << events.body;
    EXPECT_NE(stage->get(auditor, second + "/events").body.find("二重の記録"), std::string::npos);
}

TEST_P(Activities, that_are_wrong_are_refused_with_every_field)
{
    const Answer wrong = stage->post(worker, "/activities",
        body_of_activity({.title = "照会", .day = "2025-12-02", .hours = 0, .work_type = "installation"}));
    EXPECT_EQ(wrong.status, 422);
    for (const char* code : {"activity/work_type", "activity/in_future", "activity/hours"})
        EXPECT_NE(wrong.body.find(code), std::string::npos) << code;
    EXPECT_EQ(stage->post(worker, "/activities", body_of_activity({.title = "照会", .more = R"(,"request_id":"none")"}))
                  .status,
        404)
        << "a job that is not there";
    EXPECT_EQ(titles_of(stage->get(city, "/activities")), "");
    EXPECT_EQ(stage->get(city, logged({"照会"})).text("number"), "N25-001") << "no number was lost";
}

TEST_P(Activities, show_whether_the_city_approved_beforehand)
{
    const std::string before = logged({"承認の前"});
    EXPECT_EQ(stage->get(city, before).text("lacks_permission"), "true");
    const std::string permission = ask("operation_support");
    EXPECT_EQ(stage->get(city, logged({"承認待ち"})).text("lacks_permission"), "true");
    grant(permission);
    const std::string after = logged({"承認の後"});
    EXPECT_EQ(stage->get(city, after).text("permission"), stage->get(city, "/approvals/" + permission).text("number"));
    EXPECT_EQ(stage->get(city, after).text("lacks_permission"), "false");
    EXPECT_EQ(stage->get(city, logged({.title = "前の日", .day = "2025-11-30"})).text("lacks_permission"), "true")
        << "it is in force from the decision on";
}

TEST_P(Activities, are_listed_and_summed_for_the_month)
{
    const Answer job = stage->get(worker, "/work-requests?limit=1");
    logged({.title = "十一月の照会", .day = "2025-11-28", .hours = 1.5});
    logged({.title = "十二月の照会", .hours = 0.3, .more = R"(,"request_id":")" + job.text("id") + "\""});
    logged({.title = "原因の分析", .hours = 2, .work_type = "fault_analysis"});
    const std::string again = logged({.title = "二度目の照会", .hours = 0.4});
    const std::string december = "?first=2025-12-01&last=2025-12-31";
    const Answer list = stage->get(city, "/activities" + december);
    EXPECT_EQ(titles_of(list), "二度目の照会 原因の分析 十二月の照会");
    EXPECT_NE(list.body.find(job.text("number")), std::string::npos) << "the job it belongs to";
    EXPECT_NE(list.body.find(R"("activities":1,"hours":2)"), std::string::npos) << list.body;
    EXPECT_NE(list.body.find(R"("activities":2,"hours":0.7)"), std::string::npos) << list.body;
    EXPECT_EQ(titles_of(stage->get(city, "/activities?work_type=fault_analysis")), "原因の分析");
    EXPECT_EQ(titles_of(stage->get(city, "/activities?q=%E5%8D%81%E4%B8%80%E6%9C%88")), "十一月の照会");
    EXPECT_EQ(titles_of(stage->get(city, "/activities?q=%25")), "") << "a sign is no wildcard";
    const Answer page = stage->get(city, "/activities?limit=3");
    EXPECT_EQ(titles_of(page), "二度目の照会 原因の分析 十二月の照会");
    EXPECT_EQ(titles_of(stage->get(city, "/activities?limit=3&cursor=" + page.text("next_cursor"))), "十一月の照会");
    ASSERT_EQ(stage->post(worker, again + "/cancel", R"({"reason":"二重の記録"})", 1).status, 200);
    const Answer without = stage->get(city, "/activities?cancelled=true&" + december.substr(1));
    EXPECT_EQ(titles_of(without), "二度目の照会 原因の分析 十二月の照会");
    EXPECT_NE(without.body.find(R"("activities":1,"hours":0.3)"), std::string::npos) << without.body;
    const Answer file = stage->get(city, "/activities/export" + december);
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.body.starts_with("PK"));
}

TEST_P(Activities, are_read_by_both_sides_and_written_by_who_did_the_work)
{
    const std::string one = logged({"照会"});
    struct Case {
        const char* login;
        int reads;
        int writes;
    };
    const Case cases[] = {{city, 200, 403}, {responsible, 200, 201}, {worker, 200, 201}, {officer, 200, 403},
        {auditor, 200, 403}, {division, 404, 403}, {site, 404, 403}};
    for (const Case& c : cases) {
        SCOPED_TRACE(c.login);
        for (const std::string& path :
            {std::string{"/activities"}, std::string{"/activities/export"}, one, one + "/events", one + "/attachments"})
            EXPECT_EQ(stage->get(c.login, path).status, c.reads) << path;
        EXPECT_EQ(stage->post(c.login, "/activities", body_of_activity({"題"})).status, c.writes);
    }
    EXPECT_EQ(stage->post(worker, one + "/attachments?name=a.txt", "回答").status, 201);
    EXPECT_EQ(stage->post(city, one + "/attachments?name=a.txt", "回答").status, 403);
}

HOSHUBAN_ON_BOTH_DATABASES(Activities);

}
}
