#include "app/commands/backup.hpp"

#include "app/commands/progress.hpp"
#include "app/folder.hpp"
#include "features/audit/audit_store.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/backup.hpp"
#include "platform/db/migrations.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace hoshuban {
namespace {

using Open = std::function<std::unique_ptr<db::Database>()>;

struct TableLine {
    std::string name;
    std::int64_t rows = 0;
};

auto describe(const TableLine*)
{
    return json::object<TableLine>(
        "BackupTable", json::field("name", &TableLine::name), json::field("rows", &TableLine::rows));
}

struct ReportView {
    std::string file;
    int schema_version = 0;
    std::string created_at;
    std::int64_t rows = 0;
    std::string sha256;
    std::vector<TableLine> tables;
};

auto describe(const ReportView*)
{
    return json::object<ReportView>("Backup", json::field("file", &ReportView::file),
        json::field("schema_version", &ReportView::schema_version), json::field("created_at", &ReportView::created_at),
        json::field("rows", &ReportView::rows), json::field("sha256", &ReportView::sha256),
        json::field("tables", &ReportView::tables));
}

struct ProblemView {
    std::string code;
    Text text;
};

auto describe(const ProblemView*)
{
    return json::object<ProblemView>(
        "BackupProblem", json::field("code", &ProblemView::code), json::field("text", &ProblemView::text));
}

int print_problem(const Error& error, bool as_json)
{
    if (as_json)
        fmt::print("{}\n", json::print(ProblemView{error.code, error.text}));
    else
        fmt::print(stderr, "{}\n{}\n", error.text.ja, error.text.en);
    const bool called_wrongly = error.kind == ErrorKind::not_found || error.kind == ErrorKind::conflict;
    return called_wrongly ? 2 : 1;
}

int print_report(const db::BackupReport& report, const std::string& file, const Text& done, bool as_json)
{
    if (!as_json) {
        fmt::print("{}: {}\n{}: {}\n", file, done.ja, file, done.en);
        fmt::print("  {} 行 / rows, {} 表 / tables, schema {}, {}\n  SHA-256 {}\n", report.rows, report.tables.size(),
            report.schema_version, report.created_at, report.sha256);
        return 0;
    }
    ReportView view{file, report.schema_version, report.created_at, report.rows, report.sha256, {}};
    for (const auto& table : report.tables)
        view.tables.push_back({table.name, table.rows});
    fmt::print("{}\n", json::print(view));
    return 0;
}

void record(db::Database& database, Instant now, std::string_view kind, const db::BackupReport& report)
{
    Actor actor;
    actor.person = PersonId{"command"};
    actor.name = "command line";
    actor.administrator = true;
    actor.origin = Origin::command;
    const auto event =
        audit::entry(audit::Cause{actor, now}, audit::system_chain, kind, audit::Subject{"backup", report.sha256});
    database.write([&](db::Tx& tx) { audit::record(tx, event); });
}

int back_up(const std::string& file, bool as_json, const Open& open, Instant now)
{
    if (const auto ready = make_folder_of(file); !ready)
        return print_problem(ready.error(), as_json);
    const auto database = open();
    if (const auto known = db::check_schema(*database); !known)
        return print_problem(known.error(), as_json);
    const auto report = [&] {
        const Progress progress{{"バックアップを書いています", "writing the backup"}, file + ".partial"};
        return db::write_backup(*database, file, now);
    }();
    if (!report)
        return print_problem(report.error(), as_json);
    // An older version's database can be saved before it is migrated, but its events are that version's to write.
    if (report->schema_version == db::embedded_migrations().back().number)
        record(*database, now, "backup.made", *report);
    return print_report(*report, file, {"バックアップを作成しました", "backup made"}, as_json);
}

int verify(const std::string& file, bool as_json)
{
    const auto report = [&] {
        const Progress progress{{"バックアップを確かめています", "checking the backup"}};
        return db::verify_backup(file);
    }();
    if (!report)
        return print_problem(report.error(), as_json);
    return print_report(*report, file, {"バックアップは完全です", "the backup is complete"}, as_json);
}

Result<db::BackupReport> restore_and_migrate(const std::string& file, db::Database& database, Instant now)
{
    TRY_ASSIGN(const auto report, db::restore_backup(file, database, now));
    TRY(db::migrate(database, {.now = now}));
    record(database, now, "backup.restored", report);
    return report;
}

int restore(const std::string& file, bool as_json, const Open& open, Instant now)
{
    const auto database = open();
    const auto report = [&] {
        const Progress progress{{"復元しています", "restoring"}};
        return restore_and_migrate(file, *database, now);
    }();
    if (!report)
        return print_problem(report.error(), as_json);
    return print_report(*report, file, {"復元しました", "restored"}, as_json);
}

}

void add_backup_commands(CLI::App& app, Open open, const Clock& clock, int& exit_code)
{
    struct Options {
        std::string file;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    const auto add = [&](const std::string& name, const char* what, const char* file, std::function<int()> run) {
        CLI::App* command = app.add_subcommand(name, what);
        command->add_option("file", options->file, file)->required();
        command->add_flag("--json", options->json, "結果をJSONで書く / print JSON");
        command->footer(fmt::format("例 / Example:\n  hoshuban {} /var/backups/hoshuban/today.backup", name));
        command->callback([run = std::move(run), &exit_code] { exit_code = run(); });
    };
    add("backup",
        "すべてを一つの新しいファイルに書く（動作中でもよい） / write everything into one new file, even while running",
        "書く先のファイル / file to write",
        [options, open, &clock] { return back_up(options->file, options->json, open, clock.now()); });
    add("verify-backup", "バックアップを最後の1バイトまで確かめる / check a backup file to its last byte",
        "読むファイル / file to read", [options] { return verify(options->file, options->json); });
    add("restore", "空のデータベースにバックアップを戻す / fill an empty database from a backup file",
        "読むファイル / file to read",
        [options, open, &clock] { return restore(options->file, options->json, open, clock.now()); });
}

}
