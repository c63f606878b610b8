#include "app/commands/calendar.hpp"

#include "app/command_line.hpp"
#include "app/commands/holidays.hpp"
#include "app/commands/profile_folder.hpp"
#include "features/calendar/calendar_api.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <fmt/format.h>

namespace hoshuban {
namespace {

constexpr int called_wrongly = 2;

struct DueArguments {
    std::string contract;
    std::string work_class;
    std::string from;
    std::optional<int> service_minutes;
    std::optional<int> open_days;
    std::optional<int> calendar_days;
    std::optional<int> nth_open_day;
    bool end_of_month = false;
    int months_later = 0;
    std::string roll = "none";
    std::vector<std::string> roll_except;
    bool json = false;
};

struct DayArguments {
    std::string contract;
    std::string work_class;
    std::string from;
    std::string to;
    bool json = false;
};

struct DueReport {
    std::string due;
    bool forecast;
    std::vector<calendar::StepView> explanation;
};

auto describe(const DueReport*)
{
    return json::object<DueReport>("CalendarDue", json::field("due", &DueReport::due),
        json::field("forecast", &DueReport::forecast), json::field("explanation", &DueReport::explanation));
}

struct DayReport {
    std::vector<calendar::DayView> days;
};

auto describe(const DayReport*)
{
    return json::object<DayReport>("CalendarDays", json::field("days", &DayReport::days));
}

/// A calendar of a contract, and the contract's period.
struct Agreed {
    std::shared_ptr<const WorkingCalendar> calendar;
    DayRange period;
};

bool has_database(const ProgramOptions& options)
{
    return !options.database_url.empty() || std::filesystem::exists(options.data / "hoshuban.db");
}

Result<Agreed> agreed_in_folder(const CommandLine& line, const std::string& contract, const std::string& work_class)
{
    const auto folder = line.contracts / contract;
    if (!std::filesystem::is_directory(folder)) {
        return fail(ErrorKind::not_found, "contract/not_found",
            {fmt::format("契約「{}」はデータベースにも {} にもありません。", contract, line.contracts.string()),
                fmt::format(
                    "there is no contract \"{}\" in the database or in {}", contract, line.contracts.string())});
    }
    TRY_ASSIGN(const auto files, read_profile_folder(folder));
    TRY_ASSIGN(const auto profile, contract::read_profile(files));
    TRY_ASSIGN(CalendarTerms terms, contract::calendar_terms(profile, work_class));
    TRY_ASSIGN(WorkingCalendar calendar, WorkingCalendar::create(std::move(terms), HolidayTable::official()));
    return Agreed{std::make_shared<const WorkingCalendar>(std::move(calendar)), profile.period};
}

Result<Agreed> agreed_in(const CommandLine& line, const std::string& contract, const std::string& work_class)
{
    if (!has_database(line.options))
        return agreed_in_folder(line, contract, work_class);
    TRY_ASSIGN(const auto program, line.open());
    const auto profile = contract::profile(program->database(), program->profiles(), {contract});
    if (!profile && profile.error().kind == ErrorKind::not_found)
        return agreed_in_folder(line, contract, work_class);
    TRY(profile);
    TRY_ASSIGN(auto calendar, calendar::working_calendar(program->database(), **profile, work_class));
    return Agreed{std::move(calendar), (*profile)->period};
}

Result<DueRule> rule_of(const DueArguments& arguments)
{
    DueRule rule{.kind = DueKind::end_of_month, .months_later = arguments.months_later};
    const std::array<std::pair<DueKind, std::optional<int>>, 4> amounts{{
        {DueKind::service_minutes, arguments.service_minutes},
        {DueKind::open_days, arguments.open_days},
        {DueKind::calendar_days, arguments.calendar_days},
        {DueKind::nth_open_day, arguments.nth_open_day},
    }};
    for (const auto& [kind, amount] : amounts) {
        if (amount) {
            rule.kind = kind;
            rule.amount = *amount;
        }
    }
    rule.roll = named<Roll>(arguments.roll).value();
    for (const std::string& text : arguments.roll_except) {
        TRY_ASSIGN(const RollException exception, parse_roll_exception(text));
        rule.roll_exceptions.push_back(exception);
    }
    return rule;
}

Result<Due> count_due(const CommandLine& line, const DueArguments& arguments)
{
    TRY_ASSIGN(const Instant start, calendar::parse_start(arguments.from));
    TRY_ASSIGN(const DueRule rule, rule_of(arguments));
    TRY_ASSIGN(const Agreed agreed, agreed_in(line, arguments.contract, arguments.work_class));
    return due_moment(rule, start, *agreed.calendar, agreed.period);
}

enum class Detail { answer, every_step };

void print_due(CommandLine& line, const DueArguments& arguments, Detail detail)
{
    const auto answer = count_due(line, arguments);
    if (!answer) {
        show(line, answer.error());
        line.exit_code = called_wrongly;
        return;
    }
    if (arguments.json) {
        const calendar::DueView view = calendar::view_of(*answer);
        fmt::print("{}\n", json::print(DueReport{view.due, view.forecast, view.explanation}));
        return;
    }
    for (const Step& step : answer->explanation) {
        if (detail == Detail::every_step || step.kind == StepKind::forecast || step.kind == StepKind::result)
            fmt::print("{}\n    {}\n", step.text.ja, step.text.en);
    }
}

Result<std::vector<DayStatus>> list_days(const CommandLine& line, const DayArguments& arguments)
{
    TRY_ASSIGN(const LocalDay first, parse_day(arguments.from));
    TRY_ASSIGN(const LocalDay last, parse_day(arguments.to));
    TRY_ASSIGN(const Agreed agreed, agreed_in(line, arguments.contract, arguments.work_class));
    return calendar::days_between(*agreed.calendar, first, last);
}

std::string line_of(const calendar::DayView& day)
{
    Text reasons;
    for (const Text& reason : day.reasons) {
        reasons.ja += (reasons.ja.empty() ? "" : "、") + reason.ja;
        reasons.en += (reasons.en.empty() ? "" : ", ") + reason.en;
    }
    std::string hours;
    for (const calendar::WindowView& window : day.windows)
        hours += fmt::format(" {}–{}", window.opens, window.closes);
    return fmt::format("{}  {}{}{}{}", day_text(day.day).ja, day.open ? "開庁 / open" : "閉庁 / closed", hours,
        reasons.ja.empty() ? "" : fmt::format("  {} / {}", reasons.ja, reasons.en),
        day.forecast ? "  （予測 / forecast）" : "");
}

void print_days(CommandLine& line, const DayArguments& arguments)
{
    const auto days = list_days(line, arguments);
    if (!days) {
        show(line, days.error());
        line.exit_code = called_wrongly;
        return;
    }
    DayReport report;
    for (const DayStatus& day : *days)
        report.days.push_back(calendar::view_of(day));
    if (arguments.json) {
        fmt::print("{}\n", json::print(report));
        return;
    }
    for (const calendar::DayView& day : report.days)
        fmt::print("{}\n", line_of(day));
}

void add_due_command(CLI::App& group, CommandLine& line, const char* name, const char* text, Detail detail)
{
    const auto arguments = std::make_shared<DueArguments>();
    CLI::App* command = group.add_subcommand(name, text);
    command->add_option("--contract", arguments->contract, "契約 / contract id")->required();
    command->add_option("--work-class", arguments->work_class, "作業区分（省くと通常） / work class");
    command->add_option("--from", arguments->from, "起点 2023-06-01T16:30 または 2023-06-01 / start")->required();
    CLI::Option_group* rule = command->add_option_group("rule", "数え方を一つ / one of");
    rule->add_option("--service-minutes", arguments->service_minutes, "受付・対応時間で何分後 / minutes of service");
    rule->add_option("--open-days", arguments->open_days, "何開庁日後（負は前） / open days");
    rule->add_option("--calendar-days", arguments->calendar_days, "何日後（負は前） / calendar days");
    rule->add_option(
        "--nth-open-day", arguments->nth_open_day, "月の第何開庁日（負は月末から） / n-th open day of the month");
    rule->add_flag("--end-of-month", arguments->end_of_month, "月の末日 / end of the month");
    rule->require_option(1);
    command->add_option("--months-later", arguments->months_later, "何か月後の月か / months later");
    command->add_option("--roll", arguments->roll, "閉庁日なら動かす先 / where to move a closed day")
        ->check(CLI::IsMember({"none", "next", "previous"}))
        ->capture_default_str();
    command->add_option(
        "--roll-except", arguments->roll_except, "動かさない日 03-31、period_end / days that do not move");
    command->add_flag("--json", arguments->json, "JSONで出す / print JSON");
    command->footer(fmt::format(
        "例 / Example:\n  hoshuban calendar {} --contract example --from 2026-06-01T16:30 --open-days 3", name));
    command->callback([arguments, detail, &line] { print_due(line, *arguments, detail); });
}

void add_days_command(CLI::App& group, CommandLine& line)
{
    const auto arguments = std::make_shared<DayArguments>();
    CLI::App* command =
        group.add_subcommand("days", "日ごとの開庁・閉庁とその理由 / each day, open or why it is closed");
    command->add_option("--contract", arguments->contract, "契約 / contract id")->required();
    command->add_option("--work-class", arguments->work_class, "作業区分（省くと通常） / work class");
    command->add_option("--from", arguments->from, "最初の日 2026-04-01 / first day")->required();
    command->add_option("--to", arguments->to, "最後の日 / last day")->required();
    command->add_flag("--json", arguments->json, "JSONで出す / print JSON");
    command->footer("例 / Example:\n  hoshuban calendar days --contract example --from 2026-04-01 --to 2026-04-30");
    command->callback([arguments, &line] { print_days(line, *arguments); });
}

}

void add_calendar_commands(CLI::App& app, CommandLine& line)
{
    CLI::App* group = app.add_subcommand("calendar", "開庁日と期限 / open days and due dates");
    group->require_subcommand(1);
    add_due_command(*group, line, "due", "期限を数える / count a due date", Detail::answer);
    add_due_command(*group, line, "explain", "期限の数え方を一行ずつ / a due date line by line", Detail::every_step);
    add_days_command(*group, line);
    add_holiday_command(*group, line);
}

}
