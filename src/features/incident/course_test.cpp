#include "features/incident/course.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

Instant minute(int after_nine)
{
    return *parse_instant("2023-06-01T09:00") + std::chrono::minutes{after_nine};
}

Entry entry_of(Act act, int after_nine)
{
    Entry entry{.id = {fmt::format("{}@{}", name_of(act), after_nine)},
        .act = act,
        .at = minute(after_nine),
        .person = "保守 太郎",
        .city_person = "窓口 花子",
        .text = "記録",
        .entered_at = minute(after_nine)};
    if (act == Act::agreed) {
        entry.appointment = minute(24 * 60);
        entry.finished_at = minute(9 * 60);
    }
    return entry;
}

struct Told {
    Act act;
    int after_nine;
};

std::vector<Entry> course(std::initializer_list<Told> told)
{
    std::vector<Entry> entries;
    for (const Told& t : told)
        entries = with(std::move(entries), entry_of(t.act, t.after_nine), minute(100'000)).value();
    return entries;
}

std::string acts_of(const std::vector<Entry>& entries)
{
    std::vector<std::string_view> names;
    for (const Act act : possible_acts(entries))
        names.push_back(name_of(act));
    return fmt::format("{}", fmt::join(names, " "));
}

TEST(Course, SaysWhereTheIncidentStandsAndWhatCanFollow)
{
    struct Case {
        std::vector<Entry> entries;
        State state;
        const char* acts;
    };
    const Told reported{Act::reported, 0};
    const Told handed_over{Act::handed_over, 10};
    const Told contacted{Act::contacted, 20};
    const Told arrived{Act::arrived, 60};
    const Told started{Act::started, 65};
    const Told restored{Act::restored, 90};
    const Told checked{Act::checked, 95};
    const Told departed{Act::departed, 100};
    const Case cases[] = {
        {course({reported}), State::reported, "handed_over filtered"},
        {course({reported, {Act::filtered, 5}}), State::filtered, "handed_over"},
        {course({handed_over}), State::handed_over, "contacted visit_decided arrived agreed waits restored"},
        {course({reported, handed_over, contacted}), State::contacted,
            "contacted visit_decided arrived agreed waits restored"},
        {course({handed_over, {Act::waits, 15}}), State::handed_over, "contacted goes_on"},
        {course({handed_over, {Act::waits, 15}, {Act::goes_on, 18}}), State::handed_over,
            "contacted visit_decided arrived agreed waits restored"},
        {course({handed_over, contacted, arrived}), State::on_site, "contacted started departed waits restored"},
        {course({handed_over, contacted, arrived, started}), State::on_site, "contacted departed waits restored"},
        {course({handed_over, contacted, arrived, started, {Act::departed, 70}}), State::on_site,
            "contacted visit_decided arrived waits restored"},
        {course({handed_over, contacted, arrived, started, restored}), State::restored, "departed checked reopened"},
        {course({handed_over, contacted, arrived, started, restored, checked}), State::checked, "departed reopened"},
        {course({handed_over, contacted, arrived, started, restored, checked, departed}), State::checked,
            "closed reopened"},
        {course({handed_over, contacted, restored, checked, {Act::closed, 110}}), State::closed, "reopened noted"},
        {course({handed_over, contacted, restored, checked, {Act::closed, 110}, {Act::noted, 115}}), State::closed,
            "reopened noted"},
        {course({handed_over, contacted, restored, checked, {Act::closed, 110}, {Act::reopened, 120}}),
            State::contacted, "contacted visit_decided arrived agreed waits restored"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(state_of(c.entries), c.state) << c.entries.back().id.text;
        EXPECT_EQ(acts_of(c.entries), c.acts) << c.entries.back().id.text;
    }
}

TEST(Course, SaysWhoIsWaitedFor)
{
    const Told handed_over{Act::handed_over, 10};
    const Told contacted{Act::contacted, 20};
    const Told restored{Act::restored, 90};
    const Told checked{Act::checked, 95};
    const struct {
        std::vector<Entry> entries;
        Turn turn;
    } cases[] = {
        {course({{Act::reported, 0}}), Turn::city},
        {course({{Act::reported, 0}, {Act::filtered, 5}}), Turn::nobody},
        {course({handed_over}), Turn::contractor},
        {course({handed_over, contacted}), Turn::contractor},
        {course({handed_over, {Act::waits, 15}}), Turn::city},
        {course({handed_over, {Act::waits, 15}, {Act::goes_on, 18}}), Turn::contractor},
        {course({handed_over, contacted, {Act::arrived, 60}, {Act::waits, 70}}), Turn::city},
        {course({handed_over, contacted, restored}), Turn::user},
        {course({handed_over, contacted, restored, checked}), Turn::contractor},
        {course({handed_over, contacted, restored, checked, {Act::closed, 110}}), Turn::nobody},
        {course({handed_over, contacted, restored, checked, {Act::closed, 110}, {Act::reopened, 120}}),
            Turn::contractor},
    };
    for (const auto& each : cases)
        EXPECT_EQ(turn_of(state_of(each.entries), timeline_of(each.entries)), each.turn) << each.entries.back().id.text;
}

TEST(Course, GivesTheMomentsOfTheClocks)
{
    const auto entries = course({{Act::reported, 0}, {Act::handed_over, 10}, {Act::waits, 15}, {Act::goes_on, 18},
        {Act::contacted, 20}, {Act::contacted, 30}, {Act::arrived, 60}, {Act::started, 65}, {Act::departed, 70},
        {Act::arrived, 200}, {Act::started, 210}, {Act::restored, 230}});
    const Timeline expected{.instructed = minute(10),
        .contacted = minute(20),
        .arrived = minute(60),
        .started = minute(65),
        .restored = minute(230),
        .waits = {{minute(15), minute(18), "記録", "窓口 花子"}}};
    EXPECT_EQ(timeline_of(entries), expected);
    const std::vector<Stay> stays{{minute(60), minute(70)}, {minute(200), {}}};
    EXPECT_EQ(stays_of(entries), stays);
}

TEST(Course, RefusesWhatDoesNotFollow)
{
    struct Case {
        const char* name;
        std::vector<Entry> before;
        Entry entry;
        const char* field;
        const char* code;
    };
    const auto lacking = [](Act act, std::string Entry::*field) {
        Entry entry = entry_of(act, 20);
        entry.*field = " ";
        return entry;
    };
    Entry without_appointment = entry_of(Act::agreed, 20);
    without_appointment.appointment = std::nullopt;
    const auto handed_over = course({{Act::handed_over, 10}});
    const Case cases[] = {
        {"begins with a visit", {}, entry_of(Act::arrived, 0), "act", "incident/does_not_follow"},
        {"arrival before the hand-over", course({{Act::reported, 0}}), entry_of(Act::arrived, 5), "act",
            "incident/does_not_follow"},
        {"departure before arrival", handed_over, entry_of(Act::departed, 20), "act", "incident/does_not_follow"},
        {"closed unchecked", course({{Act::handed_over, 10}, {Act::restored, 20}}), entry_of(Act::closed, 30), "act",
            "incident/does_not_follow"},
        {"closed twice", course({{Act::handed_over, 1}, {Act::restored, 2}, {Act::checked, 3}, {Act::closed, 4}}),
            entry_of(Act::closed, 5), "act", "incident/does_not_follow"},
        {"before it began", handed_over, entry_of(Act::contacted, 9), "at", "incident/out_of_order"},
        {"between two that need each other",
            course({{Act::handed_over, 10}, {Act::contacted, 20}, {Act::restored, 30}}), entry_of(Act::waits, 25), "at",
            "incident/out_of_order"},
        {"a moment to come", handed_over, entry_of(Act::contacted, 3'000), "at", "incident/in_future"},
        {"a wait without reason", handed_over, lacking(Act::waits, &Entry::text), "text", "required"},
        {"a wait nobody agreed to", handed_over, lacking(Act::waits, &Entry::city_person), "city_person", "required"},
        {"restored without a word", handed_over, lacking(Act::restored, &Entry::text), "text", "required"},
        {"nobody did it", handed_over, lacking(Act::contacted, &Entry::person), "person", "required"},
        {"no appointment", handed_over, without_appointment, "appointment", "incident/no_appointment"},
    };
    for (const Case& c : cases) {
        const auto refused = with(c.before, c.entry, minute(1'000));
        ASSERT_FALSE(refused) << c.name;
        ASSERT_EQ(refused.error().fields.size(), 1U) << c.name;
        EXPECT_EQ(refused.error().fields[0].path, c.field) << c.name;
        EXPECT_EQ(refused.error().fields[0].code, c.code) << c.name;
    }
}

TEST(Course, TakesLateEntriesAtTheirMoment)
{
    const auto entries =
        with(course({{Act::handed_over, 10}, {Act::arrived, 60}}), entry_of(Act::contacted, 20), minute(1'000));
    ASSERT_TRUE(entries);
    EXPECT_EQ(timeline_of(*entries).contacted, minute(20));
    EXPECT_EQ(state_of(*entries), State::on_site);
}

TEST(Course, TakesBackOnlyWhatNothingBuildsOn)
{
    const auto entries = course({{Act::handed_over, 10}, {Act::contacted, 20}, {Act::arrived, 60}, {Act::started, 65}});
    std::string reason = "別の障害の記録でした";
    EXPECT_EQ(without(entries, {"arrived@60"}, reason).error().code, "incident/builds_on");
    EXPECT_EQ(state_of(without(entries, {"contacted@20"}, reason).value()), State::on_site);
    EXPECT_EQ(state_of(without(entries, {"started@65"}, reason).value()), State::on_site);
    EXPECT_EQ(without(entries, {"none"}, reason).error().code, "incident/no_entry");
    std::string none = " ";
    EXPECT_EQ(without(entries, {"started@65"}, none).error().fields.at(0).path, "reason");
}

TEST(Course, IsInTheOrderOfWhatHappened)
{
    auto entries = course({{Act::handed_over, 10}, {Act::contacted, 20}, {Act::arrived, 60}});
    entries[1].taken_back = "誤り";
    std::reverse(entries.begin(), entries.end());
    std::vector<std::string> ids;
    for (const Entry& entry : holding(entries))
        ids.push_back(entry.id.text);
    EXPECT_EQ(fmt::format("{}", fmt::join(ids, " ")), "handed_over@10 arrived@60");
}

std::vector<Entry> stay(std::initializer_list<Told> told, int entered)
{
    std::vector<Entry> entries;
    for (const Told& t : told) {
        entries.push_back(entry_of(t.act, t.after_nine));
        entries.back().visit = VisitId{"v"};
        entries.back().entered_at = minute(entered);
        entries.back().id.text += fmt::format("#{}", entered);
    }
    return entries;
}

std::string ids_of(const std::vector<Entry>& entries)
{
    std::vector<std::string> ids;
    for (const Entry& entry : entries)
        ids.push_back(entry.id.text);
    return fmt::format("{}", fmt::join(ids, " "));
}

TEST(Course, FollowsTheTimesOfAVisit)
{
    const auto before = course({{Act::handed_over, 0}, {Act::contacted, 10}});
    const auto came = change_stay(before, {"v"}, stay({{Act::arrived, 60}}, 60)).value();
    EXPECT_EQ(ids_of(came.right), "arrived@60#60");
    const auto worked = change_stay(came.holding, {"v"}, stay({{Act::arrived, 60}, {Act::started, 60}}, 61)).value();
    EXPECT_EQ(ids_of(worked.wrong), "");
    EXPECT_EQ(ids_of(worked.right), "started@60#61");
    EXPECT_EQ(timeline_of(worked.holding).started, minute(60));
    const auto same = change_stay(worked.holding, {"v"}, stay({{Act::arrived, 60}, {Act::started, 60}}, 70)).value();
    EXPECT_TRUE(same.nothing());
    const auto corrected =
        change_stay(worked.holding, {"v"}, stay({{Act::arrived, 55}, {Act::started, 60}, {Act::departed, 90}}, 95));
    EXPECT_EQ(ids_of(corrected->wrong), "arrived@60#60 started@60#61");
    EXPECT_EQ(ids_of(corrected->right), "arrived@55#95 started@60#95 departed@90#95");
    EXPECT_EQ(ids_of(corrected->holding), "handed_over@0 contacted@10 arrived@55#95 started@60#95 departed@90#95");
    const auto none = change_stay(corrected->holding, {"v"}, {});
    EXPECT_EQ(ids_of(none->holding), "handed_over@0 contacted@10");
}

TEST(Course, RefusesAVisitThatDoesNotFollow)
{
    const auto checked = [](std::initializer_list<Told> told, std::initializer_list<Told> times) {
        const auto refused = change_stay(course(told), {"v"}, stay(times, 500));
        return refused ? std::string{} : refused.error().code + " " + refused.error().fields.at(0).path;
    };
    EXPECT_EQ(checked({{Act::handed_over, 30}}, {{Act::arrived, 10}}), "incident/out_of_order arrived_at");
    EXPECT_EQ(checked({{Act::reported, 0}}, {{Act::arrived, 10}}), "incident/does_not_follow arrived_at");
    EXPECT_EQ(checked({{Act::handed_over, 0}, {Act::waits, 10}}, {{Act::arrived, 20}}),
        "incident/does_not_follow arrived_at");
    EXPECT_EQ(checked({{Act::handed_over, 0}, {Act::visit_decided, 30}}, {{Act::arrived, 10}}),
        "incident/out_of_order arrived_at");
    EXPECT_EQ(checked({{Act::handed_over, 0}, {Act::arrived, 5}}, {{Act::arrived, 10}, {Act::departed, 20}}),
        "incident/does_not_follow arrived_at");
}

}
}
