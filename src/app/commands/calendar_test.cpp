#include "app/command_line.hpp"
#include "app/commands/calendar.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

struct Output {
    int exit_code;
    std::string text;
    std::string problems;
};

Output run(const std::string& arguments)
{
    CLI::App app;
    CommandLine line;
    line.options.data = std::filesystem::temp_directory_path() / "hoshuban-no-database";
    line.contracts = std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "contracts";
    add_calendar_commands(app, line);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError&) {
        line.exit_code = 2;
    }
    std::cout.flush();
    std::fflush(stdout);
    return {line.exit_code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

const std::string due = "calendar due --contract sapporo-r5-core-terminals ";

TEST(CalendarCommand, CountsFromAProfileWithoutADatabase)
{
    const Output answer = run(due + "--from 2023-06-01T16:30 --service-minutes 60 --json");
    EXPECT_EQ(answer.exit_code, 0) << answer.problems;
    EXPECT_TRUE(answer.text.starts_with(
        R"({"due":"2023-06-02T09:00:00+09:00","forecast":false,"explanation":[{"kind":"start","from":"2023-06-01T16:30:00+09:00",)"))
        << answer.text;
    EXPECT_TRUE(answer.text.ends_with("}]}\n"));
}

TEST(CalendarCommand, KnowsEveryRule)
{
    struct Case {
        const char* arguments;
        const char* answer;
    };
    constexpr std::array cases{
        Case{"--from 2023-04-03 --open-days -1", "期限は2023年3月31日（金）です。\n    Due Fri 2023-03-31.\n"},
        Case{"--from 2024-04-01 --nth-open-day 5 --months-later 1",
            "期限は2024年5月9日（木）です。\n    Due Thu 2024-05-09.\n"},
        Case{"--from 2024-03-10 --end-of-month --roll next --roll-except period_end",
            "期限は2024年3月31日（日）です。\n    Due Sun 2024-03-31.\n"},
    };
    for (const Case& c : cases) {
        const Output answer = run(due + c.arguments);
        EXPECT_EQ(answer.text, c.answer) << c.arguments << answer.problems;
    }
}

TEST(CalendarCommand, ExplainsLineByLine)
{
    EXPECT_EQ(run("calendar explain --contract sapporo-r5-core-terminals --from 2021-12-27 --open-days 2").text,
        "2021年12月27日（月）の翌日から開庁日を2日数えます（初日不算入）。\n"
        "    2 open days are counted from the day after Mon 2021-12-27 (the first day is not counted).\n"
        "1日目: 2021年12月28日（火）\n    day 1: Tue 2021-12-28\n"
        "数えません: 2021年12月29日（水）〜2022年1月3日（月）年末年始の休日\n"
        "    not counted: Wed 2021-12-29 to Mon 2022-01-03 (Year-end and New Year closure)\n"
        "2日目: 2022年1月4日（火）\n    day 2: Tue 2022-01-04\n"
        "期限は2022年1月4日（火）です。\n    Due Tue 2022-01-04.\n");
}

TEST(CalendarCommand, ListsDays)
{
    const std::string days = "calendar days --contract sapporo-r5-core-terminals --from 2023-06-02 --to 2023-06-03";
    EXPECT_EQ(run(days).text,
        "2023年6月2日（金）  開庁 / open 08:45–17:15\n2023年6月3日（土）  閉庁 / closed  土曜日 / Saturday\n");
    EXPECT_EQ(run(days + " --json").text,
        R"({"days":[{"day":"2023-06-02","weekday":5,"open":true,"windows":[{"opens":"08:45","closes":"17:15"}],"reasons":[],)"
        R"("kind":"open","holiday_name":"","forecast":false},)"
        R"({"day":"2023-06-03","weekday":6,"open":false,"windows":[],"reasons":[{"ja":"土曜日","en":"Saturday"}],)"
        R"("kind":"weekly","holiday_name":"","forecast":false}]})"
        "\n");
}

TEST(CalendarCommand, SaysWhenItIsCalledWrongly)
{
    constexpr std::array cases{
        "calendar due --contract nowhere --from 2023-06-01 --end-of-month",
        "calendar due --contract sapporo-r5-core-terminals --from 2023-06-31 --end-of-month",
        "calendar due --contract sapporo-r5-core-terminals --from 2023-06-01",
        "calendar due --contract sapporo-r5-core-terminals --from 2023-06-01 --end-of-month --open-days 2",
        "calendar due --contract sapporo-r5-core-terminals --from 2023-06-01 --end-of-month --roll up",
        "calendar due --contract sapporo-r5-core-terminals --from 2023-06-01 --end-of-month --roll-except monday",
        "calendar due --contract sapporo-r5-core-terminals --from 2023-06-01 --open-days 2 --work-class none",
        "calendar days --contract sapporo-r5-core-terminals --from 2023-06-02 --to 2023-06-01",
        "calendar",
    };
    for (const char* arguments : cases) {
        const Output answer = run(arguments);
        EXPECT_EQ(answer.exit_code, 2) << arguments;
        EXPECT_EQ(answer.text, "") << arguments;
    }
}

}
}
