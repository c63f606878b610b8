#include "features/gate/start.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::gate {
namespace {

using test::at;
using test::day;

const Instant evening = at("2025-12-03 20:00");

TEST(Instruction, NamesEveryFactThatIsMissing)
{
    const auto problems = [](const Instruction& instruction) {
        const auto checked = check(instruction, evening);
        std::string all;
        if (!checked) {
            for (const FieldError& each : checked.error().fields)
                all += (all.empty() ? "" : " ") + each.path + ":" + each.code;
        }
        return all;
    };
    EXPECT_EQ(problems({"見本 花子", at("2025-12-03 19:50"), "電話", "CSを復旧すること"}), "");
    EXPECT_EQ(
        problems({}), "instructed_by:required instructed_at:required instructed_how:required instruction:required");
    EXPECT_EQ(problems({"見本 花子", at("2025-12-03 20:01"), "電話", "復旧"}), "instructed_at:future");
    EXPECT_EQ(problems({"見本 花子", evening, "電話", "復旧"}), "");
}

TEST(StartedAt, IsToldLaterButNotInTheFutureNorBeforeTheRequest)
{
    work_request::WorkRequest request;
    request.entered_on = day("2025-12-01");
    EXPECT_EQ(started_at(std::nullopt, request, evening), evening);
    EXPECT_EQ(started_at(at("2025-12-02 10:00"), request, evening), at("2025-12-02 10:00"));
    EXPECT_EQ(started_at(at("2025-12-01 00:00"), request, evening), at("2025-12-01 00:00"));
    EXPECT_EQ(started_at(at("2025-12-03 20:01"), request, evening).error().code, "gate/started_at");
    EXPECT_EQ(started_at(at("2025-11-30 23:59"), request, evening).error().code, "gate/started_at");
}

TEST(Emergency, OwesTheInstructionTheRequestAndEveryShutGate)
{
    contract::EmergencyTerms terms;
    terms.instruction_confirmed_within = {.kind = DueKind::open_days, .amount = 1};
    terms.papers_within = {.kind = DueKind::open_days, .amount = 5};
    const DayRange period{day("2025-04-01"), day("2026-03-31")};
    StartRecord start;
    start.id = {"s1"};
    start.recorded_at = at("2025-12-26 20:00"); // a Friday; closed from 27 December to 4 January
    const std::vector<Gate> waiting{
        {GateKind::procedure, GateState::shut, {}}, {GateKind::overtime, GateState::shut, {}}};
    const auto duties = duties_of(start, waiting, terms, test::office(), period);
    ASSERT_TRUE(duties);
    std::string all;
    for (const Duty& each : *duties)
        all += each.gate + " " + test::print(each.due_at) + "\n";
    EXPECT_EQ(all,
        "instruction 2026-01-05 23:59\n"
        "request 2026-01-09 23:59\n"
        "procedure 2026-01-09 23:59\n"
        "overtime 2026-01-09 23:59\n");
    start.request = WorkRequestId{"r1"};
    EXPECT_EQ(duties_of(start, {}, terms, test::office(), period)->size(), 1U);
}

TEST(Instruction, IsToldAgainOnlyAfterTheCityRefusedIt)
{
    StartRecord start;
    start.kind = work_request::Start::emergency;
    start.started_at = at("2025-12-03 19:55");
    const Instruction told{"見本 太郎", at("2025-12-03 19:52"), "電話", "復旧"};
    const auto code = [&](const Instruction& instruction) {
        const auto again = told_again(start, instruction, evening);
        return again ? std::string{} : again.error().code;
    };
    struct Case {
        std::optional<approval::State> confirmation;
        const char* code;
    };
    const Case cases[] = {
        {std::nullopt, "gate/instruction_stands"},
        {approval::State::asked, "gate/instruction_stands"},
        {approval::State::granted, "gate/instruction_stands"},
        {approval::State::refused, ""},
        {approval::State::withdrawn, ""},
        {approval::State::voided, ""},
    };
    for (const Case& c : cases) {
        start.confirmation = c.confirmation;
        EXPECT_EQ(code(told), c.code);
    }
    EXPECT_EQ(told_again(start, told, evening)->instruction, told);
    EXPECT_EQ(code({"見本 太郎", at("2025-12-03 19:56"), "電話", "復旧"}), "gate/instructed_at") << "after the start";
    EXPECT_EQ(code({"", at("2025-12-03 19:52"), "電話", "復旧"}), "gate/instruction");
    start.kind = work_request::Start::regular;
    EXPECT_EQ(code(told), "gate/instruction_stands");
}

TEST(Duty, IsClockedForTheSideThatActs)
{
    struct Case {
        const char* gate;
        const char* clock;
        Side side;
        const char* label;
    };
    const Case cases[] = {
        {"instruction", "start.instruction", Side::city, "緊急着手の指示の確認"},
        {"request", "start.paper.request", Side::city, "作業依頼書の作成"},
        {"procedure", "start.paper.procedure", Side::contractor, "作業手順書"},
        {"entry", "start.paper.entry", Side::contractor, "立入りの許可"},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(clock_of(each.gate), each.clock);
        EXPECT_EQ(side_of_duty(each.gate), each.side);
        EXPECT_EQ(duty_label(each.gate).ja, each.label);
    }
}

}
}
