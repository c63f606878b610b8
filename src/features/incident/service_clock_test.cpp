#include "features/incident/service_clock.hpp"

#include "features/contract/profile.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

WorkingCalendar calendar_of(const contract::Profile& profile, std::string_view work_class = {})
{
    return WorkingCalendar::create(*contract::calendar_terms(profile, work_class), HolidayTable::official()).value();
}

Instant moment_at(const char* text)
{
    return *parse_instant(text);
}

std::string shown(const std::optional<Instant>& moment)
{
    return moment ? to_text_jst(*moment).substr(0, 16) : "-";
}

/// The two levels of the core terminals, 60 and 180 minutes, with their calendar.
class CoreTerminals : public testing::Test {
protected:
    const contract::Profile& profile_ = test::profile(test::ids::r5);
    const contract::ServiceLevel& contact_ = profile_.service_levels.at(0);
    const contract::ServiceLevel& on_site_ = profile_.service_levels.at(1);
    const WorkingCalendar calendar_ = calendar_of(profile_, contact_.work_class);
};

// Appendix B.1 (001 §7)
TEST_F(CoreTerminals, AreDueAsTheSpecificationCounts)
{
    struct Case {
        const char* instruction;
        const char* contact;
        const char* on_site;
    };
    const Case cases[] = {
        {"2023-06-01T16:30", "2023-06-02T09:00", "2023-06-02T11:00"},
        {"2023-06-02T16:30", "2023-06-05T09:00", "2023-06-05T11:00"},
        {"2023-06-01T14:15", "2023-06-01T15:15", "2023-06-01T17:15"},
        {"2023-06-01T14:16", "2023-06-01T15:16", "2023-06-02T08:46"},
        {"2023-06-01T16:15", "2023-06-01T17:15", "2023-06-02T10:45"},
        {"2023-06-01T17:20", "2023-06-02T09:45", "2023-06-02T11:45"},
        {"2023-06-03T10:00", "2023-06-05T09:45", "2023-06-05T11:45"},
        {"2023-06-01T08:00", "2023-06-01T09:45", "2023-06-01T11:45"},
        {"2023-12-28T16:30", "2024-01-04T09:00", "2024-01-04T11:00"},
        {"2023-05-02T16:45", "2023-05-08T09:15", "2023-05-08T11:15"},
        {"2023-12-28T14:30", "2023-12-28T15:30", "2024-01-04T09:00"},
        {"2023-07-14T17:00", "2023-07-18T09:30", "2023-07-18T11:30"},
        {"2024-03-29T16:30", "2024-04-01T09:00", "2024-04-01T11:00"},
    };
    for (const Case& c : cases) {
        const Timeline timeline{.instructed = moment_at(c.instruction)};
        const Instant now = *timeline.instructed;
        EXPECT_EQ(shown(measure(contact_, calendar_, timeline, now)->due), c.contact) << c.instruction;
        EXPECT_EQ(shown(measure(on_site_, calendar_, timeline, now)->due), c.on_site) << c.instruction;
    }
}

TEST_F(CoreTerminals, StandAsTheirMomentsSay)
{
    const Instant instructed = moment_at("2023-06-01T09:00");
    const Wait wait{moment_at("2023-06-01T09:30"), moment_at("2023-06-01T13:30"), "会議中", "北区 窓口係"};
    const Wait open_wait{moment_at("2023-06-01T09:30"), {}, "会議中", "北区 窓口係"};
    struct Case {
        const char* name;
        Timeline timeline;
        const char* now;
        Standing standing;
        const char* due;
        int used_minutes;
    };
    const Case cases[] = {
        {"nothing yet", {}, "2023-06-01T09:30", Standing::not_begun, "-", 0},
        {"runs", {.instructed = instructed}, "2023-06-01T09:59", Standing::running, "2023-06-01T10:00", 59},
        {"the last moment", {.instructed = instructed}, "2023-06-01T10:00", Standing::running, "2023-06-01T10:00", 60},
        {"over", {.instructed = instructed}, "2023-06-01T10:01", Standing::missed, "2023-06-01T10:00", 61},
        {"in time", {.instructed = instructed, .contacted = moment_at("2023-06-01T10:00")}, "2023-06-05T10:00",
            Standing::met, "2023-06-01T10:00", 60},
        {"late", {.instructed = instructed, .contacted = moment_at("2023-06-01T10:30")}, "2023-06-05T10:00",
            Standing::missed, "2023-06-01T10:00", 90},
        {"waits", {.instructed = instructed, .waits = {open_wait}}, "2023-06-01T12:00", Standing::waiting, "-", 30},
        {"waited", {.instructed = instructed, .waits = {wait}}, "2023-06-01T13:45", Standing::running,
            "2023-06-01T14:00", 45},
        {"waited and in time", {.instructed = instructed, .contacted = moment_at("2023-06-01T14:00"), .waits = {wait}},
            "2023-06-05T10:00", Standing::met, "2023-06-01T14:00", 60},
        {"in time, and waits since",
            {.instructed = instructed, .contacted = moment_at("2023-06-01T09:20"), .waits = {open_wait}},
            "2023-06-01T12:00", Standing::met, "2023-06-01T10:00", 20},
        {"a wait after the term saves nothing",
            {.instructed = instructed, .waits = {{moment_at("2023-06-01T10:30"), {}, "会議中", "北区 窓口係"}}},
            "2023-06-01T12:00", Standing::missed, "2023-06-01T10:00", 90},
    };
    for (const Case& c : cases) {
        const auto clock = measure(contact_, calendar_, c.timeline, moment_at(c.now));
        ASSERT_TRUE(clock) << c.name;
        EXPECT_EQ(clock->standing, c.standing) << c.name;
        EXPECT_EQ(shown(clock->due), c.due) << c.name;
        EXPECT_EQ(clock->used, std::chrono::minutes{c.used_minutes}) << c.name;
    }
}

// Targets by the day: what is instructed before noon the same day, the rest by noon of the next open day.
TEST_F(CoreTerminals, MayBeDueByTheDay)
{
    using namespace std::chrono_literals;
    contract::ServiceLevel halves = contact_;
    halves.minutes = 0;
    halves.by_day = {{.before = 12h}, {.open_days = 1, .at = 12h}};
    contract::ServiceLevel same_day = contact_;
    same_day.minutes = 0;
    same_day.by_day = {contract::DayTarget{}};
    const Wait lunch{moment_at("2023-06-01T10:00"), moment_at("2023-06-01T11:00"), "会議中", "北区 窓口係"};
    struct Case {
        const char* name;
        const contract::ServiceLevel& level;
        const char* instructed;
        std::vector<Wait> waits;
        const char* due;
        int allowed_minutes;
    };
    const Case cases[] = {
        {"in the morning", halves, "2023-06-01T09:00", {}, "2023-06-01T17:15", 495},
        {"the last minute of the morning", halves, "2023-06-01T11:59", {}, "2023-06-01T17:15", 316},
        {"at noon", halves, "2023-06-01T12:00", {}, "2023-06-02T12:00", 510},
        {"on Friday afternoon", halves, "2023-06-02T16:00", {}, "2023-06-05T12:00", 270},
        {"after closing counts as the next morning", halves, "2023-06-01T18:00", {}, "2023-06-02T17:15", 510},
        {"on Saturday counts as Monday morning", halves, "2023-06-03T15:00", {}, "2023-06-05T17:15", 510},
        {"before the end of the year", halves, "2023-12-28T13:00", {}, "2024-01-04T12:00", 450},
        {"a wait moves it", halves, "2023-06-01T09:00", {lunch}, "2023-06-02T09:45", 495},
        {"the same day", same_day, "2023-06-01T16:00", {}, "2023-06-01T17:15", 75},
        {"at closing: the next day", same_day, "2023-06-01T17:15", {}, "2023-06-02T17:15", 510},
    };
    for (const Case& c : cases) {
        const Timeline timeline{.instructed = moment_at(c.instructed), .waits = c.waits};
        const auto clock = measure(c.level, calendar_, timeline, moment_at("2023-06-01T11:59"));
        ASSERT_TRUE(clock) << c.name;
        EXPECT_EQ(shown(clock->due), c.due) << c.name;
        EXPECT_EQ(clock->allowed, std::chrono::minutes{c.allowed_minutes}) << c.name;
    }
}

// SLA-09
TEST_F(CoreTerminals, AreOnlyMeasuredWithoutANumber)
{
    contract::ServiceLevel level = contact_;
    level.minutes = 0;
    Timeline timeline{.instructed = moment_at("2023-06-01T09:00")};
    const Instant now = moment_at("2023-06-02T09:00");
    auto clock = measure(level, calendar_, timeline, now);
    EXPECT_EQ(clock->standing, Standing::running);
    EXPECT_EQ(shown(clock->due), "-");
    EXPECT_EQ(clock->used, std::chrono::minutes{510});
    timeline.contacted = moment_at("2023-06-01T11:00");
    clock = measure(level, calendar_, timeline, now);
    EXPECT_EQ(clock->standing, Standing::measured);
    EXPECT_EQ(clock->used, std::chrono::minutes{120});
}

// SLA-02: the start of work on site counts only where work on site is found necessary.
TEST_F(CoreTerminals, NeedNoStartOnSiteWhenNobodyHadToGo)
{
    const Instant instructed = moment_at("2023-06-01T09:00");
    const Instant restored = moment_at("2023-06-01T13:00");
    const Agreement agreement{"保全 三枝", "窓口 花子", moment_at("2023-06-01T09:30"), moment_at("2023-06-01T17:30"),
        moment_at("2023-06-02T09:00")};
    struct Case {
        const char* name;
        const contract::ServiceLevel& level;
        Timeline timeline;
        Standing standing;
        const char* reached;
    };
    const Case cases[] = {
        {"helped on the phone", on_site_, {.instructed = instructed, .restored = restored}, Standing::not_needed, "-"},
        {"a visit was found necessary, and then was not", on_site_,
            {.instructed = instructed, .visit_decided = instructed, .restored = restored}, Standing::missed,
            "2023-06-01T13:00"},
        {"work began", on_site_,
            {.instructed = instructed, .arrived = instructed, .started = instructed, .restored = restored},
            Standing::met, "2023-06-01T09:00"},
        {"a level without exception is not set aside", contact_,
            {.instructed = instructed, .contacted = restored, .agreement = agreement}, Standing::missed,
            "2023-06-01T13:00"},
        {"one with it is", on_site_, {.instructed = instructed, .started = restored, .agreement = agreement},
            Standing::agreed, "2023-06-01T13:00"},
    };
    for (const Case& c : cases) {
        const auto clock = measure(c.level, calendar_, c.timeline, moment_at("2023-06-05T10:00"));
        ASSERT_TRUE(clock) << c.name;
        EXPECT_EQ(clock->standing, c.standing) << c.name;
        EXPECT_EQ(shown(clock->reached), c.reached) << c.name;
    }
}

TEST_F(CoreTerminals, SayWhenTheyGoOnOrStopToCount)
{
    const Timeline runs{.instructed = moment_at("2023-06-01T16:30")};
    const Timeline waits{.instructed = moment_at("2023-06-01T16:30"),
        .waits = {{moment_at("2023-06-01T16:40"), {}, "会議中", "北区 窓口係"}}};
    const Timeline met{.instructed = moment_at("2023-06-01T16:30"), .contacted = moment_at("2023-06-01T16:40")};
    struct Case {
        const char* name;
        const Timeline& timeline;
        const char* now;
        bool counting;
        const char* turns_at;
    };
    const Case cases[] = {
        {"no instruction", Timeline{}, "2023-06-01T16:50", false, "-"},
        {"until closing", runs, "2023-06-01T16:50", true, "2023-06-01T17:15"},
        {"from closing on it stands", runs, "2023-06-01T17:15", false, "2023-06-02T08:45"},
        {"over the weekend", runs, "2023-06-03T12:00", false, "2023-06-05T08:45"},
        {"waits", waits, "2023-06-01T16:50", false, "-"},
        {"reached", met, "2023-06-01T16:50", false, "-"},
    };
    for (const Case& c : cases) {
        const Instant now = moment_at(c.now);
        const Pace found = pace(*measure(contact_, calendar_, c.timeline, now), calendar_, c.timeline, now);
        EXPECT_EQ(found.counting, c.counting) << c.name;
        EXPECT_EQ(shown(found.turns_at), c.turns_at) << c.name;
    }
}

//
TEST_F(CoreTerminals, TakeTheArrivalWhereTheStartOfWorkIsMissing)
{
    Timeline timeline{.instructed = moment_at("2023-06-01T09:00"), .arrived = moment_at("2023-06-01T11:50")};
    const Instant now = moment_at("2023-06-02T09:00");
    auto clock = measure(on_site_, calendar_, timeline, now);
    EXPECT_TRUE(clock->by_arrival);
    EXPECT_EQ(clock->standing, Standing::met);
    timeline.started = moment_at("2023-06-01T12:05");
    clock = measure(on_site_, calendar_, timeline, now);
    EXPECT_FALSE(clock->by_arrival);
    EXPECT_EQ(clock->standing, Standing::missed);
}

// 001 §7 項目2, A-11
TEST_F(CoreTerminals, AreSetAsideByBothSidesOnly)
{
    const Agreement agreement{"保守 太郎", "窓口 花子", moment_at("2023-06-01T14:00"), moment_at("2023-06-01T18:00"),
        moment_at("2023-06-02T09:00")};
    struct Case {
        const char* name;
        const char* instructed;
        std::string Agreement::*empty;
        const char* finished_at;
        const char* code;
    };
    const Case cases[] = {
        {"both agreed", "2023-06-01T13:50", nullptr, "2023-06-01T18:00", ""},
        {"at closing", "2023-06-01T13:50", nullptr, "2023-06-01T17:15", ""},
        {"one minute earlier", "2023-06-01T13:50", nullptr, "2023-06-01T17:14", "incident/ends_within_hours"},
        {"nobody of the site", "2023-06-01T13:50", &Agreement::site, "2023-06-01T18:00", "incident/nobody_agreed"},
        {"nobody of the contractor", "2023-06-01T13:50", &Agreement::contractor, "2023-06-01T18:00",
            "incident/nobody_agreed"},
        {"rolls over anyway", "2023-06-01T14:15", nullptr, "2023-06-01T18:00", "incident/no_exception_needed"},
        {"before the instruction", "2023-06-01T14:10", nullptr, "2023-06-01T18:00", "incident/out_of_order"},
    };
    for (const Case& c : cases) {
        Timeline timeline{.instructed = moment_at(c.instructed), .agreement = agreement};
        timeline.agreement->finished_at = moment_at(c.finished_at);
        if (c.empty != nullptr)
            (*timeline.agreement).*c.empty = "";
        const auto checked = check_agreement(on_site_, timeline);
        EXPECT_EQ(checked ? "" : checked.error().code, c.code) << c.name;
    }
    const Timeline late{
        .instructed = moment_at("2023-06-01T13:50"), .started = moment_at("2023-06-02T09:00"), .agreement = agreement};
    EXPECT_EQ(check_agreement(contact_, late).error().code, "incident/no_exception");
    EXPECT_EQ(measure(on_site_, calendar_, late, moment_at("2023-06-02T12:00"))->standing, Standing::agreed);
}

std::string lines(const std::vector<Interval>& intervals)
{
    std::string text;
    for (const Interval& i : intervals)
        text +=
            fmt::format("{} {} {} {}\n", shown(i.from).substr(5), shown(i.to).substr(5), name_of(i.kind), i.reason.ja);
    return text;
}

TEST_F(CoreTerminals, ShowEveryStretchWithItsReason)
{
    const Timeline timeline{.instructed = moment_at("2023-06-02T16:30"),
        .contacted = moment_at("2023-06-05T10:00"),
        .waits = {{moment_at("2023-06-05T08:50"), moment_at("2023-06-05T09:20"), "朝礼", "北区 窓口係"}}};
    EXPECT_EQ(lines(evidence(contact_, calendar_, timeline, moment_at("2023-06-06T09:00"))),
        "06-02T16:30 06-02T17:15 running \n"
        "06-02T17:15 06-05T08:45 closed 業務時間外。2023年6月3日（土）土曜日、2023年6月4日（日）日曜日\n"
        "06-05T08:45 06-05T08:50 running \n"
        "06-05T08:50 06-05T09:20 waiting 朝礼（同意：北区 窓口係）\n"
        "06-05T09:20 06-05T10:00 running \n");
    const auto clock = measure(contact_, calendar_, timeline, moment_at("2023-06-06T09:00"));
    EXPECT_EQ(shown(clock->due), "2023-06-05T09:30");
    EXPECT_EQ(clock->used, std::chrono::minutes{90});
    EXPECT_EQ(clock->standing, Standing::missed);
}

// Whatever the moments are: the stretches follow each other, what runs adds up to what was used, and the clock is met
// exactly when no more was used than is allowed.
TEST_F(CoreTerminals, AddUpWhateverTheMomentsAre)
{
    const Instant origin = moment_at("2023-04-28T06:00");
    unsigned state = 12'345;
    const auto random = [&](int below) {
        state = state * 1'103'515'245U + 12'345U;
        return static_cast<int>(state >> 8U) % below;
    };
    for (int round = 0; round < 500; ++round) {
        Timeline timeline{.instructed = origin + std::chrono::seconds{random(900'000)}};
        Instant at = *timeline.instructed;
        for (int waits = random(4); waits > 0; --waits) {
            const Instant from = at + std::chrono::seconds{random(40'000)};
            at = from + std::chrono::seconds{1 + random(40'000)};
            timeline.waits.push_back({from, at, "理由", "市の方"});
        }
        timeline.contacted = *timeline.instructed + std::chrono::seconds{random(400'000)};
        const Instant now = origin + std::chrono::hours{24 * 60};
        ASSERT_TRUE(check(timeline, now));
        const auto clock = measure(contact_, calendar_, timeline, now);
        ASSERT_TRUE(clock);
        std::chrono::seconds runs{};
        Instant end = *timeline.instructed;
        for (const Interval& interval : evidence(contact_, calendar_, timeline, now)) {
            ASSERT_EQ(interval.from, end);
            ASSERT_LT(interval.from, interval.to);
            end = interval.to;
            if (interval.kind == IntervalKind::running)
                runs += interval.to - interval.from;
        }
        ASSERT_EQ(end, *timeline.contacted);
        ASSERT_EQ(runs, clock->used);
        ASSERT_EQ(clock->standing == Standing::met, clock->used <= clock->allowed);
    }
}

struct FlawCase {
    const char* name;
    Timeline timeline;
    const char* path;
    const char* code;
};

TEST(Timelines, ThatCannotBeAreRefusedAtTheirField)
{
    const Instant nine = moment_at("2023-06-01T09:00");
    const Instant ten = moment_at("2023-06-01T10:00");
    const Instant eleven = moment_at("2023-06-01T11:00");
    const Instant tomorrow = moment_at("2023-06-02T09:00");
    const FlawCase cases[] = {
        {"contact before the instruction", {.instructed = ten, .contacted = nine}, "contacted",
            "incident/out_of_order"},
        {"arrival before the instruction", {.instructed = ten, .arrived = nine}, "arrived", "incident/out_of_order"},
        {"start before arrival", {.instructed = nine, .arrived = eleven, .started = ten}, "started",
            "incident/out_of_order"},
        {"in the future", {.instructed = nine, .contacted = tomorrow}, "contacted", "incident/in_future"},
        {"a wait backwards", {.instructed = nine, .waits = {{eleven, ten, "理由", "市の方"}}}, "waits[0].until",
            "incident/wait_backwards"},
        {"waits that overlap",
            {.instructed = nine, .waits = {{nine, eleven, "理由", "市の方"}, {ten, {}, "理由", "市の方"}}},
            "waits[1].from", "incident/waits_overlap"},
        {"a wait without reason", {.instructed = nine, .waits = {{nine, ten, "", "市の方"}}}, "waits[0].reason",
            "incident/no_reason"},
        {"nobody agreed", {.instructed = nine, .waits = {{nine, ten, "理由", ""}}}, "waits[0].agreed_by",
            "incident/nobody_agreed"},
    };
    for (const FlawCase& c : cases) {
        const auto checked = check(c.timeline, moment_at("2023-06-01T12:00"));
        ASSERT_FALSE(checked) << c.name;
        ASSERT_EQ(checked.error().fields.size(), 1U) << c.name;
        EXPECT_EQ(checked.error().fields[0].path, c.path) << c.name;
        EXPECT_EQ(checked.error().fields[0].code, c.code) << c.name;
    }
}

}
}
