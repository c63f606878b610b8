#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/support/draft.hpp"
#include "features/support/gap.hpp"
#include "features/support/pattern.hpp"

#include <gtest/gtest.h>

namespace hoshuban::support {
namespace {

using Lines = std::vector<std::string>;

const contract::Profile& profile()
{
    return test::profile(test::ids::r7);
}

const WorkingCalendar& normal_hours()
{
    static const WorkingCalendar calendar =
        WorkingCalendar::create(*contract::calendar_terms(profile()), HolidayTable::official()).value();
    return calendar;
}

Shift shift(const char* from, const char* until, const char* person = "試作 次郎", Rank rank = Rank::primary)
{
    return {.id = ShiftId{std::string{from} + person},
        .from = test::at(from),
        .until = test::at(until),
        .person = person,
        .phone = "090-0000-0001",
        .rank = rank};
}

std::string shown(const Shift& shift)
{
    return fmt::format(
        "{} - {} {} {}", test::print(shift.from), test::print(shift.until), shift.person, name_of(shift.rank));
}

Lines shown(std::span<const Gap> gaps)
{
    Lines lines;
    for (const Gap& gap : gaps)
        lines.push_back(
            fmt::format("{} - {} {}", test::print(gap.time.from), test::print(gap.time.until), gap.reason.ja));
    return lines;
}

TEST(Shift, IsRefusedWhereItCannotBe)
{
    struct Case {
        const char* from;
        const char* until;
        const char* person;
        const char* phone;
        const char* expected;
    };
    const Case cases[] = {
        {"2025-12-01 17:15", "2025-12-02 08:45", " 試作 次郎 ", "０９０-0000-0001", "ok"},
        {"2025-12-01 17:15", "2025-12-01 17:15", "試作 次郎", "090-0000-0001", "until support/shift_backwards"},
        {"2025-12-01 17:15", "2025-12-01 08:45", "試作 次郎", "090-0000-0001", "until support/shift_backwards"},
        {"2025-12-01 17:15", "2026-12-02 08:45", "試作 次郎", "090-0000-0001", "until support/shift_long"},
        {"2025-03-31 17:15", "2025-04-01 08:45", "試作 次郎", "090-0000-0001", "from support/outside_period"},
        {"2026-03-31 17:15", "2026-04-01 00:00", "試作 次郎", "090-0000-0001", "ok"},
        {"2026-03-31 17:15", "2026-04-01 08:45", "試作 次郎", "090-0000-0001", "until support/outside_period"},
        {"2025-12-01 17:15", "2025-12-02 08:45", " ", "090-0000-0001", "person required"},
        {"2025-12-01 17:15", "2025-12-02 08:45", "試作 次郎", "", "phone required"},
        {"2025-12-01 17:15", "2025-12-02 08:45", "試作 次郎", "内線", "phone support/no_phone"},
    };
    for (const Case& c : cases) {
        const auto got = settled(
            profile(), {.from = test::at(c.from), .until = test::at(c.until), .person = c.person, .phone = c.phone});
        EXPECT_EQ(got ? "ok" : got.error().fields.at(0).path + " " + got.error().fields.at(0).code, c.expected)
            << c.from << " " << c.until;
        if (got) {
            EXPECT_EQ(got->person + " " + got->phone, "試作 次郎 090-0000-0001");
        }
    }
}

TEST(Shift, OfTheFirstPersonStandsAlone)
{
    const Shift planned[] = {shift("2025-12-01 17:15", "2025-12-02 08:45", "見本 花子")};
    EXPECT_TRUE(check_alone(shift("2025-12-02 08:45", "2025-12-02 17:15"), planned));
    EXPECT_TRUE(check_alone(shift("2025-12-01 08:45", "2025-12-01 17:15"), planned));
    EXPECT_TRUE(check_alone(shift("2025-12-01 20:00", "2025-12-01 22:00", "試作 次郎", Rank::second), planned));
    EXPECT_TRUE(check_alone(planned[0], planned)) << "itself, when it is changed";
    const auto refused = check_alone(shift("2025-12-02 08:44", "2025-12-02 17:15"), planned);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text.ja,
        "2025年12月1日（月）17:15から2025年12月2日（火）8:45までは見本 花子さんが第一連絡先です。"
        "第二連絡先にするか、時間を分けてください。");
}

TEST(Shift, OfTheMomentIsCalledFirstPersonFirst)
{
    const Shift planned[] = {shift("2025-12-01 17:00", "2025-12-02 09:00", "丙", Rank::second),
        shift("2025-12-01 16:00", "2025-12-02 09:00", "乙", Rank::second),
        shift("2025-12-01 17:15", "2025-12-02 08:45", "甲")};
    const auto names = [&](const char* at) {
        std::string all;
        for (const Shift& each : to_call(planned, test::at(at)))
            all += each.person;
        return all;
    };
    EXPECT_EQ(names("2025-12-01 17:15"), "甲乙丙");
    EXPECT_EQ(names("2025-12-01 17:14"), "乙丙");
    EXPECT_EQ(names("2025-12-02 08:45"), "乙丙");
    EXPECT_EQ(names("2025-12-02 09:00"), "");
}

TEST(OnCall, IsNeededWhereAWindowRunsAroundTheClock)
{
    EXPECT_TRUE(needs_on_call(test::profile(test::ids::r6)));
    EXPECT_TRUE(needs_on_call(test::profile(test::ids::r7)));
    EXPECT_FALSE(needs_on_call(test::profile(test::ids::r3)));
    EXPECT_FALSE(needs_on_call(test::profile(test::ids::r5)));
    EXPECT_FALSE(needs_on_call(test::profile(test::ids::other)));
}

TEST(Gaps, AreNightsWeekendsHolidaysAndTheYearsEnd)
{
    const auto found = [](const char* from, const char* until, std::span<const Shift> shifts) {
        return shown(gaps(normal_hours(), shifts, {test::at(from), test::at(until)}));
    };
    EXPECT_EQ(found("2025-12-04 00:00", "2025-12-08 12:00", {}),
        (Lines{"2025-12-04 00:00 - 2025-12-04 08:45 夜間・早朝", "2025-12-04 17:15 - 2025-12-05 08:45 夜間・早朝",
            "2025-12-05 17:15 - 2025-12-08 08:45 2025年12月6日（土）土曜日、2025年12月7日（日）日曜日"}));
    EXPECT_EQ(found("2025-12-26 12:00", "2026-01-05 12:00", {}),
        (Lines{"2025-12-26 17:15 - 2026-01-05 08:45 2025年12月27日（土）土曜日、2025年12月28日（日）日曜日、"
               "2025年12月29日（月）〜2026年1月3日（土）年末年始の休日、2026年1月4日（日）日曜日"}));
    EXPECT_EQ(found("2025-11-03 08:00", "2025-11-03 10:00", {}),
        (Lines{"2025-11-03 08:00 - 2025-11-03 10:00 2025年11月3日（月）文化の日"}));
    EXPECT_EQ(found("2025-12-04 09:00", "2025-12-04 17:00", {}), Lines{});

    const Shift covering[] = {shift("2025-12-05 20:00", "2025-12-06 20:00"),
        shift("2025-12-06 10:00", "2025-12-07 00:00", "見本 花子", Rank::second),
        shift("2025-12-07 12:00", "2025-12-08 12:00"), shift("2025-12-04 09:00", "2025-12-04 10:00")};
    EXPECT_EQ(found("2025-12-05 12:00", "2025-12-08 12:00", covering),
        (Lines{"2025-12-05 17:15 - 2025-12-05 20:00 夜間・早朝",
            "2025-12-07 00:00 - 2025-12-07 12:00 2025年12月7日（日）日曜日"}));
}

Lines spread_lines(const Pattern& pattern)
{
    const auto shifts = spread(pattern, normal_hours());
    if (!shifts)
        return {shifts.error().fields.at(0).path + " " + shifts.error().code};
    Lines lines;
    for (const Shift& each : *shifts)
        lines.push_back(shown(each));
    return lines;
}

TEST(Pattern, FillsTheTimeOutsideHours)
{
    const std::vector<Callee> people{{"甲", "090-0000-0001"}, {"乙", "090-0000-0002"}};
    EXPECT_EQ(spread_lines({.days = {test::day("2025-12-04"), test::day("2025-12-09")}, .people = people}),
        (Lines{"2025-12-04 00:00 - 2025-12-04 08:45 甲 primary", "2025-12-04 17:15 - 2025-12-05 08:45 甲 primary",
            "2025-12-05 17:15 - 2025-12-08 08:45 甲 primary", "2025-12-08 17:15 - 2025-12-09 08:45 乙 primary",
            "2025-12-09 17:15 - 2025-12-10 00:00 乙 primary"}));
    EXPECT_EQ(spread_lines({.days = {test::day("2025-12-05"), test::day("2025-12-07")},
                  .people = people,
                  .turn = Turn::shift,
                  .rank = Rank::second}),
        (Lines{"2025-12-05 00:00 - 2025-12-05 08:45 甲 second", "2025-12-05 17:15 - 2025-12-08 00:00 乙 second"}));
}

TEST(Pattern, RepeatsHoursOnWeekdays)
{
    EXPECT_EQ(spread_lines({.days = {test::day("2025-12-01"), test::day("2025-12-12")},
                  .shape = Shape::hours,
                  .from = std::chrono::hours{20},
                  .until = std::chrono::hours{6},
                  .weekdays = {std::chrono::Friday},
                  .people = {{"甲", "090-0000-0001"}, {"乙", "090-0000-0002"}},
                  .turn = Turn::shift}),
        (Lines{"2025-12-05 20:00 - 2025-12-06 06:00 甲 primary", "2025-12-12 20:00 - 2025-12-13 06:00 乙 primary"}));
}

TEST(Pattern, IsRefused)
{
    const std::vector<Callee> people{{"甲", "090-0000-0001"}};
    EXPECT_EQ(spread_lines({.days = {test::day("2025-12-04"), test::day("2025-12-09")}}),
        Lines{"people support/pattern_nobody"});
    EXPECT_EQ(spread_lines({.days = {test::day("2025-12-09"), test::day("2025-12-04")}, .people = people}),
        Lines{"last support/pattern_days"});
    EXPECT_EQ(spread_lines({.days = {test::day("2025-04-01"), test::day("2027-03-31")}, .people = people}),
        Lines{"last support/pattern_long"});
}

Lines draft_lines(std::string_view text, std::span<const Shift> planned = {})
{
    auto rows = read_list(text);
    if (!rows)
        return {rows.error().code};
    Lines lines;
    for (const DraftRow& row : drafted(profile(), *rows, planned))
        lines.push_back(
            fmt::format("{}: {}", row.line, row.problem ? row.problem->code : shown(row.shift) + row.shift.note));
    return lines;
}

TEST(PastedList, IsReadLineByLine)
{
    EXPECT_EQ(draft_lines("開始\t終了\t氏名\t電話\t正副\t備考\r\n"
                          "2025/12/5 17:15\t2025/12/8 8:45\t試作 次郎\t090-0000-0001\r\n"
                          "\r\n"
                          "２０２５年12月5日 17時15分\t2025-12-08T24:00\t見本 花子\t090-0000-0002\t副\t予備\r\n"),
        (Lines{"2: 2025-12-05 17:15 - 2025-12-08 08:45 試作 次郎 primary",
            "4: 2025-12-05 17:15 - 2025-12-09 00:00 見本 花子 second予備"}));
    EXPECT_EQ(draft_lines("2025/12/29 17,2025/12/30 8:45,甲,090-0000-0001,正"),
        Lines{"1: 2025-12-29 17:00 - 2025-12-30 08:45 甲 primary"});
}

TEST(PastedList, SaysWhichLineIsWrong)
{
    const Shift planned[] = {shift("2025-12-01 17:15", "2025-12-02 08:45", "見本 花子")};
    EXPECT_EQ(draft_lines("2025/12/1 17:15\t2025/12/2 8:45\t甲\t090-0000-0001\n"
                          "2025/12/2 17:15\t2025/12/3 8:45\t甲\t090-0000-0001\n"
                          "2025/12/3 8:00\t2025/12/3 9:00\t乙\t090-0000-0001\n"
                          "2025/13/3 8:00\t2025/12/3 9:00\t乙\t090-0000-0001\n"
                          "2025/12/3 25:00\t2025/12/3 9:00\t乙\t090-0000-0001\n"
                          "2025/12/3\t2025/12/4\t乙\t090-0000-0001\n"
                          "2025/12/4 17:15\t2025/12/5 8:45\t乙\t090-0000-0001\t三\n"
                          "2025/12/4 17:15\t2025/12/5 8:45\n"
                          "2027/12/4 17:15\t2027/12/5 8:45\t乙\t090-0000-0001\n",
                  planned),
        (Lines{"1: support/two_primaries", "2: 2025-12-02 17:15 - 2025-12-03 08:45 甲 primary",
            "3: support/two_primaries", "4: support/list_time", "5: support/list_time", "6: support/list_time",
            "7: support/list_rank", "8: required", "9: support/outside_period"}));
    EXPECT_EQ(draft_lines(" \n\n"), Lines{"support/list_empty"});
}

}
}
