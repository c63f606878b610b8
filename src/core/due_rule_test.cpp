#include "core/calendar_fixtures_test.hpp"
#include "core/due_rule.hpp"

#include <array>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

using namespace std::chrono;
using test::at;
using test::day;
using test::office;

std::string due_day(const DueRule& rule, std::string_view start, std::optional<DayRange> period = std::nullopt)
{
    return to_text(due_moment(rule, instant(LocalTime{day(start)}), office(), period).value().day);
}

std::vector<std::string> lines(const Due& due)
{
    std::vector<std::string> lines;
    for (const Step& step : due.explanation)
        lines.push_back(step.text.ja);
    return lines;
}

TEST(DueRule, MonthEndMovesOnExceptAtTheEndOfTheFiscalYearAndOfThePeriod)
{
    struct Case {
        const char* month;
        const char* due;
    };
    constexpr std::array cases{
        Case{"2021-08-01", "2021-08-31"},
        Case{"2021-09-01", "2021-09-30"},
        Case{"2021-10-01", "2021-11-01"},
        Case{"2021-11-01", "2021-11-30"},
        Case{"2021-12-01", "2022-01-04"},
        Case{"2022-01-01", "2022-01-31"},
        Case{"2022-02-01", "2022-02-28"},
        Case{"2022-03-01", "2022-03-31"},
    };
    const DueRule rule{.kind = DueKind::end_of_month, .roll = Roll::next, .roll_exceptions = {March / 31, PeriodEnd{}}};
    const DayRange period{day("2021-08-01"), day("2022-03-31")};
    for (const Case& c : cases)
        EXPECT_EQ(due_day(rule, c.month, period), c.due);
    EXPECT_EQ(due_day(rule, "2024-03-01", period), "2024-03-31") << "31 March stays though it is a Sunday";
    EXPECT_EQ(due_day(rule, "2024-08-01", DayRange{day("2024-04-01"), day("2024-08-31")}), "2024-08-31");
    EXPECT_EQ(due_day(rule, "2024-08-01"), "2024-09-02");
}

struct MonthlyCase {
    year_month month;
    const char* target;
    const char* limit;
};

void expect_monthly(const DayRange& period, std::span<const MonthlyCase> cases)
{
    const MonthlyRule rule{
        .target = DueRule{.kind = DueKind::nth_open_day, .amount = 5, .months_later = 1},
        .limit = {.kind = DueKind::end_of_month, .months_later = 1},
        .final_limit = DueRule{.kind = DueKind::end_of_month},
    };
    for (const MonthlyCase& c : cases) {
        const auto monthly = monthly_due(rule, c.month, office(), period);
        ASSERT_TRUE(monthly);
        EXPECT_EQ(monthly->target ? to_text(monthly->target->day) : "-", c.target);
        EXPECT_EQ(to_text(monthly->limit.day), c.limit);
    }
}

TEST(DueRule, MonthlyPapersHaveATargetOnTheFifthOpenDayAndALimitAtTheMonthsEnd)
{
    constexpr std::array first_contract{
        MonthlyCase{2024y / 4, "2024-05-09", "2024-05-31"},
        MonthlyCase{2024y / 5, "2024-06-07", "2024-06-30"},
        MonthlyCase{2024y / 6, "2024-07-05", "2024-07-31"},
        MonthlyCase{2024y / 7, "2024-08-07", "2024-08-31"},
        MonthlyCase{2024y / 8, "2024-09-06", "2024-09-30"},
        MonthlyCase{2024y / 9, "2024-10-07", "2024-10-31"},
        MonthlyCase{2024y / 10, "2024-11-08", "2024-11-30"},
        MonthlyCase{2024y / 11, "2024-12-06", "2024-12-31"},
        MonthlyCase{2024y / 12, "2025-01-10", "2025-01-31"},
        MonthlyCase{2025y / 1, "2025-02-07", "2025-02-28"},
        MonthlyCase{2025y / 2, "2025-03-07", "2025-03-31"},
        MonthlyCase{2025y / 3, "-", "2025-03-31"},
    };
    expect_monthly({day("2024-04-01"), day("2025-03-31")}, first_contract);

    constexpr std::array second_contract{
        MonthlyCase{2025y / 4, "2025-05-09", "2025-05-31"},
        MonthlyCase{2025y / 5, "2025-06-06", "2025-06-30"},
        MonthlyCase{2025y / 6, "2025-07-07", "2025-07-31"},
        MonthlyCase{2025y / 7, "2025-08-07", "2025-08-31"},
        MonthlyCase{2025y / 8, "2025-09-05", "2025-09-30"},
        MonthlyCase{2025y / 9, "2025-10-07", "2025-10-31"},
        MonthlyCase{2025y / 10, "2025-11-10", "2025-11-30"},
        MonthlyCase{2025y / 11, "2025-12-05", "2025-12-31"},
        MonthlyCase{2025y / 12, "2026-01-09", "2026-01-31"},
        MonthlyCase{2026y / 1, "2026-02-06", "2026-02-28"},
        MonthlyCase{2026y / 2, "2026-03-06", "2026-03-31"},
        MonthlyCase{2026y / 3, "-", "2026-03-31"},
    };
    expect_monthly({day("2025-04-01"), day("2026-03-31")}, second_contract);
}

TEST(DueRule, MinutesOfMeetings)
{
    struct Case {
        const char* meeting;
        const char* open_days;
        const char* calendar_days;
    };
    constexpr std::array cases{
        Case{"2025-04-25", "2025-04-30", "2025-04-27"},
        Case{"2025-05-02", "2025-05-08", "2025-05-04"},
        Case{"2025-12-26", "2026-01-06", "2025-12-28"},
        Case{"2024-03-29", "2024-04-02", "2024-03-31"},
        Case{"2023-06-01", "2023-06-05", "2023-06-03"},
        Case{"2023-06-02", "2023-06-06", "2023-06-04"},
        Case{"2021-12-27", "2022-01-04", "2021-12-29"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(due_day({.kind = DueKind::open_days, .amount = 2}, c.meeting), c.open_days);
        EXPECT_EQ(due_day({.kind = DueKind::calendar_days, .amount = 2}, c.meeting), c.calendar_days);
    }
    EXPECT_EQ(
        due_day({.kind = DueKind::calendar_days, .amount = 2, .roll = Roll::previous}, "2025-12-26"), "2025-12-26");
    EXPECT_EQ(due_day({.kind = DueKind::calendar_days, .amount = 14}, "2025-05-10"), "2025-05-24") << "rollout window";
    EXPECT_EQ(due_day({.kind = DueKind::calendar_days, .amount = -1}, "2025-04-01"), "2025-03-31")
        << "day before the start";
}

TEST(DueRule, ServiceTimeExplainsItself)
{
    const Due due =
        due_moment({.kind = DueKind::service_minutes, .amount = 60}, at("2023-06-01 16:30"), office()).value();
    EXPECT_EQ(to_text_jst(due.at), "2023-06-02T09:00:00+09:00");
    EXPECT_EQ(lines(due),
        (std::vector<std::string>{"2023年6月1日（木）16:30から受付・対応時間で60分を数えます。",
            "2023年6月1日（木）16:30から2023年6月1日（木）17:15まで45分（残り15分）。",
            "2023年6月1日（木）17:15から2023年6月2日（金）8:45までは数えません（時間外）。",
            "2023年6月2日（金）8:45から2023年6月2日（金）9:00まで15分（残り0分）。",
            "期限は2023年6月2日（金）9:00です。"}));
    EXPECT_EQ(due.explanation.at(1).minutes, 45min);
    EXPECT_EQ(
        due.explanation.at(2).text.en, "Thu 2023-06-01 17:15 to Fri 2023-06-02 08:45 does not count (outside hours).");
}

TEST(DueRule, ServiceTimeNamesTheClosedDaysItSkips)
{
    const Due due =
        due_moment({.kind = DueKind::service_minutes, .amount = 180}, at("2026-09-18 15:00"), office()).value();
    EXPECT_EQ(lines(due).at(2),
        "2026年9月18日（金）17:15から2026年9月24日（木）8:45までは数えません（時間外、2026年9月19日（土）土曜日、"
        "2026年9月20日（日）日曜日、2026年9月21日（月）敬老の日、2026年9月22日（火）休日、2026年9月23日（水）秋分の日）"
        "。");
    const Due boundary =
        due_moment({.kind = DueKind::service_minutes, .amount = 180}, at("2024-12-27 14:15"), office()).value();
    EXPECT_EQ(lines(boundary).back(), "期限は2024年12月27日（金）17:15（終了時刻ちょうど）です。");
    const Due outside =
        due_moment({.kind = DueKind::service_minutes, .amount = 0}, at("2023-06-03 10:00"), office()).value();
    EXPECT_EQ(lines(outside),
        (std::vector<std::string>{"2023年6月3日（土）10:00から受付・対応時間で0分を数えます。",
            "2023年6月3日（土）10:00から2023年6月5日（月）8:"
            "45までは数えません（時間外、2023年6月3日（土）土曜日、2023年6月4日（日）日曜日）。",
            "期限は2023年6月5日（月）8:45です。"}));
}

TEST(DueRule, DaysExplainThemselves)
{
    EXPECT_EQ(lines(due_moment({.kind = DueKind::open_days, .amount = 2}, at("2021-12-27 15:00"), office()).value()),
        (std::vector<std::string>{"2021年12月27日（月）の翌日から開庁日を2日数えます（初日不算入）。",
            "1日目: 2021年12月28日（火）", "数えません: 2021年12月29日（水）〜2022年1月3日（月）年末年始",
            "2日目: 2022年1月4日（火）", "期限は2022年1月4日（火）です。"}));
    EXPECT_EQ(lines(due_moment({.kind = DueKind::open_days, .amount = -1}, at("2023-04-03 00:00"), office()).value()),
        (std::vector<std::string>{"2023年4月3日（月）の前日からさかのぼって開庁日を1日数えます（初日不算入）。",
            "数えません: 2023年4月1日（土）土曜日、2023年4月2日（日）日曜日", "1日目: 2023年3月31日（金）",
            "期限は2023年3月31日（金）です。"}));
    EXPECT_EQ(
        lines(
            due_moment({.kind = DueKind::end_of_month, .roll = Roll::next}, at("2021-12-01 00:00"), office()).value()),
        (std::vector<std::string>{"2021年12月の末日は2021年12月31日（金）です。",
            "閉庁日（2021年12月31日（金）〜2022年1月3日（月）年末年始）のため、次の開庁日2022年1月4日（火）に移します"
            "。",
            "期限は2022年1月4日（火）です。"}));
    EXPECT_EQ(
        lines(due_moment({.kind = DueKind::calendar_days, .amount = 2}, at("2025-05-02 00:00"), office()).value()),
        (std::vector<std::string>{
            "2025年5月2日（金）の翌日から2日を数えて2025年5月4日（日）（初日不算入、閉庁日も数えます）。",
            "閉庁日（2025年5月4日（日）みどりの日）ですが、契約に繰り延べの定めがないため動かしません。",
            "期限は2025年5月4日（日）です。"}));
    EXPECT_EQ(lines(due_moment(
                  {.kind = DueKind::nth_open_day, .amount = 1, .months_later = 1}, at("2027-12-10 00:00"), office())
                        .value()),
        (std::vector<std::string>{"2028年1月の第1開庁日を数えます。",
            "数えません: 2028年1月1日（土）〜2028年1月3日（月）年末年始", "1日目: 2028年1月4日（火）",
            "公表済みの祝日は2027年12月31日（金）までのため、この答えは予測です。祝日が公表されたら計算し直してください"
            "。",
            "期限は2028年1月4日（火）です。"}));
}

TEST(DueRule, LongExplanationsAreShortenedAndStillAddUp)
{
    const int amount = 510 * 2400;
    const Due due =
        due_moment({.kind = DueKind::service_minutes, .amount = amount}, at("2016-04-01 08:45"), office()).value();
    EXPECT_EQ(due.explanation.size(), 1U + 24U + 1U + 12U + 1U);
    minutes sum{0};
    for (const Step& step : due.explanation)
        sum += step.minutes;
    EXPECT_EQ(sum.count(), amount);
}

TEST(DueRule, DaysAreDueAtTheirEnd)
{
    const Due due = due_moment({.kind = DueKind::end_of_month}, at("2026-02-10 09:00"), office()).value();
    EXPECT_EQ(to_text_jst(due.at), "2026-02-28T23:59:59+09:00");
    EXPECT_FALSE(due.forecast);
    EXPECT_FALSE(due_moment({.kind = DueKind::end_of_month}, at("2030-02-10 09:00"), office())->forecast);
    EXPECT_TRUE(
        due_moment({.kind = DueKind::end_of_month, .roll = Roll::next}, at("2030-02-10 09:00"), office())->forecast);
}

TEST(DueRule, RefusesWhatCannotBeCounted)
{
    struct Case {
        DueRule rule;
        const char* code;
    };
    const std::array cases{
        Case{{.kind = DueKind::service_minutes, .amount = -1}, "calendar/negative"},
        Case{{.kind = DueKind::nth_open_day, .amount = 0}, "calendar/no_such_open_day"},
        Case{{.kind = DueKind::nth_open_day, .amount = 24}, "calendar/no_such_open_day"},
        Case{{.kind = DueKind::open_days, .amount = 2'000'000'000}, "calendar/out_of_range"},
        Case{{.kind = DueKind::calendar_days, .amount = -2'000'000'000}, "calendar/out_of_range"},
        Case{{.kind = DueKind::end_of_month, .months_later = 2'000'000'000}, "calendar/out_of_range"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(due_moment(c.rule, at("2026-05-01 09:00"), office()).error().code, c.code);
}

TEST(RollException, IsReadFromText)
{
    EXPECT_EQ(parse_roll_exception("03-31").value(), RollException{March / 31});
    EXPECT_EQ(parse_roll_exception("02-29").value(), RollException{February / 29});
    EXPECT_EQ(parse_roll_exception("period_end").value(), RollException{PeriodEnd{}});
    EXPECT_EQ(parse_roll_exception("02-30").error().code, "calendar/roll_exception");
}

}
}
