#include "features/device/undo.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

RegisterAct done_act()
{
    RegisterAct act;
    act.kind = ActKind::import;
    act.name = "一覧.xlsx";
    act.person = {"p1"};
    act.person_name = "試作 次郎";
    act.done_at = test::at("2025-10-03 09:00");
    return act;
}

TEST(Undo, IsForWhoDidItAndForTheResponsiblePersonOnItsDay)
{
    RegisterAct undone = done_act();
    undone.undone_at = test::at("2025-10-03 10:00");
    const struct {
        const char* what;
        RegisterAct act;
        Undoer who;
        const char* refusal;
    } cases[] = {
        {"who did it", done_act(), {{"p1"}, false, test::day("2025-10-03"), {}}, ""},
        {"the responsible person", done_act(), {{"p2"}, true, test::day("2025-10-03"), {}}, ""},
        {"somebody else", done_act(), {{"p2"}, false, test::day("2025-10-03"), {}}, "device/not_your_act"},
        {"the next day", done_act(), {{"p1"}, true, test::day("2025-10-04"), {}}, "device/act_of_another_day"},
        {"twice", undone, {{"p1"}, true, test::day("2025-10-03"), {}}, "device/act_undone"},
    };
    for (const auto& each : cases) {
        const auto checked = check_undo(each.act, each.who);
        EXPECT_EQ(checked ? "" : checked.error().code, each.refusal) << each.what;
    }
}

TEST(Undo, OfWhatTheCityKeepsIsForItsPeopleAndWhoDidIt)
{
    const std::vector<StandingAt> kept{{"D-0001", {}}, {"D-0002", {.keeper = Keeper::city}}};
    const struct {
        const char* what;
        std::span<const StandingAt> now;
        Undoer who;
        const char* refusal;
    } cases[] = {
        {"who did it", kept, {.person = {"p1"}, .side = Side::contractor}, ""},
        {"the responsible person", kept, {.person = {"p2"}, .responsible = true, .side = Side::contractor},
            "D-0002 device/kept_by_city"},
        {"of the city", kept, {.person = {"p2"}, .side = Side::city}, ""},
        {"of what the contractor cares for", std::span{kept}.first(1),
            {.person = {"p2"}, .responsible = true, .side = Side::contractor}, ""},
    };
    for (const auto& each : cases) {
        const auto checked = check_undo_kept(done_act(), each.now, each.who);
        EXPECT_EQ(checked ? "" : checked.error().fields.at(0).path + " " + checked.error().code, each.refusal)
            << each.what;
    }
}

TEST(Undo, KnowsTheWayBackOfAUnit)
{
    const auto d = [](const char* text) { return test::day(text); };
    const Spot counter{.place = "窓口"};
    const Spot store{.place = "倉庫", .use = Use::stored};
    const Spot desk{.place = "3階"};
    const Course before{{d("2025-04-01"), no_end, counter}};
    const Course then{{d("2025-04-01"), d("2025-10-03"), counter}, {d("2025-10-03"), no_end, store}};
    const auto way = way_back(then, before);
    ASSERT_TRUE(way);
    EXPECT_EQ(way->on, d("2025-10-03"));
    EXPECT_EQ(way->from, store);
    EXPECT_EQ(way->to, counter);
    EXPECT_FALSE(way_back(before, before));
    // A move on a day that had one already.
    const Course replaced{{d("2025-04-01"), d("2025-10-03"), counter}, {d("2025-10-03"), no_end, desk}};
    const auto other = way_back(replaced, then);
    ASSERT_TRUE(other);
    EXPECT_EQ(other->on, d("2025-10-03"));
    EXPECT_EQ(other->from, desk);
    EXPECT_EQ(other->to, store);
    // A move before one that was known.
    const Course between{{d("2025-04-01"), d("2025-09-01"), counter}, {d("2025-09-01"), d("2025-10-03"), desk},
        {d("2025-10-03"), no_end, store}};
    const auto earlier = way_back(between, then);
    ASSERT_TRUE(earlier);
    EXPECT_EQ(earlier->on, d("2025-09-01"));
    EXPECT_EQ(earlier->from, desk);
    EXPECT_EQ(earlier->to, counter);
}

TEST(Undo, KnowsWhichEventsBelongToAnAct)
{
    RegisterAct act = done_act();
    audit::Entry entry;
    entry.at = act.done_at;
    entry.actor = {"p1"};
    EXPECT_TRUE(belongs_to(entry, act));
    entry.actor = {"p2"};
    EXPECT_FALSE(belongs_to(entry, act));
    entry.at = test::at("2025-10-03 10:00");
    EXPECT_FALSE(belongs_to(entry, act));
    act.undone_at = entry.at;
    act.undone_by = {"p2"};
    EXPECT_TRUE(belongs_to(entry, act));
    EXPECT_EQ(act.note(), "一覧の取込: 一覧.xlsx");
    act.reason = "照合";
    EXPECT_EQ(act.note(), "一覧の取込: 一覧.xlsx。照合");
}

}
}
