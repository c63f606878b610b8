#include "features/improvement/improvement.hpp"

#include <gtest/gtest.h>

namespace hoshuban::improvement {
namespace {

constexpr LocalDay today = make_day(2025, 10, 1);

Improvement planned()
{
    return {.plan = {.title = "繰り返しへの対策",
                .problem = "5件",
                .measure = "交換する",
                .aim = "件数を比べる",
                .person = "保全 三枝"},
        .proposed_at = instant(LocalTime{today}) + std::chrono::hours{10}};
}

Improvement agreed()
{
    return *decided(planned(), {true, today, "見本 太郎", "", "見本 太郎"}, today);
}

Improvement begun()
{
    return *started(agreed(), {today, "保全 三枝"}, today);
}

Improvement looked_at(LocalDay on)
{
    return *checked(begun(), {today, on, std::nullopt, "減った"}, on);
}

std::string refusal(const Result<Improvement>& result)
{
    if (result)
        return "";
    std::string told = result.error().code;
    for (const FieldError& field : result.error().fields)
        told += " " + field.path;
    return told;
}

// IMP-01: plan, do, check, act
TEST(Improvement, GoesFromThePlanToItsConclusion)
{
    const LocalDay later = today + std::chrono::days{90};
    struct Case {
        const char* name;
        Improvement improvement;
        State state;
        bool open;
    };
    const Case cases[] = {
        {"planned", planned(), State::proposed, true},
        {"agreed", agreed(), State::accepted, true},
        {"declined", *decided(planned(), {false, today, "見本 太郎", "費用", ""}, today), State::declined, false},
        {"begun", begun(), State::doing, true},
        {"checked", looked_at(later), State::checked, true},
        {"checked again", *checked(looked_at(later), {today, later, std::nullopt, "さらに減った"}, later),
            State::checked, true},
        {"closed", *concluded(looked_at(later), {false, later, "見本 太郎", "定着"}, later), State::closed, false},
        {"goes on", *concluded(looked_at(later), {true, later, "見本 太郎", "まだ多い"}, later), State::continued,
            false},
        {"withdrawn", *withdrawn(begun(), "機器を更新した"), State::withdrawn, false},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(name_of(state_of(c.improvement)), name_of(c.state)) << c.name;
        EXPECT_EQ(is_open(state_of(c.improvement)), c.open) << c.name;
    }
}

TEST(Improvement, RefusesWhatDoesNotFollow)
{
    const LocalDay tomorrow = today + std::chrono::days{1};
    const LocalDay yesterday = today - std::chrono::days{1};
    const Improvement declined = *decided(planned(), {false, today, "見本 太郎", "費用", ""}, today);
    const std::pair<Result<Improvement>, const char*> cases[] = {
        {started(planned(), {today, "保全 三枝"}, today), "improvement/does_not_follow"},
        {started(declined, {today, "保全 三枝"}, today), "improvement/does_not_follow"},
        {checked(agreed(), {today, today, std::nullopt, "減った"}, today), "improvement/does_not_follow"},
        {concluded(begun(), {false, today, "見本 太郎", "定着"}, today), "improvement/does_not_follow"},
        {decided(agreed(), {false, today, "見本 太郎", "費用", ""}, today), "improvement/does_not_follow"},
        {planned_anew(agreed(), planned().plan, today), "improvement/does_not_follow"},
        {withdrawn(looked_at(today), "違う"), "improvement/does_not_follow"},
        {decided(planned(), {false, today, "見本 太郎", " ", ""}, today), "required reason"},
        {decided(planned(), {true, today, "", "", ""}, today), "required by"},
        {decided(planned(), {true, tomorrow, "見本 太郎", "", ""}, today), "improvement/day_out_of_order on"},
        {decided(planned(), {true, yesterday, "見本 太郎", "", ""}, today), "improvement/day_out_of_order on"},
        {started(agreed(), {tomorrow, "保全 三枝"}, today), "improvement/day_out_of_order on"},
        {checked(begun(), {yesterday, today, std::nullopt, "減った"}, today),
            "improvement/day_out_of_order effective_on"},
        {checked(begun(), {today, tomorrow, std::nullopt, "減った"}, today), "improvement/day_out_of_order until"},
        {concluded(looked_at(today), {false, tomorrow, "見本 太郎", "定着"}, today), "improvement/day_out_of_order on"},
        {withdrawn(begun(), ""), "required reason"},
    };
    for (const auto& [result, code] : cases)
        EXPECT_EQ(refusal(result), code);
    Improvement late = planned();
    late.plan.due_on = yesterday;
    EXPECT_EQ(refusal(proposed(late, today)), "improvement/day_out_of_order due_on");
    late.plan.title = "";
    EXPECT_EQ(refusal(proposed(late, today)), "required title");
}

}
}
