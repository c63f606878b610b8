// Work outside the hours of service: whose application it is, and what an emergency at night owes (AUT-04, AUT-05).
#include "story.hpp"

#include "features/gate/duty_job.hpp"

#include <set>

namespace hoshuban::scenario {
namespace {

class Overtime : public Story {
protected:
    std::string site_id(int number)
    {
        const Answer sites = stage->get(city, "/sites");
        const std::size_t found = sites.body.find("\"number\":" + std::to_string(number) + ",");
        const std::size_t mark = sites.body.rfind("\"id\":\"", found) + 6;
        return sites.body.substr(mark, sites.body.find('"', mark) - mark);
    }
    Answer start_in_emergency(const std::string& request, const std::string& instructed_at)
    {
        return stage->post(worker, "/work-requests/" + request + "/start-emergency",
            R"({"instructed_by":"見本 花子","instructed_at":")" + instructed_at +
                R"(","instructed_how":"電話","instruction":"今夜のうちに復旧すること"})",
            version_of(request));
    }
    /// The open duties of an emergency start by their names.
    std::string owed(const std::string& request)
    {
        const std::string body = stage->get(city, "/work-requests/" + request + "/gates").body;
        std::set<std::string> open;
        const std::string mark = R"({"gate":")";
        for (std::size_t from = body.find(R"("duties":[)"); from != std::string::npos;) {
            from = body.find(mark, from);
            if (from == std::string::npos)
                break;
            from += mark.size();
            const std::string row = body.substr(from, body.find('}', body.find("closed_at", from)) - from);
            if (row.find(R"("closed_at":null)") != std::string::npos)
                open.insert(row.substr(0, row.find('"')));
        }
        std::string all;
        for (const std::string& each : open)
            all += (all.empty() ? "" : " ") + each;
        return all;
    }
    int settled()
    {
        return gate::settle_duties(stage->program().database(), stage->program().profiles(), stage->clock.now());
    }
};

TEST_P(Overtime, the_city_does_not_apply_for_the_contractors_reasons)
{
    const std::string id = accepted(R"("settings_change_city")");
    const Answer window = propose(id, "2025-12-03T18:00", "2025-12-03T19:00");
    agree(window);
    const std::string permits = "/windows/" + window.text("id") + "/permits";
    const std::string body =
        R"({"kind":"overtime_contractor","title":"夜の作業","reason":"都合","request_id":")" + id + R"("})";
    EXPECT_EQ(refusal(stage->post(city, "/approvals", body)), "approval/applicant kind");
    EXPECT_EQ(refusal(stage->post(city, permits, R"({"kind":"overtime_contractor"})")), "approval/applicant kind");
    EXPECT_NE(stage->get(city, "/work-requests/" + id + "/windows")
                  .body.find(R"("id":"overtime_contractor","label":{"ja":"時間外の作業（受託者の事情）",)"
                             R"("en":"Work outside hours, contractor's reasons"},"can_ask":false)"),
        std::string::npos);
    EXPECT_EQ(stage->post(city, permits, R"({"kind":"overtime_city"})").status, 200);
    EXPECT_EQ(stage->post(responsible, "/approvals", body).status, 201);
}

struct Night {
    const char* story;
    const char* begun;
    int site; ///< 0: none
    const char* owed;
};

TEST_P(Overtime, an_emergency_without_a_window_owes_the_papers_of_its_moment)
{
    // 004: 8:45 to 17:15 on open days; site 15 needs a permit at any hour, site 1 only after closing.
    const Night nights[] = {
        {"within hours", "2025-12-01T17:14", 0, "instruction people procedure schedule vendor"},
        {"as the hours end", "2025-12-01T17:15", 0, "instruction overtime people procedure schedule vendor"},
        {"at night in an office", "2025-12-01T23:30", 1, "entry instruction overtime people procedure schedule vendor"},
        {"within hours in the annex", "2025-12-02T10:00", 15, "entry instruction people procedure schedule vendor"},
        {"on a Saturday", "2025-12-06T10:00", 0, "instruction overtime people procedure schedule vendor"},
    };
    for (const Night& each : nights) {
        at(each.begun);
        const std::string site = each.site == 0 ? std::string{} : R"(,"site_id":")" + site_id(each.site) + "\"";
        const std::string id = accepted(R"("settings_change_city")", site);
        const Answer begun = start_in_emergency(id, each.begun);
        ASSERT_EQ(begun.status, 200) << each.story << begun.body;
        EXPECT_EQ(owed(id), each.owed) << each.story;
    }
}

TEST_P(Overtime, the_paper_has_a_date_and_closes_when_the_city_says_that_it_gave_the_instruction)
{
    at("2025-12-03T20:00");
    const std::string id = accepted(R"("settings_change_city")");
    ASSERT_EQ(start_in_emergency(id, "2025-12-03T19:50").status, 200);
    ASSERT_EQ(tell_result(id, "2025-12-03").status, 200);
    ASSERT_EQ(sign(responsible, id).status, 200);
    EXPECT_EQ(said(sign(city, id), "overtime"), "時間外の作業（期限 令和7年12月10日）");
    EXPECT_EQ(settled(), 0);
    const Answer recorded = stage->post(city, "/approvals",
        R"({"kind":"overtime_city","title":"夜間の復旧","reason":"市の指示による復旧","request_id":")" + id + R"("})");
    EXPECT_EQ(recorded.status, 201) << recorded.body;
    EXPECT_EQ(settled(), 1);
    EXPECT_EQ(owed(id), "instruction people procedure schedule vendor");
}

INSTANTIATE_TEST_SUITE_P(Database, Overtime, ::testing::Values(db::Dialect::sqlite, db::Dialect::postgres),
    [](const auto& tested) { return tested.param == db::Dialect::sqlite ? "sqlite" : "postgres"; });

}
}
