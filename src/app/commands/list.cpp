#include "app/commands/list.hpp"

#include "app/command_line.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/gate/facts_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/import_store.hpp"
#include "features/work_request/import_view_api.hpp"
#include "features/work_request/list_export_store.hpp"
#include "features/work_request/request_form_doc.hpp"
#include "features/work_request/sheet_import_doc.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

namespace hoshuban {
namespace {

using work_request::ImportPlan;
using work_request::Outcome;

// A file larger than the screen accepts is not read here either.
constexpr std::size_t most_list_bytes = std::size_t{20} << 20;

struct ImportOptions {
    std::string contract;
    std::string file;
    std::string side = "city";
    std::string reason;
    bool dry_run = false;
    bool skip_refused = false;
    bool json = false;
};

struct ExportOptions {
    std::string contract;
    std::string layout = "specimen";
    std::string format;
    std::string output;
    bool json = false;
};

struct FormOptions {
    std::string contract;
    std::string number;
    std::string output;
    bool json = false;
};

Result<std::string> read_list(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) {
        return fail(ErrorKind::not_found, "file/unreadable",
            {fmt::format("「{}」を開けません: {}", path, error.message()),
                fmt::format("cannot open \"{}\": {}", path, error.message())});
    }
    if (size > most_list_bytes) {
        return fail(ErrorKind::too_large, "file/too_large",
            {fmt::format("「{}」は大きすぎます（{}MBまで）。", path, most_list_bytes >> 20),
                fmt::format("\"{}\" is too large: at most {} MB", path, most_list_bytes >> 20)});
    }
    std::ifstream stream{path, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{stream}, {}};
}

// Who may run commands on the server's data is decided by the operating system; the side is said on the command line.
Actor importing_command(const contract::Profile& profile, const std::string& side)
{
    const Role role = side == "city" ? Role::city_section : Role::responsible;
    return Actor{{"command"}, "hoshuban import", false, {{profile.id, role, profile.period.first, std::nullopt}},
        Origin::command};
}

// An export takes nobody's side.
Actor exporting_command()
{
    return Actor{{"command"}, "hoshuban export", false, {}, Origin::command};
}

void print_for_people(const work_request::ImportView& view)
{
    std::cout << fmt::format(
        "新規 {} 件、変更 {} 件、変更なし {} 件、取込不可 {} 件 / new {}, changed {}, unchanged {}, refused {}\n",
        view.counts.created, view.counts.changed, view.counts.unchanged, view.counts.refused, view.counts.created,
        view.counts.changed, view.counts.unchanged, view.counts.refused);
    for (const auto& row : view.rows) {
        if (row.outcome == Outcome::changed) {
            for (const auto& cell : row.cells)
                std::cout << fmt::format(
                    "  {} {} {}: {} → {}\n", cell.cell, row.number, cell.label.ja, cell.before, cell.after);
        }
        for (const auto& problem : row.problems)
            std::cout << fmt::format("  × {} / {}\n", problem.text.ja, problem.text.en);
        for (const auto& notice : row.notices)
            std::cout << fmt::format("  ! {} / {}\n", notice.text.ja, notice.text.en);
    }
    if (view.saved && view.counts.refused > 0)
        std::cout << fmt::format("取込不可の {} 行を除きました / {} refused {} left out\n", view.counts.refused,
            view.counts.refused, view.counts.refused == 1 ? "row" : "rows");
    const bool differs = view.counts.created + view.counts.changed > 0;
    std::cout << (!differs ? "変更はありません / nothing to save\n"
            : view.saved   ? "登録しました / saved\n"
                           : "登録していません / nothing saved\n");
}

Result<void> save(Program& program, const contract::Profile& profile, const ImportPlan& plan, const Actor& actor,
    const std::string& reason)
{
    const audit::Cause cause{actor, program.clock().now()};
    const auto entry = [&](const work_request::WorkRequest* before, const work_request::WorkRequest& after) {
        return work_request::import_entry(cause, reason, before, after);
    };
    return program.database().write([&](db::Tx& tx) -> Result<void> {
        TRY(work_request::save_plan(tx, profile, plan, program.clock(), entry));
        return {};
    });
}

Result<void> import_list(CommandLine& line, const ImportOptions& options)
{
    TRY_ASSIGN(const auto bytes, read_list(options.file));
    TRY_ASSIGN(const auto program, line.open_existing());
    TRY_ASSIGN(
        const auto profile, contract::profile(program->database(), program->profiles(), ContractId{options.contract}));
    const LocalDay today = day_of(program->clock().now());
    TRY_ASSIGN(const auto sheet, work_request::read_sheet(bytes, work_request::sheet_vocabulary(profile->list), today));
    const Actor actor = importing_command(*profile, options.side);
    const ImportPlan plan = program->database().read([&](db::Reader& reader) {
        return work_request::plan_file(reader, {*profile, actor, today}, sheet.rows);
    });
    auto view = work_request::view_of(plan, profile->list);
    view.name = std::filesystem::path{options.file}.filename().string();
    const bool refused = view.counts.refused > 0;
    if (!options.dry_run && (!refused || options.skip_refused)) {
        TRY(save(*program, *profile, plan, actor, options.reason));
        view.saved = true;
    }
    if (options.json)
        std::cout << json::print(view) << '\n';
    else
        print_for_people(view);
    // Leaving rows out was asked for; it is no failure.
    line.exit_code = refused && !view.saved ? 1 : 0;
    return {};
}

Result<void> write_file(const std::string& path, const std::string& bytes)
{
    std::ofstream stream{path, std::ios::binary | std::ios::trunc};
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (stream.flush())
        return {};
    return fail(ErrorKind::unavailable, "file/unwritable",
        {fmt::format("「{}」に書けません。", path), fmt::format("cannot write \"{}\"", path)});
}

void tell_written(const std::string& path, std::size_t bytes, bool as_json)
{
    if (as_json)
        std::cout << fmt::format("{{\"file\":{},\"bytes\":{}}}\n", json::print(path), bytes);
    else
        std::cout << fmt::format("{} に書きました（{} バイト） / written\n", path, bytes);
}

Result<work_request::ExportForm> form_of(const ExportOptions& options)
{
    const std::string ending = std::filesystem::path{options.output}.extension().string();
    const std::string format = !options.format.empty() ? options.format : ending == ".csv" ? "csv" : "xlsx";
    return work_request::ExportForm{
        *named<work_request::ListLayout>(options.layout), *named<work_request::ListFormat>(format)};
}

Result<void> export_list(CommandLine& line, const ExportOptions& options)
{
    TRY_ASSIGN(const auto form, form_of(options));
    TRY_ASSIGN(const auto program, line.open_existing());
    TRY_ASSIGN(
        const auto profile, contract::profile(program->database(), program->profiles(), ContractId{options.contract}));
    const Instant now = program->clock().now();
    TRY_ASSIGN(const auto bytes, program->database().read([&](db::Reader& reader) {
        return work_request::export_list(reader, *profile, work_request::whole(profile->id), {}, form, now);
    }));
    TRY(write_file(options.output, bytes));
    const Actor actor = exporting_command();
    audit::Entry entry =
        audit::entry(audit::Cause{actor, now}, profile->id, "work_request.exported", {"work_request", ""});
    entry.act = audit::Act::reading;
    entry.after = work_request::facts_json(
        {{"layout", std::string{name_of(form.layout)}}, {"format", std::string{name_of(form.format)}}});
    program->database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    tell_written(options.output, bytes.size(), options.json);
    return {};
}

Result<void> export_form(CommandLine& line, const FormOptions& options)
{
    TRY_ASSIGN(const auto program, line.open_existing());
    const ContractId contract{options.contract};
    TRY_ASSIGN(const auto profile, contract::profile(program->database(), program->profiles(), contract));
    TRY_ASSIGN(
        const auto request, program->database().read([&](db::Reader& reader) -> Result<work_request::WorkRequest> {
            const auto id = gate::request_numbered(reader, contract, options.number);
            if (!id)
                return fail(ErrorKind::not_found, "work_request/not_found",
                    {fmt::format("作業依頼「{}」が見つかりません。", options.number),
                        fmt::format("no such work request: \"{}\"", options.number)});
            return work_request::get(reader, work_request::whole(contract), *id);
        }));
    const Instant now = program->clock().now();
    TRY_ASSIGN(const auto bytes, work_request::request_form(*profile, request, now));
    TRY(write_file(options.output, bytes));
    const Actor actor = exporting_command();
    audit::Entry entry = audit::entry(
        audit::Cause{actor, now}, contract, "work_request.form_exported", {"work_request", request.id.text});
    entry.act = audit::Act::reading;
    program->database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    tell_written(options.output, bytes.size(), options.json);
    return {};
}

void run(CommandLine& line, const Result<void>& outcome)
{
    if (!outcome)
        show(line, outcome.error());
}

void add_import(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("import", "Excelから取り込む / import from Excel")
                        ->require_subcommand(1)
                        ->add_subcommand("work-requests", "作業依頼一覧を取り込む / import a list of work requests");
    const auto options = std::make_shared<ImportOptions>();
    command->add_option("--contract", options->contract, "契約のID / contract")->required();
    command->add_option("file", options->file, "一覧（.xlsx） / the list")->required();
    command->add_option("--side", options->side, "どちらの側として取り込むか / whose columns may change")
        ->check(CLI::IsMember({"city", "contractor"}))
        ->capture_default_str();
    command->add_option("--reason", options->reason, "理由 / reason");
    command->add_flag("--dry-run", options->dry_run, "差を見るだけで登録しない / only show the differences");
    command->add_flag(
        "--skip-refused", options->skip_refused, "取込不可の行を除いて登録する / save without the refused rows");
    command->add_flag("--json", options->json, "JSONで書く / print JSON");
    command->footer("例 / Example:\n  hoshuban import work-requests --contract my-contract list.xlsx --dry-run");
    command->callback([&line, options] { run(line, import_list(line, *options)); });
}

void add_form_export(CLI::App& app, CommandLine& line)
{
    auto* command =
        app.add_subcommand("work-request", "1件の作業依頼書を書き出す / export one work request as a form (.xlsx)");
    const auto options = std::make_shared<FormOptions>();
    command->add_option("--contract", options->contract, "契約のID / contract")->required();
    command->add_option("number", options->number, "管理番号 / number of the work request")->required();
    command->add_option("-o,--output", options->output, "書き出すファイル / the file to write")->required();
    command->add_flag("--json", options->json, "JSONで書く / print JSON");
    command->footer("例 / Example:\n  hoshuban export work-request --contract my-contract A25A-13 -o A25A-13.xlsx");
    command->callback([&line, options] { run(line, export_form(line, *options)); });
}

void add_export(CLI::App& app, CommandLine& line)
{
    auto* exports = app.add_subcommand("export", "ファイルに書き出す / export to a file")->require_subcommand(1);
    add_form_export(*exports, line);
    auto* command =
        exports->add_subcommand("work-requests", "作業依頼一覧を書き出す / export the list of work requests");
    const auto options = std::make_shared<ExportOptions>();
    command->add_option("--contract", options->contract, "契約のID / contract")->required();
    command->add_option("--layout", options->layout, "様式（specimen: 契約の様式、flat: 1行1件の表） / layout")
        ->check(CLI::IsMember({"specimen", "flat"}))
        ->capture_default_str();
    command->add_option("--format", options->format, "形式（省くとファイル名の終わりで決まる） / format")
        ->check(CLI::IsMember({"xlsx", "csv"}));
    command->add_option("-o,--output", options->output, "書き出すファイル / the file to write")->required();
    command->add_flag("--json", options->json, "JSONで書く / print JSON");
    command->footer("例 / Example:\n  hoshuban export work-requests --contract my-contract --layout flat -o list.csv");
    command->callback([&line, options] { run(line, export_list(line, *options)); });
}

}

void add_list_commands(CLI::App& app, CommandLine& line)
{
    add_import(app, line);
    add_export(app, line);
}

}
