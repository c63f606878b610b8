#include "features/people/assignment.hpp"
#include "features/people/worker_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

constexpr ChangeKind entry = ChangeKind::entry;
constexpr ChangeKind leaving = ChangeKind::leaving;

Worker with(Worker worker, const char* pledged, const char* trained, TrainingResult result = TrainingResult::completed)
{
    if (*pledged != '\0')
        worker.pledged_on = day(pledged);
    if (*trained != '\0')
        worker.trainings.push_back({.id = {"t"}, .subject = "個人情報", .held_on = day(trained), .result = result});
    return worker;
}

// PPL-09: each way of not being ready, with the day from which it will be possible.
TEST(Assignment, IsRefusedWithTheReasonAndTheDay)
{
    struct Case {
        const char* story;
        Worker worker;
        const char* code;
        const char* possible_from;
    };
    const Worker there = worker_of({{entry, "2026-05-01"}});
    const Case cases[] = {
        {"in force", with(there, "2026-05-01", "2026-05-01"), "", ""},
        {"begins tomorrow", with(worker_of({{entry, "2026-05-11"}}), "2026-05-01", "2026-05-01"),
            "people/not_yet_in_force", "2026-05-11"},
        {"left yesterday",
            with(worker_of({{entry, "2026-05-01"}, {leaving, "2026-05-09"}}), "2026-05-01", "2026-05-01"),
            "people/left", ""},
        {"leaves today", with(worker_of({{entry, "2026-05-01"}, {leaving, "2026-05-10"}}), "2026-05-01", "2026-05-01"),
            "people/left", ""},
        {"leaves tomorrow",
            with(worker_of({{entry, "2026-05-01"}, {leaving, "2026-05-11"}}), "2026-05-01", "2026-05-01"), "", ""},
        {"waits for the city",
            with(worker_of({{entry, "2026-05-01", Standing::announced, true}}), "2026-05-01", "2026-05-01"),
            "people/waiting_for_city", ""},
        {"refused", with(worker_of({{entry, "2026-05-01", Standing::refused}}), "2026-05-01", "2026-05-01"),
            "people/not_registered", ""},
        {"no pledge", with(there, "", "2026-05-01"), "people/no_pledge", ""},
        {"a pledge of tomorrow", with(there, "2026-05-11", "2026-05-01"), "people/no_pledge", "2026-05-11"},
        {"no training", with(there, "2026-05-01", ""), "people/no_training", ""},
        {"training failed", with(there, "2026-05-01", "2026-05-01", TrainingResult::not_completed),
            "people/no_training", ""},
        {"trained the day after", with(there, "2026-05-01", "2026-05-11"), "people/no_training", "2026-05-11"},
        {"comes tomorrow, is trained the day after",
            with(worker_of({{entry, "2026-05-11"}}), "2026-05-01", "2026-05-12"), "people/not_yet_in_force",
            "2026-05-12"},
    };
    const StaffTerms rules{.training = true, .pledge = true};
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const auto found = obstacle_on(c.worker, rules, day("2026-05-10"));
        EXPECT_EQ(found ? found->code : "", c.code);
        EXPECT_EQ(found && found->possible_from ? to_text(*found->possible_from) : "", c.possible_from);
    }
}

TEST(Assignment, AsksForPledgeAndTrainingOnlyWhereTheContractDoes)
{
    const Worker worker = worker_of({{entry, "2026-05-01"}});
    EXPECT_FALSE(obstacle_on(worker, StaffTerms{}, day("2026-05-10")));
}

TEST(Assignment, SaysWhatToDo)
{
    const auto found = obstacle_on(worker_of({{entry, "2026-05-11"}}), StaffTerms{}, day("2026-05-10"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->why.ja,
        "見本 一郎さんは、届出では令和8年5月11日（月）から従事者です。令和8年5月10日（日）にはまだ割り当てられません。"
        "割り当てられるのは令和8年5月11日（月）からです。");
}

TEST(Assignment, EveryDayOfItIsLookedAt)
{
    const Worker worker = worker_of({{entry, "2026-05-01"}, {leaving, "2026-05-20"}});
    struct Case {
        const char* first;
        const char* last;
        const char* code;
    };
    const Case cases[] = {
        {"2026-05-01", "2026-05-19", ""},
        {"2026-05-01", "2026-05-20", "people/left"},
        {"2026-04-30", "2026-05-01", "people/not_yet_in_force"},
        {"2026-05-02", "2026-05-01", "people/days_backwards"},
        {"2026-05-01", "2027-06-05", "people/too_many_days"},
    };
    for (const Case& c : cases) {
        const auto checked = check_assignable(worker, StaffTerms{}, {day(c.first), day(c.last)});
        EXPECT_EQ(checked ? "" : checked.error().code, c.code) << c.first;
    }
}

TEST(Assignment, IsMadeOnceForADay)
{
    const std::vector<Assignment> present{{.id = {"a"},
        .contract_id = {},
        .request = {"r"},
        .worker = {"w1"},
        .task = "",
        .days = {day("2026-05-01"), day("2026-05-03")}}};
    const auto wanted = [](const char* worker, const char* first, const char* last) {
        return Assignment{.id = {"b"},
            .contract_id = {},
            .request = {"r"},
            .worker = {worker},
            .task = "",
            .days = {day(first), day(last)}};
    };
    EXPECT_FALSE(check_once(present, wanted("w1", "2026-05-03", "2026-05-04")));
    EXPECT_TRUE(check_once(present, wanted("w1", "2026-05-04", "2026-05-04")));
    EXPECT_TRUE(check_once(present, wanted("w2", "2026-05-01", "2026-05-01")));
}

}
}
