#include "features/security_incident/damage.hpp"

#include "features/security_incident/damage_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::security_incident {
namespace {

using test::at;
using test::damage;
using test::day;
using test::paper;
using test::restoration;

const Instant this_moment = at("2025-12-03 10:00");

template <class T>
std::string problem_of(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

std::vector<std::string> missing_of(const Incident& incident)
{
    std::vector<std::string> texts;
    for (const Text& text : missing_for_closing(incident, 0))
        texts.push_back(text.en);
    return texts;
}

TEST(WrittenReport, is_made_once_and_is_the_first_where_none_was_made)
{
    const auto told = report_in_writing(damage(), paper(), this_moment);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->state, State::reported);
    EXPECT_EQ(told->written, paper());
    EXPECT_EQ(told->first_report, (FirstReport{at("2025-12-01 15:00"), "見本 太郎", "持参", "架空"}));
    EXPECT_EQ(problem_of(report_in_writing(*told, paper(), this_moment)), "security_incident/wrong_state");

    const FirstReport call{at("2025-12-01 09:10"), "見本 太郎", "電話", "架空"};
    const auto after_call = report_in_writing(*report_first(damage(), call, this_moment), paper(), this_moment);
    ASSERT_TRUE(after_call);
    EXPECT_EQ(after_call->first_report, call) << "the telephone stays the first";
    EXPECT_EQ(told_at(*after_call), at("2025-12-01 15:00")) << "but the contract asks for the paper";

    EXPECT_FALSE(report_in_writing(damage(State::reported), paper(), this_moment)->first_report)
        << "the city noticed it itself";
    EXPECT_EQ(problem_of(report_in_writing(damage(), paper("2025-12-01 08:59"), this_moment)),
        "security_incident/before_noticed");
    EXPECT_EQ(
        problem_of(report_in_writing(damage(), paper("2025-12-03 10:01"), this_moment)), "security_incident/in_future");
    EXPECT_EQ(
        problem_of(report_in_writing(damage(State::closed), paper(), this_moment)), "security_incident/wrong_state");
    Incident accident = damage();
    accident.intake.category = Category::accident;
    EXPECT_EQ(problem_of(report_in_writing(accident, paper(), this_moment)), "security_incident/only_damage");
}

TEST(Restoration, names_the_material_and_lies_after_the_damage)
{
    struct Case {
        const char* story;
        void (*change)(Restoration&);
        const char* code;
    };
    const Case cases[] = {
        {"everything", [](Restoration&) {}, ""},
        {"on the day of the damage", [](Restoration& done) { done.done_on = day("2025-12-01"); }, ""},
        {"today", [](Restoration& done) { done.done_on = day("2025-12-03"); }, ""},
        {"tomorrow", [](Restoration& done) { done.done_on = day("2025-12-04"); }, "security_incident/in_future"},
        {"the day before", [](Restoration& done) { done.done_on = day("2025-11-30"); },
            "security_incident/before_noticed"},
        {"nothing done", [](Restoration& done) { done.what = "　"; }, "required"},
        {"what was it before", [](Restoration& done) { done.material_before = ""; }, "required"},
        {"what is it now", [](Restoration& done) { done.material_after = ""; }, "required"},
    };
    for (const Case& c : cases) {
        Restoration done = restoration();
        c.change(done);
        EXPECT_EQ(problem_of(restore(damage(), done, day("2025-12-03"))), c.code) << c.story;
    }
}

TEST(Ruling, is_the_citys_and_about_something)
{
    struct Case {
        const char* story;
        bool restored;
        Side side;
        Verdict verdict;
        const char* text;
        const char* code;
    };
    const Case cases[] = {
        {"confirmed", true, Side::city, Verdict::confirmed, "", ""},
        {"not enough", true, Side::city, Verdict::insufficient, "色が違う", ""},
        {"not needed", false, Side::city, Verdict::not_needed, "改修の予定がある", ""},
        {"not needed after all", true, Side::city, Verdict::not_needed, "改修の予定がある", ""},
        {"nothing to confirm", false, Side::city, Verdict::confirmed, "", "security_incident/wrong_state"},
        {"nothing to complain about", false, Side::city, Verdict::insufficient, "色", "security_incident/wrong_state"},
        {"not enough of what", true, Side::city, Verdict::insufficient, " ", "required"},
        {"not needed why", false, Side::city, Verdict::not_needed, "", "required"},
        {"by the contractor", true, Side::contractor, Verdict::confirmed, "", "security_incident/city_only"},
        {"by an auditor", true, Side::neutral, Verdict::confirmed, "", "security_incident/city_only"},
    };
    for (const Case& c : cases) {
        Incident row = damage();
        if (c.restored)
            row = *restore(row, restoration(), day("2025-12-03"));
        const auto ruled = rule(row, c.side, {c.verdict, c.text, this_moment, "見本"});
        EXPECT_EQ(problem_of(ruled), c.code) << c.story;
    }
    const auto ruled = rule(*restore(damage(), restoration(), day("2025-12-03")), Side::city,
        {Verdict::confirmed, "", this_moment, "見本"});
    EXPECT_EQ(problem_of(restore(*ruled, restoration(), day("2025-12-03"))), "security_incident/wrong_state");
    const auto sent_back = rule(*ruled, Side::city, {Verdict::insufficient, "色が違う", this_moment, "見本"});
    EXPECT_FALSE(restore(*sent_back, restoration(), day("2025-12-03"))->ruling) << "done anew, to be looked at anew";
}

TEST(Damage, is_closed_when_it_is_written_explained_and_made_good)
{
    Incident row = damage();
    row.intake.harm = {.affected = "床", .party = Party::city};
    EXPECT_EQ(missing_of(row),
        (std::vector<std::string>{"record the report to the city in writing",
            "record at least one measure that was taken", "say what the cause was", "say what the damage was",
            "the city confirms the restoration, or records that none is needed"}));
    row = *report_in_writing(damage(), paper(), this_moment);
    row = *restore(row, restoration(), day("2025-12-03"));
    const std::vector<std::string> city{"the city confirms the restoration, or records that none is needed"};
    EXPECT_EQ(missing_of(row), city) << "the first measures count as one";
    EXPECT_EQ(problem_of(close(row, {Side::city, "見本", "済", this_moment}, 0)), "security_incident/not_ready");
    EXPECT_EQ(missing_of(*rule(row, Side::city, {Verdict::insufficient, "色", this_moment, "見本"})), city);
    row = *rule(row, Side::city, {Verdict::confirmed, "", this_moment, "見本"});
    EXPECT_EQ(missing_of(row), std::vector<std::string>{});
    const auto closed = close(row, {Side::city, "見本", "済", this_moment}, 0);
    ASSERT_TRUE(closed);
    EXPECT_EQ(reopen(*closed, Side::city, "色が違った")->ruling, row.ruling)
        << "the word stands until another is given";
}

TEST(Accident, is_closed_when_it_is_explained)
{
    Incident row = damage(State::reported);
    row.intake.category = Category::accident;
    row.intake.harm = {.cause = "凍結", .first_measures = "救急車を呼んだ"};
    EXPECT_EQ(missing_of(row), std::vector<std::string>{"say what the damage was"});
    row.intake.harm.extent = "右手首の骨折";
    EXPECT_EQ(missing_of(row), std::vector<std::string>{});
}

TEST(Actions, of_damage_belong_to_the_sides)
{
    const auto of = [](const Incident& row, Role role) {
        const Membership held{row.contract_id, role, day("2025-04-01"), std::nullopt};
        std::string all;
        for (const Action action : actions(row, {.person = {"p"}, .name = "架空", .memberships = {held}}))
            all += std::string{name_of(action)} + " ";
        return all;
    };
    EXPECT_EQ(of(damage(), Role::responsible), "change report_first report_in_writing restore add_entry ");
    EXPECT_EQ(of(damage(), Role::city_section), "change report_first report_in_writing restore rule add_entry close ");
    EXPECT_EQ(of(damage(), Role::auditor), "");
    Incident done = *report_in_writing(damage(), paper(), this_moment);
    done = *rule(*restore(done, restoration(), day("2025-12-03")), Side::city, {.at = this_moment, .by = "見本"});
    EXPECT_EQ(of(done, Role::responsible), "change add_entry ");
    EXPECT_EQ(of(damage(State::closed), Role::city_section), "reopen ");
}

}
}
