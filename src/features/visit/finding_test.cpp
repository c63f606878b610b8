#include "features/visit/finding.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <functional>
#include <gtest/gtest.h>

namespace hoshuban::visit {
namespace {

using test::at;
using test::day;

std::string told_refusal(const Result<Finding>& result)
{
    if (result)
        return {};
    std::string text = result.error().code;
    for (const FieldError& field : result.error().fields)
        text += fmt::format(" {}", field.path);
    return text;
}

// The core contract runs from 1 April 2023 to 31 March 2024.
const contract::Profile& core_contract()
{
    static const contract::Profile profile = test::profile(test::ids::r5);
    return profile;
}

// Over midnight: from 1 to 2 December 2023.
Visit night_visit()
{
    return {.id = {"v"}, .times = {at("2023-12-01 22:00"), {}, at("2023-12-02 01:00")}};
}

Finding condition()
{
    return {.id = {"f"},
        .visit = {"v"},
        .facts = {.text = "配線が床に出ている", .told_by = "保全 三枝", .found_on = day("2023-12-01")}};
}

Finding question()
{
    Finding made = condition();
    made.facts.kind = FindingKind::question;
    made.facts.promised_on = day("2023-12-08");
    return made;
}

Finding with(Finding finding, const std::function<void(Finding&)>& change)
{
    change(finding);
    return finding;
}

void report_it(Finding& f)
{
    f.facts.report = Report{day("2023-12-04"), "保全 三枝"};
}

void instruct_it(Finding& f, bool asks)
{
    report_it(f);
    f.instruction = Instruction{day("2023-12-05"), "配線を直すこと", asks, "見本 太郎"};
}

void finish_it(Finding& f)
{
    instruct_it(f, true);
    f.facts.completion = Completion{day("2023-12-06"), "配線を直した"};
}

void reply_to_it(Finding& f)
{
    f.facts.reply = Reply{day("2023-12-07"), "再起動で直る", "窓口 花子"};
}

FindingGround ground(const Visit& visit, const char* today = "2023-12-10")
{
    return {core_contract(), visit, day(today)};
}

TEST(Finding, IsOfItsVisitAndInOrder)
{
    struct Case {
        const char* story;
        Finding finding;
        std::function<void(Finding&)> change;
        const char* refusal;
    };
    const Case cases[] = {
        {"as it should be", condition(), [](Finding&) {}, ""},
        {"on the day of the departure", condition(), [](Finding& f) { f.facts.found_on = day("2023-12-02"); }, ""},
        {"before the arrival", condition(), [](Finding& f) { f.facts.found_on = day("2023-11-30"); },
            "visit/day_out_of_order found_on"},
        {"after the departure", condition(), [](Finding& f) { f.facts.found_on = day("2023-12-03"); },
            "visit/day_out_of_order found_on"},
        {"no text, nobody", condition(),
            [](Finding& f) {
                f.facts.text = " ";
                f.facts.told_by = "";
            },
            "required text told_by"},
        {"an answer to no question", condition(), [](Finding& f) { f.facts.answer = "はい"; },
            "visit/no_question answer"},
        {"a promise about no question", condition(), [](Finding& f) { f.facts.promised_on = day("2023-12-08"); },
            "visit/no_question promised_on"},
        {"a question with a promise", question(), [](Finding&) {}, ""},
        {"a question with neither", question(), [](Finding& f) { f.facts.promised_on.reset(); },
            "visit/answer_or_promise promised_on"},
        {"a question with both", question(), [](Finding& f) { f.facts.answer = "はい"; },
            "visit/answer_or_promise promised_on"},
        {"promised for the same day", question(), [](Finding& f) { f.facts.promised_on = day("2023-12-01"); }, ""},
        {"promised before it was asked", question(), [](Finding& f) { f.facts.promised_on = day("2023-11-30"); },
            "visit/day_out_of_order promised_on"},
        {"promised for the last day", question(), [](Finding& f) { f.facts.promised_on = day("2024-03-31"); }, ""},
        {"promised beyond the contract", question(), [](Finding& f) { f.facts.promised_on = day("2024-04-01"); },
            "visit/day_out_of_order promised_on"},
        {"replied today", question(),
            [](Finding& f) {
                reply_to_it(f);
                f.facts.reply->on = day("2023-12-10");
            },
            ""},
        {"replied tomorrow", question(),
            [](Finding& f) {
                reply_to_it(f);
                f.facts.reply->on = day("2023-12-11");
            },
            "visit/day_out_of_order replied_on"},
        {"replied to nobody", question(),
            [](Finding& f) {
                reply_to_it(f);
                f.facts.reply->to = "";
            },
            "required replied_to"},
        {"reported before it was found", condition(),
            [](Finding& f) {
                f.facts.report = Report{day("2023-11-30"), "保全 三枝"};
            },
            "visit/day_out_of_order reported_on"},
        {"instructed before it was reported", condition(),
            [](Finding& f) {
                instruct_it(f, true);
                f.instruction->on = day("2023-12-03");
            },
            "visit/day_out_of_order instructed_on"},
        {"done before it was instructed", condition(),
            [](Finding& f) {
                finish_it(f);
                f.facts.completion->on = day("2023-12-04");
            },
            "visit/day_out_of_order done_on"},
        {"done although nothing is asked for", condition(),
            [](Finding& f) {
                finish_it(f);
                f.instruction->asks = false;
            },
            "visit/already_done asks"},
        {"instructed without a report", condition(),
            [](Finding& f) {
                instruct_it(f, true);
                f.facts.report.reset();
            },
            "visit/instructed reported_on"},
    };
    const Visit visit = night_visit();
    for (const Case& c : cases)
        EXPECT_EQ(told_refusal(entered(ground(visit), with(c.finding, c.change))), c.refusal) << c.story;
}

TEST(Finding, IsRecordedFromTheArrivalUntilToday)
{
    Visit visit = night_visit();
    visit.times.departed.reset();
    EXPECT_EQ(told_refusal(entered(ground(visit, "2023-12-02"),
                  with(condition(), [](Finding& f) { f.facts.found_on = day("2023-12-03"); }))),
        "visit/day_out_of_order found_on");
    EXPECT_EQ(told_refusal(entered(ground(visit, "2023-12-03"),
                  with(condition(), [](Finding& f) { f.facts.found_on = day("2023-12-03"); }))),
        "");
    visit.times.arrived.reset();
    EXPECT_EQ(told_refusal(entered(ground(visit), condition())), "visit/not_arrived");
}

TEST(Finding, WaitsForOneThingAtATime)
{
    struct Case {
        const char* story;
        Finding finding;
        std::function<void(Finding&)> change;
        FindingState state;
    };
    const Case cases[] = {
        {"entered", condition(), [](Finding&) {}, FindingState::report},
        {"reported", condition(), report_it, FindingState::instruction},
        {"the city asks for something", condition(), [](Finding& f) { instruct_it(f, true); }, FindingState::action},
        {"the city asks for nothing", condition(), [](Finding& f) { instruct_it(f, false); }, FindingState::closed},
        {"done", condition(), finish_it, FindingState::closed},
        {"promised", question(), [](Finding&) {}, FindingState::reply},
        {"reported before the reply", question(), report_it, FindingState::reply},
        {"replied", question(), reply_to_it, FindingState::report},
        {"replied and reported", question(),
            [](Finding& f) {
                report_it(f);
                reply_to_it(f);
            },
            FindingState::closed},
        {"answered on site", question(),
            [](Finding& f) {
                f.facts.promised_on.reset();
                f.facts.answer = "はい";
            },
            FindingState::report},
        {"taken back", condition(), [](Finding& f) { f.taken_back = "誤り"; }, FindingState::taken_back},
    };
    for (const Case& c : cases)
        EXPECT_EQ(name_of(state_of(with(c.finding, c.change))), name_of(c.state)) << c.story;
}

TEST(Finding, IsLateFromTheDayAfterThePromisedOne)
{
    EXPECT_FALSE(is_late(question(), day("2023-12-08")));
    EXPECT_TRUE(is_late(question(), day("2023-12-09")));
    EXPECT_FALSE(is_late(with(question(), reply_to_it), day("2023-12-31"))) << "the reply came in time";
    EXPECT_TRUE(is_late(with(question(),
                            [](Finding& f) {
                                reply_to_it(f);
                                f.facts.reply->on = day("2023-12-09");
                            }),
        day("2023-12-31")));
    EXPECT_FALSE(is_late(with(question(), [](Finding& f) { f.taken_back = "誤り"; }), day("2023-12-31")));
    EXPECT_FALSE(is_late(condition(), day("2023-12-31")));
}

TEST(Finding, TakesEachActOnceAndInItsOrder)
{
    const Visit visit = night_visit();
    const FindingGround on = ground(visit);
    const Reply reply{day("2023-12-07"), "再起動で直る", "窓口 花子"};
    const Report report{day("2023-12-04"), "保全 三枝"};
    const Instruction instruction{day("2023-12-05"), "直すこと", true, "見本 太郎"};
    const Completion completion{day("2023-12-06"), "直した"};
    const char* const refused = "visit/does_not_follow";
    EXPECT_EQ(told_refusal(replied(on, question(), reply)), "");
    EXPECT_EQ(told_refusal(replied(on, condition(), reply)), refused);
    EXPECT_EQ(told_refusal(replied(on, with(question(), reply_to_it), reply)), refused);
    EXPECT_EQ(told_refusal(reported(on, question(), report)), "") << "the reply may still be owed";
    EXPECT_EQ(told_refusal(reported(on, with(condition(), report_it), report)), refused);
    EXPECT_EQ(told_refusal(instructed(on, condition(), instruction)), refused) << "not reported";
    EXPECT_EQ(told_refusal(instructed(on, with(condition(), report_it), instruction)), "");
    EXPECT_EQ(told_refusal(instructed(on, with(question(), report_it), instruction)), refused);
    EXPECT_EQ(told_refusal(finished(on, with(condition(), report_it), completion)), refused);
    EXPECT_EQ(told_refusal(finished(on, with(condition(), [](Finding& f) { instruct_it(f, true); }), completion)), "");
    EXPECT_EQ(
        told_refusal(finished(on, with(condition(), [](Finding& f) { instruct_it(f, false); }), completion)), refused);
}

TEST(Finding, IsPutRightWithAReason)
{
    struct Case {
        const char* story;
        Finding finding;
        std::function<void(FindingFacts&)> change;
        const char* reason;
        const char* refusal;
    };
    const Case cases[] = {
        {"another text", condition(), [](FindingFacts& f) { f.text = "配線が出ている"; }, "誤記", ""},
        {"without a reason", condition(), [](FindingFacts& f) { f.text = "配線が出ている"; }, " ", "required reason"},
        {"another kind", condition(), [](FindingFacts& f) { f.kind = FindingKind::request; }, "誤記",
            "visit/other_kind kind"},
        {"promised anew", question(), [](FindingFacts& f) { f.promised_on = day("2023-12-15"); }, "調査が長引く", ""},
        {"a reply that was not recorded", question(),
            [](FindingFacts& f) {
                f.reply = Reply{day("2023-12-07"), "直る", "窓口 花子"};
            },
            "誤記", "visit/not_recorded replied_on"},
        {"the reply was none", with(question(), reply_to_it), [](FindingFacts& f) { f.reply.reset(); }, "別の質問", ""},
        {"a report that was not recorded", condition(),
            [](FindingFacts& f) {
                f.report = Report{day("2023-12-04"), "保全 三枝"};
            },
            "誤記", "visit/not_recorded reported_on"},
        {"the report was none", with(condition(), report_it), [](FindingFacts& f) { f.report.reset(); }, "誤記", ""},
        {"a report that the city acted on", with(condition(), [](Finding& f) { instruct_it(f, true); }),
            [](FindingFacts& f) { f.report.reset(); }, "誤記", "visit/instructed reported_on"},
        {"it was not done", with(condition(), finish_it), [](FindingFacts& f) { f.completion.reset(); }, "誤記", ""},
        {"taken back", with(condition(), [](Finding& f) { f.taken_back = "誤り"; }), [](FindingFacts&) {}, "誤記",
            "visit/does_not_follow"},
    };
    const Visit visit = night_visit();
    for (const Case& c : cases) {
        FindingFacts facts = c.finding.facts;
        c.change(facts);
        std::string reason = c.reason;
        EXPECT_EQ(told_refusal(corrected(ground(visit), c.finding, facts, reason)), c.refusal) << c.story;
    }
}

TEST(Finding, IsInstructedAnewOnlyOnceItWas)
{
    const Visit visit = night_visit();
    const Instruction none_needed{day("2023-12-05"), "対応不要", false, "見本 太郎"};
    std::string reason = "現場で解決した";
    EXPECT_EQ(told_refusal(instructed_anew(ground(visit), with(condition(), report_it), none_needed, reason)),
        "visit/does_not_follow");
    EXPECT_EQ(told_refusal(instructed_anew(
                  ground(visit), with(condition(), [](Finding& f) { instruct_it(f, true); }), none_needed, reason)),
        "");
    EXPECT_EQ(told_refusal(instructed_anew(ground(visit), with(condition(), finish_it), none_needed, reason)),
        "visit/already_done asks");
}

TEST(Finding, IsTakenBackUntilTheCityDecides)
{
    EXPECT_EQ(told_refusal(taken_back(condition(), "")), "required reason");
    EXPECT_EQ(told_refusal(taken_back(condition(), "別の訪問")), "");
    EXPECT_EQ(told_refusal(taken_back(with(condition(), [](Finding& f) { instruct_it(f, false); }), "別の訪問")),
        "visit/instructed");
    EXPECT_EQ(told_refusal(taken_back(with(condition(), [](Finding& f) { f.taken_back = "誤り"; }), "別の訪問")),
        "visit/does_not_follow");
}

}
}
