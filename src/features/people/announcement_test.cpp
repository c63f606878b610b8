#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/people/announcement.hpp"
#include "features/people/worker_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

using enum StaffDuty;

// Fridays, weekends, Golden Week (29 April, 3 to 6 May 2026 are closed) and the days between.
TEST(Announcement, CountsTheEarliestDay)
{
    struct Case {
        int days;
        DueKind kind;
        const char* told;
        const char* earliest;
    };
    const Case cases[] = {
        {0, DueKind::calendar_days, "2026-05-02", "2026-05-02"},
        {1, DueKind::calendar_days, "2026-05-01", "2026-05-02"},
        {1, DueKind::calendar_days, "2026-05-02", "2026-05-03"},
        {3, DueKind::calendar_days, "2026-05-01", "2026-05-04"}, {0, DueKind::open_days, "2026-05-02", "2026-05-02"},
        {1, DueKind::open_days, "2026-04-24", "2026-04-25"}, // told on Friday: Saturday is the day after it
        {1, DueKind::open_days, "2026-04-25", "2026-04-28"}, // told on Saturday: Monday counts
        {1, DueKind::open_days, "2026-05-02", "2026-05-08"}, // closed until Wednesday: Thursday counts
        {2, DueKind::open_days, "2026-05-01", "2026-05-08"}, // Friday and, after Golden Week, Thursday
        {5, DueKind::open_days, "2026-12-24", "2027-01-06"}, // over the new year: 24, 25, 28 December, 4 January …
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(fmt::format("{} {} {}", c.days, name_of(c.kind), c.told));
        const StaffTerms rules{.notice_days = c.days, .notice_kind = c.kind};
        const auto earliest = earliest_day(rules, test::office(), day(c.told));
        ASSERT_TRUE(earliest);
        EXPECT_EQ(to_text(earliest->day), c.earliest);
    }
}

TEST(Announcement, ExplainsHowItWasCounted)
{
    const StaffTerms rules{.notice_days = 2, .notice_kind = DueKind::open_days};
    EXPECT_EQ(earliest_day(rules, test::office(), day("2026-05-02"))->explanation.ja,
        "変更の2開庁日前までに届け出ます。届出の日：令和8年5月2日（土）、数える開庁日：令和8年5月7日（木）から令和8年5"
        "月8日（金）まで。");
}

constexpr const char* tells = "sapporo-r7-juki-cs"; // a day before; acknowledged
constexpr const char* fixed = "other-city-r6-terminals"; // responsible person fixed

Announcement entry_on(const char* on, Entry entry = entry_of("見本 一郎"))
{
    return {.kind = ChangeKind::entry, .takes_effect_on = day(on), .entry = std::move(entry)};
}

std::string outcome(const Result<Decided>& decided)
{
    if (!decided)
        return decided.error().code;
    const RosterChange& change = decided->change;
    return fmt::format("{} {}{} {}", to_text(change.takes_effect_on), name_of(change.standing),
        change.needs_grant ? " waits" : "", decided->course.kind ? decided->course.kind->id : "-");
}

struct Asked {
    const char* profile;
    std::vector<Worker> roster;
    bool about_first = false;
};

std::string decided(const Asked& asked, Announcement wanted, const char* today)
{
    const Situation at{test::profile(asked.profile), test::office(), asked.roster,
        asked.about_first ? &asked.roster.front() : nullptr, day(today)};
    return outcome(decide(at, std::move(wanted)));
}

TEST(Announcement, RefusesWhatComesTooLateAndNamesTheDay)
{
    EXPECT_EQ(decided({tells, {}}, entry_on("2025-12-02"), "2025-12-01"), "2025-12-02 announced roster_change");
    EXPECT_EQ(decided({tells, {}}, entry_on("2025-12-01"), "2025-12-01"), "people/too_late");
    Announcement whenever{.kind = ChangeKind::entry, .entry = entry_of("見本 一郎")};
    EXPECT_EQ(decided({tells, {}}, whenever, "2025-12-01"), "2025-12-02 announced roster_change");
    EXPECT_EQ(decided({tells, {}}, entry_on("2026-04-01"), "2025-12-01"), "people/after_period");

    const Situation at{test::profile(tells), test::office(), {}, nullptr, day("2025-12-01")};
    const auto late = decide(at, entry_on("2025-12-01"));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().text.ja,
        "届出が間に合いません。最も早い日は令和7年12月2日（火）です。変更の1日前までに届け出ます。届出の日：令和7年12月"
        "1日（月）。");
}

TEST(Announcement, TakesAnEmergencyWithAReason)
{
    Announcement urgent = entry_on("2025-12-01");
    urgent.emergency = true;
    EXPECT_EQ(decided({tells, {}}, urgent, "2025-12-01"), "people/emergency_reason");
    urgent.reason = "担当者の急病";
    EXPECT_EQ(decided({tells, {}}, urgent, "2025-12-01"), "2025-12-01 announced roster_change");
    urgent.takes_effect_on = day("2025-11-30");
    EXPECT_EQ(decided({tells, {}}, urgent, "2025-12-01"), "people/past_day");
    contract::Profile without = test::profile(tells);
    without.emergency.reset();
    urgent.takes_effect_on = day("2025-12-01");
    EXPECT_EQ(
        outcome(decide({without, test::office(), {}, nullptr, day("2025-12-01")}, urgent)), "people/no_emergency");
}

TEST(Announcement, ToldOnPaperWaitsForTheCityToSayItCame)
{
    Announcement told = entry_on("2025-11-20");
    told.reported_on = day("2025-11-19");
    EXPECT_EQ(decided({tells, {}}, told, "2025-12-01"), "2025-11-20 announced waits roster_change");
    told.reported_on = day("2025-11-20");
    EXPECT_EQ(decided({tells, {}}, told, "2025-12-01"), "people/too_late");
    told.reported_on = day("2025-12-02");
    EXPECT_EQ(decided({tells, {}}, told, "2025-12-01"), "people/reported_later");
}

TEST(Announcement, IsOnlyRecordedWhereTheContractHasNoSuchKind)
{
    contract::Profile silent = test::profile(tells);
    std::erase_if(silent.approvals,
        [](const contract::ApprovalKind& kind) { return kind.effect == contract::ApprovalEffect::person; });
    EXPECT_EQ(outcome(decide({silent, test::office(), {}, nullptr, day("2025-12-01")}, entry_on("2025-12-02"))),
        "2025-12-02 recorded -");
}

TEST(Announcement, FitsWhatTheRosterSays)
{
    const std::vector<Worker> there{worker_of({{ChangeKind::entry, "2025-05-01"}})};
    const std::vector<Worker> coming{
        worker_of({{ChangeKind::entry, "2025-05-01"}, {ChangeKind::change, "2025-12-20"}})};
    const std::vector<Worker> gone{worker_of({{ChangeKind::entry, "2025-05-01"}, {ChangeKind::leaving, "2025-11-01"}})};
    const Announcement again = entry_on("2025-12-10");
    const Announcement same{
        .kind = ChangeKind::change, .takes_effect_on = day("2025-12-10"), .entry = entry_of("見本 一郎")};
    Announcement other = same;
    other.entry.work = "機器の点検";
    const Announcement leave{.kind = ChangeKind::leaving, .takes_effect_on = day("2025-12-10")};
    struct Case {
        const char* story;
        Asked asked;
        Announcement wanted;
        const char* outcome;
    };
    const Case cases[] = {
        {"an entry of somebody who is there", {tells, there, true}, again, "people/already_registered"},
        {"a change to the same", {tells, there, true}, same, "people/no_change"},
        {"a change", {tells, there, true}, other, "2025-12-10 announced roster_change"},
        {"a leaving", {tells, there, true}, leave, "2025-12-10 announced roster_change"},
        {"before a change that is announced", {tells, coming, true}, other, "people/later_change"},
        {"a change of somebody who left", {tells, gone, true}, other, "people/not_registered"},
        {"a leaving of somebody who left", {tells, gone, true}, leave, "people/not_registered"},
        {"back after leaving", {tells, gone, true}, again, "2025-12-10 announced roster_change"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(decided(c.asked, c.wanted, "2025-12-01"), c.outcome) << c.story;
}

TEST(Announcement, TheResponsiblePersonChangesOnlyWithTheCity)
{
    const std::vector<Worker> one{
        worker_of({{ChangeKind::entry, "2024-04-01", Standing::settled, false, "責任 太郎", {responsible}}})};
    const Announcement first = entry_on("2024-07-10", entry_of("責任 太郎", {responsible}));
    const Announcement second = entry_on("2024-07-10", entry_of("次席 花子", {responsible}));
    const Announcement leave{.kind = ChangeKind::leaving, .takes_effect_on = day("2024-07-10")};
    Announcement moved{.kind = ChangeKind::change,
        .takes_effect_on = day("2024-07-10"),
        .entry = entry_of("責任 太郎", {responsible})};
    moved.entry.contact = "090-0000-1111";
    struct Case {
        const char* story;
        Asked asked;
        Announcement wanted;
        const char* outcome;
    };
    const Case cases[] = {
        {"the first appointment", {fixed, {}}, first, "2024-07-10 announced roster_change"},
        {"somebody else beside him", {fixed, one}, second, "2024-07-10 announced waits responsible_change"},
        {"he leaves", {fixed, one, true}, leave, "2024-07-10 announced waits responsible_change"},
        {"a new telephone", {fixed, one, true}, moved, "2024-07-10 announced roster_change"},
        {"a contract that does not fix him", {tells, {}}, entry_on("2025-12-10", entry_of("誰か", {responsible})),
            "2025-12-10 announced roster_change"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(decided(c.asked, c.wanted, "2024-07-01"), c.outcome) << c.story;

    contract::Profile no_kind = test::profile(fixed);
    std::erase_if(
        no_kind.approvals, [](const contract::ApprovalKind& kind) { return kind.id == "responsible_change"; });
    const Situation at{no_kind, test::office(), one, &one.front(), day("2024-07-01")};
    EXPECT_EQ(outcome(decide(at, leave)), "people/responsible_fixed");
    Announcement asked = leave;
    asked.city_request = "7月1日、システム課 例田さんの求め";
    EXPECT_EQ(outcome(decide(at, asked)), "2024-07-10 announced roster_change");
}

TEST(Announcement, IsWithdrawnBeforeItTakesEffect)
{
    using enum Standing;
    struct Case {
        std::vector<Step> steps;
        std::size_t change;
        const char* code;
    };
    const Case cases[] = {
        {{{ChangeKind::entry, "2026-05-02"}}, 0, ""},
        {{{ChangeKind::entry, "2026-05-01"}}, 0, "people/in_effect"},
        {{{ChangeKind::entry, "2026-05-01", announced, true}}, 0, ""},
        {{{ChangeKind::entry, "2026-05-02", refused}}, 0, "people/not_open"},
        {{{ChangeKind::entry, "2026-05-02"}, {ChangeKind::change, "2026-05-03"}}, 0, "people/later_change"},
        {{{ChangeKind::entry, "2026-05-02"}, {ChangeKind::change, "2026-05-03", withdrawn}}, 0, ""},
    };
    for (const Case& c : cases) {
        const Worker worker = worker_of(c.steps);
        const auto refused_for = check_withdrawal(worker, worker.changes[c.change], day("2026-05-01"));
        EXPECT_EQ(refused_for ? refused_for->code : "", c.code);
    }
}

}
}
