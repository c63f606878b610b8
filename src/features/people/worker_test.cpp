#include "features/people/worker_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

constexpr ChangeKind entering = ChangeKind::entry;
constexpr ChangeKind change = ChangeKind::change;
constexpr ChangeKind going = ChangeKind::leaving;

std::string told(const std::optional<Stay>& stay)
{
    if (!stay)
        return "-";
    return to_text(stay->from) + "/" + (stay->to ? to_text(*stay->to) : "");
}

std::string sequence_on(const Worker& worker, const char* on)
{
    const RosterChange* found = in_force_on(worker, day(on));
    return found == nullptr ? "-" : std::to_string(found->sequence);
}

TEST(Worker, IsOnTheRosterFromTheDayOfTheEntryUntilBeforeTheDayOfLeaving)
{
    struct Case {
        const char* story;
        std::vector<Step> steps;
        const char* on;
        const char* change; ///< in force
        Presence presence;
        const char* stay;
    };
    const Case cases[] = {
        {"the day before the entry", {{entering, "2026-05-01"}}, "2026-04-30", "-", Presence::announced, "2026-05-01/"},
        {"the day of the entry", {{entering, "2026-05-01"}}, "2026-05-01", "1", Presence::in_force, "2026-05-01/"},
        {"the last day", {{entering, "2026-05-01"}, {going, "2026-06-01"}}, "2026-05-31", "1", Presence::in_force,
            "2026-05-01/2026-06-01"},
        {"the day of leaving", {{entering, "2026-05-01"}, {going, "2026-06-01"}}, "2026-06-01", "-", Presence::left,
            "2026-05-01/2026-06-01"},
        {"a change holds from its day", {{entering, "2026-05-01"}, {change, "2026-05-10"}}, "2026-05-10", "2",
            Presence::in_force, "2026-05-01/"},
        {"the day before the change", {{entering, "2026-05-01"}, {change, "2026-05-10"}}, "2026-05-09", "1",
            Presence::in_force, "2026-05-01/"},
        {"two changes on one day: the later one", {{entering, "2026-05-01"}, {change, "2026-05-01"}}, "2026-05-01", "2",
            Presence::in_force, "2026-05-01/"},
        {"back again", {{entering, "2026-05-01"}, {going, "2026-06-01"}, {entering, "2026-07-01"}}, "2026-07-01", "3",
            Presence::in_force, "2026-07-01/"},
        {"between the stays", {{entering, "2026-05-01"}, {going, "2026-06-01"}, {entering, "2026-07-01"}}, "2026-06-15",
            "-", Presence::announced, "2026-07-01/"},
        {"waits for consent", {{entering, "2026-05-01", Standing::announced, true}}, "2026-05-02", "-",
            Presence::waiting, "-"},
        {"consent given", {{entering, "2026-05-01", Standing::settled, true}}, "2026-05-02", "1", Presence::in_force,
            "2026-05-01/"},
        {"refused", {{entering, "2026-05-01", Standing::refused}}, "2026-05-02", "-", Presence::void_entry, "-"},
        {"a refused leaving", {{entering, "2026-05-01"}, {going, "2026-06-01", Standing::refused}}, "2026-06-02", "1",
            Presence::in_force, "2026-05-01/"},
        {"a withdrawn change", {{entering, "2026-05-01"}, {change, "2026-05-10", Standing::withdrawn}}, "2026-05-12",
            "1", Presence::in_force, "2026-05-01/"},
        {"recorded only", {{entering, "2026-05-01", Standing::recorded}}, "2026-05-01", "1", Presence::in_force,
            "2026-05-01/"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const Worker worker = worker_of(c.steps);
        EXPECT_EQ(sequence_on(worker, c.on), c.change);
        EXPECT_EQ(name_of(presence_on(worker, day(c.on))), name_of(c.presence));
        EXPECT_EQ(told(stay_on(worker, day(c.on))), c.stay);
    }
}

TEST(Worker, ShowsTheFactsOfTheDayOrTheNearest)
{
    const Worker worker = worker_of({{entering, "2026-05-01", Standing::announced, false, "旧姓 花子"},
        {change, "2026-06-01", Standing::announced, false, "新姓 花子"}, {going, "2026-07-01"}});
    EXPECT_EQ(shown_on(worker, day("2026-04-01")).entry.name, "旧姓 花子");
    EXPECT_EQ(shown_on(worker, day("2026-05-31")).entry.name, "旧姓 花子");
    EXPECT_EQ(shown_on(worker, day("2026-06-01")).entry.name, "新姓 花子");
    EXPECT_EQ(shown_on(worker, day("2026-08-01")).sequence, 3);
}

TEST(Roster, NamesTheDutiesThatNobodyHas)
{
    using enum StaffDuty;
    const std::vector<Worker> roster{
        worker_of({{entering, "2026-05-01", Standing::announced, false, "責任 太郎", {responsible}},
            {change, "2026-06-01", Standing::announced, false, "責任 太郎", {}}}),
        worker_of({{entering, "2026-05-10", Standing::announced, false, "安全 花子", {security_officer}}}),
    };
    const std::vector<StaffDuty> wanted{responsible, security_officer};
    struct Case {
        const char* on;
        std::vector<StaffDuty> missing;
    };
    const Case cases[] = {
        {"2026-04-30", {responsible, security_officer}},
        {"2026-05-09", {security_officer}},
        {"2026-05-10", {}},
        {"2026-06-01", {responsible}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(missing_duties(roster, wanted, day(c.on)), c.missing) << c.on;
}

}
}
