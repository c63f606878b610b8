#include "core/calendar_fixtures_test.hpp"
#include "features/calendar/calendar_api.hpp"

#include <gtest/gtest.h>

namespace hoshuban::calendar {
namespace {

using test::at;
using test::day;
using test::office;

TEST(CalendarViews, PrintDaysAndDueDates)
{
    EXPECT_EQ(json::print(view_of(office().status(day("2023-06-01")))),
        R"({"day":"2023-06-01","weekday":4,"open":true,"windows":[{"opens":"08:45","closes":"17:15"}],"reasons":[],)"
        R"("kind":"open","holiday_name":"","forecast":false})");
    EXPECT_EQ(json::print(view_of(office().status(day("2028-01-01")))),
        R"({"day":"2028-01-01","weekday":6,"open":false,"windows":[],"reasons":[)"
        R"({"ja":"年末年始","en":"year-end and new year"},{"ja":"元日","en":"New Year's Day"},)"
        R"({"ja":"土曜日","en":"Saturday"}],"kind":"closure","holiday_name":"元日","forecast":true})");
    const Due answer = due_moment({.kind = DueKind::end_of_month}, at("2026-06-10 09:00"), office()).value();
    EXPECT_EQ(json::print(view_of(answer)),
        R"({"due":"2026-06-30T23:59:59+09:00","due_day":"2026-06-30","forecast":false,"explanation":[)"
        R"({"kind":"month","from":"2026-06-30T00:00:00+09:00","to":"2026-06-30T23:59:59+09:00","minutes":0,)"
        R"("text":{"ja":"2026年6月の末日は2026年6月30日（火）です。","en":"2026-06 ends on Tue 2026-06-30."}},)"
        R"({"kind":"result","from":"2026-06-30T23:59:59+09:00","to":"2026-06-30T23:59:59+09:00","minutes":0,)"
        R"("text":{"ja":"期限は2026年6月30日（火）です。","en":"Due Tue 2026-06-30."}}]})");
}

TEST(CalendarDays, AreListedForAtMostFourHundredDays)
{
    EXPECT_EQ(days_between(office(), day("2026-04-01"), day("2027-03-31"))->size(), 365U);
    EXPECT_EQ(days_between(office(), day("2026-04-01"), day("2026-04-01"))->size(), 1U);
    EXPECT_EQ(days_between(office(), day("2026-04-02"), day("2026-04-01")).error().code, "calendar/span");
    EXPECT_EQ(days_between(office(), day("2026-04-01"), day("2027-05-06")).error().code, "calendar/span");
    EXPECT_EQ(days_between(office(), day("1979-12-31"), day("1980-01-01")).error().code, "calendar/out_of_range");
}

TEST(CalendarStart, IsADayOrAMoment)
{
    EXPECT_EQ(to_text_jst(parse_start("2023-06-01T16:30").value()), "2023-06-01T16:30:00+09:00");
    EXPECT_EQ(to_text_jst(parse_start("2023-06-01").value()), "2023-06-01T00:00:00+09:00");
    EXPECT_EQ(parse_start("2023-02-30").error().code, "time/day");
    EXPECT_EQ(parse_start("2023-06-01 16:30").error().code, "time/instant");
}

}
}
