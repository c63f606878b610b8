#include "app/commands/holidays.hpp"

#include "app/command_line.hpp"
#include "features/audit/audit.hpp"
#include "features/calendar/calendar_store.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <memory>

namespace hoshuban {
namespace {

struct Arguments {
    std::string file;
    bool save = false;
    bool json = false;
};

struct ChangeLine {
    LocalDay day;
    std::string before;
    std::string after;
};

auto describe(const ChangeLine*)
{
    return json::object<ChangeLine>("HolidayChange", json::field("day", &ChangeLine::day),
        json::field("before", &ChangeLine::before), json::field("after", &ChangeLine::after));
}

struct HolidayReport {
    LocalDay published_until;
    std::vector<ChangeLine> changes;
    bool saved;
};

auto describe(const HolidayReport*)
{
    using R = HolidayReport;
    return json::object<R>("HolidayReport", json::field("published_until", &R::published_until),
        json::field("changes", &R::changes), json::field("saved", &R::saved));
}

Result<std::string> read_holidays(const std::string& path)
{
    constexpr std::size_t most = 1'000'001;
    std::ifstream file{path, std::ios::binary};
    std::string bytes(most, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(most));
    if (file.bad() || !file.is_open()) {
        return fail(ErrorKind::not_found, "app/file",
            {fmt::format("ファイル「{}」を読めません。", path), fmt::format("cannot read the file \"{}\"", path)});
    }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

audit::Entry import_event(const Program& program, int version)
{
    Actor actor;
    actor.person = {"command"};
    actor.name = "command line";
    actor.administrator = true;
    actor.origin = Origin::command;
    return audit::entry(audit::Cause{actor, program.clock().now()}, audit::system_chain, "calendar.holidays_imported",
        {"holiday_list", std::to_string(version)});
}

Result<HolidayReport> compare(CommandLine& line, const Arguments& arguments)
{
    TRY_ASSIGN(const std::string csv, read_holidays(arguments.file));
    TRY_ASSIGN(const HolidayTable table, HolidayTable::parse_csv(csv));
    TRY_ASSIGN(const auto program, line.open());
    db::Database& database = program->database();
    const auto current = database.read([](db::Reader& reader) { return calendar::holidays(reader); });
    HolidayReport report{table.published_until(), {}, false};
    for (HolidayDifference& change : difference(*current.table, table))
        report.changes.push_back({change.day, std::move(change.before), std::move(change.after)});
    if (!arguments.save)
        return report;
    const audit::Entry event = import_event(*program, current.version + 1);
    TRY(database.write([&](db::Tx& tx) { return calendar::import_holidays(tx, csv, current.version, event); }));
    report.saved = true;
    return report;
}

void print(const HolidayReport& report)
{
    for (const ChangeLine& change : report.changes) {
        fmt::print("{}  {} → {}\n", day_text(change.day).ja, change.before.empty() ? "―" : change.before,
            change.after.empty() ? "―" : change.after);
    }
    fmt::print("違い{}日、公表は{}まで / {} days differ, published until {}\n", report.changes.size(),
        day_text(report.published_until).ja, report.changes.size(), day_text(report.published_until).en);
    fmt::print("{}\n",
        report.saved ? "取り込みました / saved"
                     : "まだ取り込んでいません。--save で取り込みます / not saved; --save saves");
}

void run(CommandLine& line, const Arguments& arguments)
{
    const auto report = compare(line, arguments);
    if (!report)
        show(line, report.error());
    else if (arguments.json)
        fmt::print("{}\n", json::print(*report));
    else
        print(*report);
}

}

void add_holiday_command(CLI::App& group, CommandLine& line)
{
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        group.add_subcommand("holidays", "祝日のCSVとの違いを見て、取り込む / compare and import holidays");
    command->add_option("file", arguments->file, "内閣府の syukujitsu.csv / the Cabinet Office's file")->required();
    command->add_flag("--save", arguments->save, "取り込む / put the list in force");
    command->add_flag("--json", arguments->json, "JSONで出す / print JSON");
    command->footer("例 / Example:\n  hoshuban calendar holidays syukujitsu.csv --save");
    command->callback([arguments, &line] { run(line, *arguments); });
}

}
