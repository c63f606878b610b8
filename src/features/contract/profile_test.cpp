#include "features/contract/profile.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

using namespace test::ids;

WorkingCalendar calendar_of(const Profile& profile, std::string_view work_class = {})
{
    return WorkingCalendar::create(*calendar_terms(profile, work_class), HolidayTable::official()).value();
}

const Paper& paper(const Profile& profile, std::string_view id)
{
    return *std::ranges::find(profile.papers, id, &Paper::id);
}

std::string day(const Result<Due>& due)
{
    return to_text(due.value().day);
}

// Appendix B.5
TEST(Profile, PeriodsStartAndEndOnTheirOpenDays)
{
    struct Case {
        const char* id;
        const char* starts_on;
        bool start_open;
        const char* last_open_before;
        const char* ends_on;
        bool end_open;
        const char* last_open;
        int open_days;
    };
    const Case cases[] = {
        {r6, "2024-04-01", true, "2024-03-29", "2025-03-31", true, "2025-03-31", 243},
        {r5, "2023-04-01", false, "2023-03-31", "2024-03-31", false, "2024-03-29", 243},
        {r3, "2021-08-01", false, "2021-07-30", "2022-03-31", true, "2022-03-31", 161},
        {other, "2024-04-01", true, "2024-03-29", "2024-08-31", false, "2024-08-30", 105},
        {r7, "2025-04-01", true, "2025-03-31", "2026-03-31", true, "2026-03-31", 242},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.id);
        const Profile& profile = test::profile(c.id);
        const WorkingCalendar calendar = calendar_of(profile);
        EXPECT_EQ(to_text(profile.period.first), c.starts_on);
        EXPECT_EQ(calendar.is_open(profile.period.first), c.start_open);
        EXPECT_EQ(to_text(calendar.previous_open_day(profile.period.first)->day), c.last_open_before);
        EXPECT_EQ(to_text(profile.period.last), c.ends_on);
        EXPECT_EQ(calendar.is_open(profile.period.last), c.end_open);
        EXPECT_EQ(to_text(calendar.roll(profile.period.last, Roll::previous)->day), c.last_open);
        EXPECT_EQ(calendar.open_days_between(profile.period.first, profile.period.last), c.open_days);
    }
}

// Appendix B.2
TEST(Profile, MonthEndPapersRollExceptAtTheEnd)
{
    const Profile& profile = test::profile(r3);
    const WorkingCalendar calendar = calendar_of(profile);
    struct Case {
        int year;
        unsigned month;
        const char* due;
    };
    for (const Case& c :
        {Case{2021, 8, "2021-08-31"}, {2021, 9, "2021-09-30"}, {2021, 10, "2021-11-01"}, {2021, 11, "2021-11-30"},
            {2021, 12, "2022-01-04"}, {2022, 1, "2022-01-31"}, {2022, 2, "2022-02-28"}, {2022, 3, "2022-03-31"}}) {
        const auto month = std::chrono::year{c.year} / std::chrono::month{c.month};
        const auto due = month_due(paper(profile, "monthly_set"), month, calendar, profile.period);
        ASSERT_TRUE(due);
        EXPECT_EQ(to_text(due->limit.day), c.due);
        EXPECT_FALSE(due->target);
    }
}

// Appendix B.3
TEST(Profile, MonthlyPapersHaveASoftTargetAndAHardLimit)
{
    struct Case {
        const char* id;
        int year;
        unsigned month;
        const char* target;
        const char* limit;
    };
    const Case cases[] = {
        {r6, 2024, 4, "2024-05-09", "2024-05-31"},
        {r6, 2024, 5, "2024-06-07", "2024-06-30"},
        {r6, 2024, 6, "2024-07-05", "2024-07-31"},
        {r6, 2024, 7, "2024-08-07", "2024-08-31"},
        {r6, 2024, 8, "2024-09-06", "2024-09-30"},
        {r6, 2024, 9, "2024-10-07", "2024-10-31"},
        {r6, 2024, 10, "2024-11-08", "2024-11-30"},
        {r6, 2024, 11, "2024-12-06", "2024-12-31"},
        {r6, 2024, 12, "2025-01-10", "2025-01-31"},
        {r6, 2025, 1, "2025-02-07", "2025-02-28"},
        {r6, 2025, 2, "2025-03-07", "2025-03-31"},
        {r6, 2025, 3, nullptr, "2025-03-31"},
        {r7, 2025, 4, "2025-05-09", "2025-05-31"},
        {r7, 2025, 5, "2025-06-06", "2025-06-30"},
        {r7, 2025, 6, "2025-07-07", "2025-07-31"},
        {r7, 2025, 7, "2025-08-07", "2025-08-31"},
        {r7, 2025, 8, "2025-09-05", "2025-09-30"},
        {r7, 2025, 9, "2025-10-07", "2025-10-31"},
        {r7, 2025, 10, "2025-11-10", "2025-11-30"},
        {r7, 2025, 11, "2025-12-05", "2025-12-31"},
        {r7, 2025, 12, "2026-01-09", "2026-01-31"},
        {r7, 2026, 1, "2026-02-06", "2026-02-28"},
        {r7, 2026, 2, "2026-03-06", "2026-03-31"},
        {r7, 2026, 3, nullptr, "2026-03-31"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(std::string(c.id) + " " + c.limit);
        const Profile& profile = test::profile(c.id);
        const auto month = std::chrono::year{c.year} / std::chrono::month{c.month};
        const auto due = month_due(paper(profile, "monthly_set"), month, calendar_of(profile), profile.period);
        ASSERT_TRUE(due);
        EXPECT_EQ(to_text(due->limit.day), c.limit);
        EXPECT_EQ(due->target.has_value(), c.target != nullptr);
        if (due->target && c.target != nullptr) {
            EXPECT_EQ(to_text(due->target->day), c.target);
        }
    }
}

TEST(Profile, StartPapersAreDueAsEachContractSays)
{
    struct Case {
        const char* id;
        const char* due;
    };
    for (const Case& c : {Case{r6, "2024-03-31"}, {r7, "2025-03-31"}, {r5, "2023-03-31"}, {r3, "2021-08-01"}}) {
        const Profile& profile = test::profile(c.id);
        EXPECT_EQ(day(day_due(paper(profile, "start_set"), profile.period.first, calendar_of(profile), profile.period)),
            c.due);
    }
}

// Appendix B.4
TEST(Profile, MinutesCountOpenOrCalendarDays)
{
    struct Case {
        const char* id;
        LocalDay meeting;
        const char* due;
    };
    const Case cases[] = {
        {r7, make_day(2025, 4, 25), "2025-04-30"},
        {r7, make_day(2025, 5, 2), "2025-05-08"},
        {r7, make_day(2025, 12, 26), "2026-01-06"},
        {r6, make_day(2024, 3, 29), "2024-04-02"},
        {r5, make_day(2023, 6, 1), "2023-06-03"},
        {r5, make_day(2023, 6, 2), "2023-06-04"},
        {r3, make_day(2021, 12, 27), "2021-12-29"},
    };
    for (const Case& c : cases) {
        const Profile& profile = test::profile(c.id);
        const auto rule = due_rule(profile.minutes);
        ASSERT_TRUE(rule) << c.id;
        EXPECT_EQ(day(due_moment(*rule, instant(LocalTime{c.meeting}), calendar_of(profile), profile.period)), c.due);
    }
    EXPECT_EQ(due_rule(test::profile(other).minutes), std::nullopt);
}

// Appendix B.1, from the loaded contract
TEST(Profile, ServiceLevelsCountServiceTime)
{
    const Profile& profile = test::profile(r5);
    struct Case {
        const char* instruction;
        const char* contact;
        const char* on_site;
    };
    const Case cases[] = {
        {"2023-06-01T16:30", "2023-06-02T09:00:00+09:00", "2023-06-02T11:00:00+09:00"},
        {"2023-06-01T14:15", "2023-06-01T15:15:00+09:00", "2023-06-01T17:15:00+09:00"},
        {"2023-06-01T14:16", "2023-06-01T15:16:00+09:00", "2023-06-02T08:46:00+09:00"},
        {"2023-12-28T14:30", "2023-12-28T15:30:00+09:00", "2024-01-04T09:00:00+09:00"},
        {"2024-03-29T16:30", "2024-04-01T09:00:00+09:00", "2024-04-01T11:00:00+09:00"},
    };
    ASSERT_EQ(profile.service_levels.size(), 2U);
    const WorkingCalendar calendar = calendar_of(profile, profile.service_levels[0].work_class);
    for (const Case& c : cases) {
        const Instant from = *parse_instant(c.instruction);
        const auto after = [&](const ServiceLevel& level) {
            return to_text_jst(calendar.add_service_time(from, std::chrono::minutes{level.minutes})->at);
        };
        EXPECT_EQ(after(profile.service_levels[0]), c.contact);
        EXPECT_EQ(after(profile.service_levels[1]), c.on_site);
    }
}

TEST(Profile, ServerFaultsAreAnsweredAtAnyHour)
{
    const WorkingCalendar calendar = calendar_of(test::profile(r7), "server_fault");
    EXPECT_EQ(to_text_jst(calendar.add_service_time(*parse_instant("2026-01-01T03:00"), std::chrono::minutes{60})->at),
        "2026-01-01T04:00:00+09:00");
    EXPECT_EQ(calendar_terms(test::profile(r7), "night").error().code, "contract/work_class");
}

TEST(Profile, HoldsWhatTheContractsState)
{
    struct Case {
        const char* id;
        std::size_t sites;
        std::size_t devices;
        std::size_t quotas;
        std::size_t in_scope;
    };
    const Case cases[] = {
        {r6, 22, 134, 8, 11}, {r5, 32, 2062, 4, 7}, {r3, 1, 0, 7, 9}, {other, 0, 65, 3, 4}, {r7, 22, 134, 8, 11}};
    for (const Case& c : cases) {
        SCOPED_TRACE(c.id);
        const Profile& profile = test::profile(c.id);
        EXPECT_EQ(profile.sites.size(), c.sites);
        EXPECT_EQ(profile.devices.size(), c.devices);
        EXPECT_EQ(profile.quotas.size(), c.quotas);
        EXPECT_EQ(
            static_cast<std::size_t>(std::ranges::count(profile.work_types, true, &WorkType::in_scope)), c.in_scope);
    }
}

std::size_t targets(const Profile& profile, std::string_view device_class, std::string_view generation)
{
    std::size_t count = 0;
    for (const PasswordTargets& group : profile.password_targets) {
        for (const PasswordTarget& item : group.items) {
            const bool applies =
                item.generations.empty() || std::ranges::find(item.generations, generation) != item.generations.end();
            count += group.device_class == device_class && applies ? 1 : 0;
        }
    }
    return count;
}

std::size_t conditions(const CheckList& list)
{
    std::size_t count = 0;
    for (const CheckItem& item : list.items)
        count += item.conditions.size();
    return count;
}

// PWD-05…PWD-08: eight, five and two targets; none on the AD servers after the renewal
TEST(Profile, PasswordTargetsFollowTheGenerationOfTheUnit)
{
    for (const char* id : {r6, r7}) {
        const Profile& profile = test::profile(id);
        EXPECT_EQ(targets(profile, "cs", "current"), 8U);
        EXPECT_EQ(targets(profile, "ad", "current"), 5U);
        EXPECT_EQ(targets(profile, "terminal", "current"), 2U);
    }
    EXPECT_EQ(targets(test::profile(r7), "cs", "renewed"), 8U);
    EXPECT_EQ(targets(test::profile(r7), "ad", "renewed"), 0U);
    EXPECT_EQ(targets(test::profile(r7), "terminal", "renewed"), 2U);
}

// CHK-02…CHK-05, CHK-08
TEST(Profile, CheckListsHaveTheirItemsAndConditions)
{
    struct Case {
        const char* id;
        std::size_t list;
        const char* device_class;
        std::size_t items;
        std::size_t conditions;
    };
    const Case cases[] = {{r6, 0, "terminal", 16, 19}, {r6, 1, "cs", 13, 14}, {r6, 2, "ad", 11, 12},
        {r7, 0, "terminal", 15, 18}, {r7, 1, "cs", 13, 14}, {r7, 2, "ad", 11, 12}};
    for (const Case& c : cases) {
        const CheckList& list = test::profile(c.id).check_lists.at(c.list);
        EXPECT_EQ(list.device_class, c.device_class);
        EXPECT_EQ(list.items.size(), c.items);
        EXPECT_EQ(conditions(list), c.conditions);
    }
}

TEST(Profile, WordsOfTheListAreTheContracts)
{
    EXPECT_EQ(status_label(test::profile(r7), "confirming").ja, "札幌市確認中");
    EXPECT_EQ(status_label(test::profile(other), "confirming").ja, "市確認中");
    EXPECT_EQ(word(test::profile(r7), "contractor").ja, "受託者");
    EXPECT_EQ(word(test::profile(other), "contractor").ja, "受注者");
    EXPECT_EQ(column_label(test::profile(r7), "planned_hours").ja, "予定工数(時間)");
    EXPECT_EQ(group_label(test::profile(r7), "response").ja, "対応内容");
}

}
}
