// A proposal for improvement, drafted from what the faults show, from the plan to its conclusion and the next round.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Improvements : public Story {
protected:
    void begin() override
    {
        open("2025-10-01T09:00");
        unit = stage->get(city, "/register?limit=1&q=D-0010").text("id");
        for (const char* day : {"2025-06-20", "2025-07-01", "2025-08-20", "2025-09-10"})
            fault(day);
    }

    void fault(const std::string& day)
    {
        const Answer opened = stage->post(city, "/incidents",
            fmt::format(R"({{"intake":{{"phenomenon":"動かない","contact_person":"窓口 花子","place":"1階",)"
                        R"("device_id":"{}"}},"handed_over":true,"person":"見本 太郎","city_person":"見本 太郎",)"
                        R"("at":"{}T09:00:00+09:00"}})",
                unit, day));
        ASSERT_EQ(opened.status, 201) << opened.body;
    }

    std::string about() const
    {
        return fmt::format(R"({{"ground":"unit","of":"{}","on":"2025-09-30","months":6}})", unit);
    }

    Answer propose(const std::string& more = {})
    {
        return stage->post(worker, "/improvements",
            R"({"about":)" + about() +
                R"(,"plan":{"title":"D-0010の対策","problem":"4件","measure":"予備機と交換する","person":"保全 三枝"})" +
                more + "}");
    }

    Answer act(const std::string& who, const std::string& path, const std::string& name, const std::string& body)
    {
        return stage->post(who, path + "/" + name, body, std::stoi(stage->get(worker, path).text("version")));
    }

    std::string unit;
};

HOSHUBAN_ON_BOTH_DATABASES(Improvements);

TEST_P(Improvements, go_round_from_the_plan_to_the_next_plan)
{
    const Answer draft = stage->get(worker, "/improvement-draft?ground=unit&on=2025-09-30&months=6&of=" + unit);
    ASSERT_EQ(draft.status, 200) << draft.body;
    EXPECT_EQ(draft.text("name"), "D-0010");
    EXPECT_NE(draft.body.find("2025-04-01から2025-09-30まで。全体の割合なら"), std::string::npos) << draft.body;
    const Answer made = propose();
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.text("number"), "1");
    EXPECT_EQ(made.text("state"), "proposed");
    const std::string path = "/improvements/" + made.text("id");
    EXPECT_EQ(
        refusal(act(worker, path, "start", R"({"on":"2025-10-01","by":"保全 三枝"})")), "improvement/does_not_follow");
    EXPECT_EQ(act(worker, path, "decision", R"({"accepts":true,"on":"2025-10-01","by":"見本 太郎"})").status, 403)
        << "the city decides";
    EXPECT_EQ(refusal(act(city, path, "decision", R"({"accepts":false,"on":"2025-10-01","by":"見本 太郎"})")),
        "required reason");
    const Answer agreed = act(city, path, "decision", R"({"accepts":true,"on":"2025-10-01","by":"見本 太郎"})");
    ASSERT_EQ(agreed.status, 200) << agreed.body;
    EXPECT_EQ(agreed.text("state"), "accepted");
    ASSERT_EQ(act(worker, path, "start", R"({"on":"2025-10-01","by":"保全 三枝"})").status, 200);

    at("2026-01-08T09:00");
    fault("2025-11-10");
    const Answer checked =
        act(worker, path, "check", R"({"effective_on":"2025-10-01","until":"2026-01-07","text":"減ったがまだ起きる"})");
    ASSERT_EQ(checked.status, 200) << checked.body;
    // 99 days from 1 October to 7 January, and the 99 before them from 24 June
    EXPECT_NE(
        checked.body.find(R"("faults_before":3,"days_before":99,"faults_after":1,"days_after":99,"chance":0.3125)"),
        std::string::npos)
        << checked.body;
    EXPECT_EQ(act(worker, path, "conclusion", R"({"goes_on":true,"on":"2026-01-08","by":"見本 太郎","text":"続ける"})")
                  .status,
        403);
    const std::string from = R"(,"continues_id":")" + made.text("id") + "\"";
    EXPECT_EQ(refusal(propose(from)), "improvement/not_continued continues_id");
    ASSERT_EQ(act(city, path, "conclusion", R"({"goes_on":true,"on":"2026-01-08","by":"見本 太郎","text":"続ける"})")
                  .text("state"),
        "continued");
    const Answer next = propose(from);
    ASSERT_EQ(next.status, 201) << next.body;
    EXPECT_EQ(next.text("number"), "2");
    EXPECT_EQ(next.text("continues_id"), made.text("id"));
    EXPECT_EQ(stage->get(city, "/improvements?open=true").text("number"), "2");
    EXPECT_EQ(stage->get(city, "/improvements?state=continued").text("number"), "1");
    EXPECT_EQ(stage->get(city, "/improvements/export").status, 200);
    EXPECT_EQ(stage->get(city, path + "/events").status, 200);
}

TEST_P(Improvements, are_for_who_sees_everything_and_of_what_is_shown)
{
    EXPECT_EQ(refusal(stage->get(site, "/improvements")), "improvement/not_found");
    EXPECT_EQ(stage->get(city, "/improvement-draft?ground=other").status, 404) << "the contractor proposes";
    EXPECT_EQ(refusal(stage->get(worker, "/improvement-draft?ground=unit&of=nothing&on=2025-09-30")),
        "improvement/no_finding");
    EXPECT_EQ(stage->get(worker, "/improvement-draft?ground=estimate&of=incident_recovery&on=2025-09-30").status, 200);
    const std::string path = "/improvements/" + propose().text("id");
    EXPECT_EQ(refusal(stage->get(site, path)), "improvement/not_found");
    ASSERT_EQ(stage
                  ->send(worker, http::Method::put, path,
                      R"({"title":"改めた対策","problem":"4件","measure":"交換する","person":"保全 三枝"})", 1)
                  .status,
        200);
    EXPECT_EQ(stage->post(worker, path + "/withdrawal", R"({"reason":"機器を更新する"})", 1).status, 412);
    ASSERT_EQ(act(worker, path, "withdrawal", R"({"reason":"機器を更新する"})").text("state"), "withdrawn");
    EXPECT_EQ(refusal(act(city, path, "decision", R"({"accepts":true,"on":"2025-10-01","by":"見本 太郎"})")),
        "improvement/does_not_follow");
}

}
}
