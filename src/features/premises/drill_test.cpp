#include "features/premises/drill.hpp"

#include "features/premises/premises_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::premises {
namespace {

using people::ChangeKind;
using people::Standing;
using test::at;
using test::day;

std::vector<people::Worker> roster()
{
    people::Worker first =
        people::worker_of({{.kind = ChangeKind::entry, .day = "2023-06-01", .standing = Standing::settled}});
    people::Worker late = people::worker_of(
        {{.kind = ChangeKind::entry, .day = "2023-12-05", .standing = Standing::settled, .name = "試作 次郎"}});
    late.id = {"w2"};
    return {first, late};
}

Drill drill_on(const char* on, std::vector<Attendee> attendees = {}, const char* result = "")
{
    return {.id = {"d"},
        .contract_id = {"c"},
        .site = open_site(),
        .on = day(on),
        .kind = DrillKind::evacuation,
        .asked = "館内放送に従って避難する",
        .result = result,
        .attendees = std::move(attendees)};
}

Attendee person(const char* id, bool attended = true, const char* reason = "")
{
    return {.worker = {id}, .attended = attended, .reason = reason};
}

// Who stands on the list on 5 December 2023, or the refusal.
std::string told(const Drill& drill)
{
    const auto taken = settled(premises_profile(), roster(), drill, day("2023-12-05"));
    if (!taken)
        return refusal_of(taken);
    std::string text;
    for (const Attendee& each : taken->attendees)
        text += fmt::format("{} {} {}\n", each.name, each.attended ? "there" : "absent", each.reason);
    return text;
}

TEST(Drills, ListWhoTookPartAndWhyOthersDidNot)
{
    struct Case {
        const char* story;
        Drill drill;
        const char* told;
    };
    const Case cases[] = {
        {"both", drill_on("2023-12-05", {person("w1"), person("w2", false, "作業のため")}, "全員が避難した"),
            "見本 一郎 there \n試作 次郎 absent 作業のため\n"},
        {"who was there needs no reason", drill_on("2023-12-05", {person("w1", true, "遅れて")}), "見本 一郎 there \n"},
        {"absent without a word", drill_on("2023-12-05", {person("w1"), person("w2", false, " ")}),
            "required attendees[1].reason"},
        {"not on the roster yet", drill_on("2023-12-04", {person("w2")}),
            "premises/not_on_roster attendees[0].worker_id"},
        {"nobody of ours", drill_on("2023-12-05", {person("w9")}), "premises/not_on_roster attendees[0].worker_id"},
        {"twice", drill_on("2023-12-05", {person("w1"), person("w1")}), "premises/named_twice attendees[1].worker_id"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(c.drill), c.told) << c.story;
}

TEST(Drills, AreEnteredBeforeTheDayWithoutAttendanceAndResult)
{
    EXPECT_EQ(told(drill_on("2023-12-06")), "");
    EXPECT_EQ(told(drill_on("2023-12-06", {person("w1")})), "premises/drill_to_come on");
    EXPECT_EQ(told(drill_on("2023-12-06", {}, "済")), "premises/drill_to_come on");
    EXPECT_EQ(told(drill_on("2024-03-31")), "");
    EXPECT_EQ(told(drill_on("2024-04-01")), "premises/outside_period on");
    Drill elsewhere = drill_on("2023-11-01");
    elsewhere.site = closing_site();
    EXPECT_EQ(told(elsewhere), "premises/site_closed site_id");
    Drill silent = drill_on("2023-12-05");
    silent.asked = "";
    EXPECT_EQ(told(silent), "required asked");
}

TEST(Drills, AreSeenByTheCityAfterwards)
{
    const Seen now{1, "mihon", at("2023-12-05 09:00")};
    EXPECT_EQ(refusal_of(seen(drill_on("2023-12-06"), now, day("2023-12-05"))), "premises/drill_to_come");
    EXPECT_EQ(refusal_of(seen(drill_on("2023-12-05"), now, day("2023-12-05"))), "");
    EXPECT_EQ(refusal_of(seen(drill_on("2023-12-05"), {2, "mihon", now.at}, day("2023-12-05"))), "premises/changed");
}

}
}
