// Whom to call: what the support windows say, and the plan of who is called outside the hours.
#include "story.hpp"

#include "features/due/due_store.hpp"
#include "features/support/gap_job.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Support : public Story {
protected:
    void begin() override { open("2025-12-03T09:00"); }

    static std::string shift(const char* from, const char* until, const char* person, const char* more = "")
    {
        return fmt::format(
            R"({{"from":"{}","until":"{}","person":"{}","phone":"090-0000-0001"{}}})", from, until, person, more);
    }
    Answer plan(const std::string& body, const char* login = responsible)
    {
        return stage->post(login, "/on-call/shifts", body);
    }
    /// The clocks about the plan, as the chore finds them now.
    std::string clocks()
    {
        Program& program = stage->program();
        support::watch_on_call(program.database(), program.profiles(), stage->clock.now());
        std::string text;
        const auto open = program.database().read([&](db::Reader& reader) {
            return due::open_of(reader, contract, {.subject = audit::Subject{"on_call", "plan"}});
        });
        for (const due::Due& each : open)
            text += each.terms.kind + " " + to_text_jst(each.terms.due_at).substr(0, 16);
        return text;
    }
};

TEST_P(Support, says_which_window_answers_a_fault)
{
    const Answer touch = stage->get(site, "/support-windows?class=touch_panel&at=2025-12-26T18:00");
    EXPECT_EQ(touch.text("id"), "touch_panel");
    EXPECT_EQ(touch.text("promise"), "by_next_opening");
    EXPECT_EQ(touch.text("due"), "2026-01-04T23:45:00Z");
    EXPECT_EQ(touch.text("guide"), "true");
    EXPECT_EQ(stage->get(city, "/support-windows?class=cs&severity=minor").text("promise"), "best_effort");
    EXPECT_EQ(stage->get(city, "/support-windows?class=cs&at=2025-12-28T03:00").text("promise"), "on_site_now");
    EXPECT_NE(stage->get(city, "/support-windows?class=nothing").body.find(R"("items":[])"), std::string::npos);
}

TEST_P(Support, knows_whom_to_call_now)
{
    EXPECT_EQ(stage->get(city, "/on-call/now").text("open"), "true");
    EXPECT_EQ(stage->get(site, "/on-call").status, 404) << "a site contact sees no private phones";
    EXPECT_EQ(plan(shift("2025-12-03T17:15", "2025-12-04T08:45", "試作 次郎"), city).status, 403);

    const Answer first = plan(shift("2025-12-03T17:15", "2025-12-04T08:45", "試作 次郎"), worker);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(refusal(plan(shift("2025-12-04T08:00", "2025-12-04T20:00", "見本 花子"))), "support/two_primaries from");
    EXPECT_EQ(plan(shift("2025-12-03T18:00", "2025-12-04T20:00", "見本 花子", R"(,"rank":"second")")).status, 201);
    EXPECT_EQ(
        refusal(plan(shift("2025-12-05T08:00", "2025-12-05T07:00", "見本 花子"))), "support/shift_backwards until");

    at("2025-12-03T22:00");
    const Answer now = stage->get(city, "/on-call/now");
    EXPECT_EQ(now.text("open"), "false");
    EXPECT_EQ(now.text("person"), "試作 次郎");
    const std::string one = "/on-call/shifts/" + first.text("id");
    EXPECT_EQ(stage->post(worker, one + "/removal", R"({"reason":"交代"})", 2).status, 412);
    EXPECT_EQ(stage->post(worker, one + "/removal", R"({"reason":"交代"})", 1).status, 200);
    EXPECT_EQ(stage->get(city, "/on-call/now").text("person"), "見本 花子") << "the second is left";
}

TEST_P(Support, warns_of_times_without_anybody)
{
    EXPECT_EQ(clocks(), "on_call.gap 2025-12-03T17:15");
    at("2025-12-04T07:00");
    EXPECT_EQ(clocks(), "on_call.gap 2025-12-03T17:15") << "a night that goes on keeps its clock";
    at("2025-12-04T08:45");
    EXPECT_EQ(clocks(), "on_call.gap 2025-12-04T17:15");
    stage->enter({"sapporo-r5-core-terminals"});
    EXPECT_EQ(stage->get(city, "/on-call").text("needed"), "false");
}

TEST_P(Support, closes_its_gaps_by_a_pattern_and_a_list)
{
    const std::string pattern = R"({"first":"2025-12-03","last":"2025-12-31","shape":"outside_hours","turn":"week",)"
                                R"("people":[{"person":"試作 次郎","phone":"090-0000-0001"},)"
                                R"({"person":"見本 花子","phone":"090-0000-0002"}],"save":)";
    const Answer preview = stage->post(responsible, "/on-call/pattern", pattern + "false}");
    EXPECT_EQ(preview.text("problems"), "0");
    EXPECT_EQ(preview.text("saved"), "false");
    EXPECT_EQ(clocks(), "on_call.gap 2025-12-03T17:15") << "a preview changes nothing";
    ASSERT_EQ(stage->post(responsible, "/on-call/pattern", pattern + "true}").text("saved"), "true");
    EXPECT_EQ(clocks(), "");
    EXPECT_EQ(refusal(stage->post(responsible, "/on-call/pattern", pattern + "true}")).substr(0, 21),
        "support/list_problems");

    at("2025-12-10T09:00");
    EXPECT_EQ(clocks(), "on_call.gap 2026-01-01T00:00") << "weeks come nearer, until nobody is planned";
    const std::string list = R"({"text":"2026/1/1 0:00\t2026/1/5 8:45\t試作 次郎\t090-0000-0001\n)"
                             R"(2026/1/5 17:15\t2026/1/6 25:00\t見本 花子\t090-0000-0002","save":)";
    EXPECT_EQ(refusal(stage->post(worker, "/on-call/list", list + "true}")), "support/list_problems rows[2]");
    const Answer shown = stage->post(worker, "/on-call/list", list + "false}");
    EXPECT_EQ(shown.text("problems"), "1");
    EXPECT_EQ(stage
                  ->post(worker, "/on-call/list",
                      R"({"text":"2026/1/1 0:00\t2026/1/5 8:45\t試作 次郎\t090-0000-0001","save":true})")
                  .text("saved"),
        "true");
    EXPECT_EQ(clocks(), "on_call.gap 2026-01-05T17:15");
    EXPECT_NE(stage->get(worker, "/today").body.find(R"("kind":"on_call.gap")"), std::string::npos);
    EXPECT_EQ(stage->get(city, "/today").body.find(R"("kind":"on_call.gap")"), std::string::npos);
}

HOSHUBAN_ON_BOTH_DATABASES(Support);

}
}
