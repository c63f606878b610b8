#include "app/command_line.hpp"

#include "app/folder.hpp"

#include "app/commands/approvals.hpp"
#include "app/commands/audit.hpp"
#include "app/commands/backup.hpp"
#include "app/commands/calendar.hpp"
#include "app/commands/check.hpp"
#include "app/commands/contract.hpp"
#include "app/commands/gates.hpp"
#include "app/commands/list.hpp"
#include "app/commands/openapi.hpp"
#include "app/commands/questions.hpp"
#include "app/commands/search.hpp"
#include "app/commands/serve.hpp"
#include "app/commands/user.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>

namespace hoshuban {
namespace {

const SystemClock system_clock;

std::filesystem::path program_folder()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path{} : program.parent_path();
}

// A checkout has the profiles beside the sources, an installation under share.
std::filesystem::path default_contracts()
{
    for (const auto& folder : {std::filesystem::path{"contracts"}, program_folder() / "../../contracts",
             program_folder() / "../share/hoshuban/contracts"}) {
        std::error_code error;
        if (std::filesystem::is_directory(folder, error))
            return folder.lexically_normal();
    }
    return {};
}

void add_common_options(CLI::App& app, CommandLine& line)
{
    app.fallthrough();
    app.add_option("--data", line.options.data, "データの置き場所 / folder of the embedded database")
        ->envname("HOSHUBAN_DATA")
        ->capture_default_str();
    app.add_option("--database", line.options.database_url,
           "PostgreSQLのURL（省くとデータの置き場所のSQLite） / PostgreSQL URL")
        ->envname("HOSHUBAN_DATABASE");
    app.add_option("--contracts", line.contracts, "契約プロファイルの置き場所 / folder of contract profiles")
        ->envname("HOSHUBAN_CONTRACTS")
        ->capture_default_str();
    app.set_version_flag("--version", std::string{HOSHUBAN_VERSION}, "版を表示する / show the version");
}

void add_commands(CLI::App& app, CommandLine& line)
{
    add_serve_command(app, line);
    add_contract_commands(
        app, [&line] { return line.open(); }, line.exit_code);
    add_calendar_commands(app, line);
    add_list_commands(app, line);
    add_search_commands(app, line);
    add_question_commands(app, line);
    add_approval_commands(app, line);
    add_gates_command(app, line);
    add_check_commands(app, line);
    add_audit_commands(app, line);
    add_user_commands(app, line);
    add_backup_commands(
        app, [&line] { return line.open_database(); }, system_clock, line.exit_code);
    add_openapi_command(app, line);
}

}

void declare_commands(CLI::App& app, CommandLine& line)
{
    // Commands take over the texts that stand here when they are added.
    app.set_help_flag("-h,--help", "使い方を表示する / show how it is used");
    app.get_formatter()->label("Usage", "使い方 / Usage");
    add_common_options(app, line);
    app.require_subcommand(1);
    add_commands(app, line);
}

std::unique_ptr<db::Database> CommandLine::open_database() const
{
    if (options.database_url.empty()) {
        if (const auto ready = make_folder(options.data); !ready)
            throw db::Unavailable{ready.error(), "data folder"};
    }
    return db::open({.url = database_url(options)});
}

Result<std::unique_ptr<Program>> CommandLine::open_existing() const
{
    const auto file = options.data / "hoshuban.db";
    if (options.database_url.empty() && !std::filesystem::exists(file)) {
        return fail(ErrorKind::not_found, "app/no_database",
            {fmt::format("データベース「{}」がありません。--data で置き場所を指定してください。", file.string()),
                fmt::format("there is no database \"{}\": say where it is with --data", file.string())});
    }
    return open();
}

Result<std::unique_ptr<Program>> CommandLine::open() const
{
    return Program::create(options, system_clock);
}

void show(CommandLine& line, const Error& error)
{
    std::cerr << fmt::format("× {}\n  {}\n", error.text.ja, error.text.en);
    for (const FieldError& field : error.fields)
        std::cerr << fmt::format("  {}: {} / {}\n", field.path, field.text.ja, field.text.en);
    line.exit_code = 1;
}

int run_command_line(int argc, char** argv)
{
    CLI::App app{"保守番 Hoshuban — 運用サポート契約を市と受託者がともに動かす / runs an operations-support contract "
                 "for both parties"};
    CommandLine line;
    line.contracts = default_contracts();
    declare_commands(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const db::Failure& failure) {
        show(line, failure.error());
    }
    return line.exit_code;
}

}
