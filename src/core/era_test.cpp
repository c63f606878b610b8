#include "core/era.hpp"

#include <array>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

constexpr LocalDay today = make_day(2026, 5, 1);

TEST(WrittenDay, IsReadInEveryFormFilesUse)
{
    struct Case {
        const char* text;
        const char* day;
        bool past_era = false;
    };
    constexpr std::array cases{
        Case{"令和元年5月1日", "2019-05-01"},
        Case{"令和1年5月1日", "2019-05-01"},
        Case{"平成31年4月30日", "2019-04-30"},
        Case{"平成36年3月31日", "2024-03-31", true},
        Case{"昭和64年1月7日", "1989-01-07"},
        Case{"昭和64年1月8日", "1989-01-08", true},
        Case{"平成元年1月8日", "1989-01-08"},
        Case{"大正元年7月30日", "1912-07-30"},
        Case{"明治元年10月23日", "1868-10-23"},
        Case{"R8.11.20", "2026-11-20"},
        Case{"r8/11/20", "2026-11-20"},
        Case{"R08-11-20", "2026-11-20"},
        Case{"R6.4.1", "2024-04-01"},
        Case{"H31.4.30", "2019-04-30"},
        Case{"R元.5.1", "2019-05-01"},
        Case{"令和8年11月20日", "2026-11-20"},
        Case{"令和8年11月20日（金）", "2026-11-20"},
        Case{"令和 8年 11月 20日 (金曜日)", "2026-11-20"},
        Case{"令和８年１１月２０日", "2026-11-20"},
        Case{"Ｒ８．１１．２０", "2026-11-20"},
        Case{"㋿8年11月20日", "2026-11-20"},
        Case{"令和8/11/20", "2026-11-20"},
        Case{"令和6年（2024年）4月1日", "2024-04-01"},
        Case{"令和6（2024）年4月1日", "2024-04-01"},
        Case{"2024年（令和6年）4月1日", "2024-04-01"},
        Case{"2024（R6）年4月1日（月）", "2024-04-01"},
        Case{"5080401", "2026-04-01"},
        Case{"5010501", "2019-05-01"},
        Case{"4360331", "2024-03-31", true},
        Case{"2021/9/1", "2021-09-01"},
        Case{"2021-09-01", "2021-09-01"},
        Case{"2021.9.1", "2021-09-01"},
        Case{"2021年9月1日", "2021-09-01"},
        Case{"2016年08月16日", "2016-08-16"},
        Case{"20210901", "2021-09-01"},
        Case{"２０２１／９／１", "2021-09-01"},
        Case{"2021−9−1", "2021-09-01"},
        Case{"2021年9月1日水曜日", "2021-09-01"},
        Case{" 2021/09/01 0:00:00 ", "2021-09-01"},
        Case{"2021-09-01T00:00:00", "2021-09-01"},
        Case{"2024/2/29", "2024-02-29"},
        Case{"令和28年5月31日", "2046-05-31"},
    };
    for (const Case& c : cases) {
        const auto found = parse_written_day(c.text, today);
        ASSERT_TRUE(found) << c.text << ": " << found.error().text.en;
        EXPECT_EQ(to_text(found->day), c.day) << c.text;
        EXPECT_EQ(found->past_era, c.past_era) << c.text;
    }
}

TEST(WrittenDay, IsRefusedWhenItCannotBeMeant)
{
    struct Case {
        const char* text;
        const char* code;
    };
    constexpr std::array cases{
        Case{"2021/2/30", "day/no_such_day"},
        Case{"令和8年13月1日", "day/no_such_day"},
        Case{"令和7年2月29日", "day/no_such_day"},
        Case{"5080431", "day/no_such_day"},
        Case{"20210931", "day/no_such_day"},
        Case{"令和40年4月1日", "day/too_late"},
        Case{"令和28年6月1日", "day/too_late"},
        Case{"平成60年1月1日", "day/too_late"},
        Case{"2206/11/20", "day/too_late"},
        Case{"令和元年4月30日", "day/before_era"},
        Case{"平成元年1月7日", "day/before_era"},
        Case{"1868/10/22", "day/too_early"},
        Case{"令和6年（2023年）4月1日", "day/year_differs"},
        Case{"令和8年11月20日（木）", "day/weekday_differs"},
        Case{"令和0年1月1日", "day/unreadable"},
        Case{"5000101", "day/unreadable"},
        Case{"9080401", "day/unreadable"},
        Case{"6.4.1", "day/unreadable"},
        Case{"11/20", "day/unreadable"},
        Case{"2021/9-1", "day/unreadable"},
        Case{"2021年9月1", "day/unreadable"},
        Case{"2021/9/1/", "day/unreadable"},
        Case{"2021/9/1（", "day/unreadable"},
        Case{"2021/9/1（吉日）", "day/unreadable"},
        Case{"未定", "day/unreadable"},
        Case{"", "day/unreadable"},
        Case{"99999999999999999999", "day/unreadable"},
        Case{"X8.1.1", "day/unreadable"},
    };
    for (const Case& c : cases) {
        const auto found = parse_written_day(c.text, today);
        ASSERT_FALSE(found) << c.text << " was read as " << to_text(found->day);
        EXPECT_EQ(found.error().code, c.code) << c.text;
    }
    EXPECT_EQ(parse_written_day("令和元年4月30日", today).error().text.ja,
        "令和は2019年5月1日（水）からです。2019年4月30日（火）は平成31年4月30日です。");
    EXPECT_EQ(parse_written_day("令和40年4月1日", today).error().text,
        (Text{"2058年4月1日（月）は20年より先です。年を確かめてください。",
            "Mon 2058-04-01 is more than 20 years ahead: check the year"}));
    EXPECT_EQ(parse_written_day("2021/2/30", today).error().text,
        (Text{"「2021/2/30」は暦にない日です（2021年2月30日）。正しい日付を入力してください。",
            "\"2021/2/30\" does not exist (2021-02-30): enter a day of the calendar"}));
    EXPECT_EQ(parse_written_day(std::string(101, '1'), today).error().code, "day/unreadable");
}

TEST(PrintDay, InEveryStyle)
{
    const LocalDay day = make_day(2026, 11, 20);
    EXPECT_EQ(print_day(day, DayStyle::iso), "2026-11-20");
    EXPECT_EQ(print_day(day, DayStyle::slash), "2026/11/20");
    EXPECT_EQ(print_day(day, DayStyle::western), "2026年11月20日");
    EXPECT_EQ(print_day(day, DayStyle::wareki), "令和8年11月20日");
    EXPECT_EQ(print_day(day, DayStyle::wareki_weekday), "令和8年11月20日（金）");
    EXPECT_EQ(print_day(day, DayStyle::wareki_short), "R8.11.20");
    EXPECT_EQ(print_day(make_day(2019, 5, 1), DayStyle::wareki), "令和元年5月1日");
    EXPECT_EQ(print_day(make_day(2019, 4, 30), DayStyle::wareki), "平成31年4月30日");
    EXPECT_EQ(print_day(make_day(1989, 1, 8), DayStyle::wareki_short), "H1.1.8");
    EXPECT_EQ(print_day(make_day(1868, 10, 22), DayStyle::wareki), "1868年10月22日");
    EXPECT_EQ(fiscal_year_text(2026), "令和8年度");
    EXPECT_EQ(fiscal_year_text(2019), "平成31年度");
}

TEST(PrintDay, IsReadBack)
{
    for (LocalDay day = make_day(1868, 10, 23); day <= make_day(2046, 5, 31); day += std::chrono::days{37}) {
        for (const auto& [style, name] : names_of(static_cast<const DayStyle*>(nullptr))) {
            const std::string text = print_day(day, style);
            const auto found = parse_written_day(text, today);
            ASSERT_TRUE(found) << name << " " << text;
            EXPECT_EQ(*found, (WrittenDay{day, false})) << text;
        }
    }
}

TEST(EraTable, TakesANewEraAsOneMoreLine)
{
    const auto eras =
        EraTable::parse_csv("name,letter,code,first_day\n令和,R,5,2019-05-01\n新元,N,6,2040-01-01\n").value();
    EXPECT_EQ(print_day(make_day(2040, 1, 1), DayStyle::wareki, eras), "新元元年1月1日");
    EXPECT_EQ(to_text(parse_written_day("6010201", today, eras)->day), "2040-02-01");
    EXPECT_TRUE(parse_written_day("令和22年1月1日", today, eras)->past_era);
}

TEST(EraTable, RefusesWrongLines)
{
    constexpr std::array cases{
        "name\n",
        "name\n令和,R,5\n",
        "name\n令和,r,5,2019-05-01\n",
        "name\n令和,R,x,2019-05-01\n",
        "name\n令和,R,5,2019-05-01\n平成,H,4,1989-01-08\n",
        "name\n令和,R,5,2019-05-01\n令和,S,6,2040-01-01\n",
    };
    for (const char* text : cases)
        EXPECT_EQ(EraTable::parse_csv(text).error().code, "era/table") << text;
}

}
}
