#include "app/commands/check.hpp"

#include "app/command_line.hpp"
#include "app/commands/event_log_facts.hpp"
#include "app/commands/evidence_facts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace hoshuban {
namespace {

struct ReadOptions {
    std::vector<std::string> files;
    bool json = false;
    bool csv = false;
    bool summary = false;
    bool logon_failures = false;
};

Result<void> read_event_log(const ReadOptions& options, const MappedFile& file, const FactOutput& output)
{
    const auto log = evtx::Log::open(file.bytes());
    if (!log)
        return fail(ErrorKind::invalid, "check/not_evtx", {"イベントログではありません。", "this is no event log"});
    if (options.logon_failures)
        print_logon_failures(file, *log, output);
    else
        print_records(file, *log, output);
    return {};
}

Result<void> read_evidence(const ReadOptions& options, const MappedFile& file, const FactOutput& output)
{
    const auto kind = evidence_kind(file.bytes());
    if (!kind)
        return fail(ErrorKind::invalid, "check/unknown_evidence",
            {"読める証拠の形式ではありません。", "this is no evidence that can be read"});
    if (*kind == EvidenceKind::event_log || options.logon_failures)
        return read_event_log(options, file, output);
    TRY_ASSIGN(const auto missing, print_facts(*kind, file.bytes(), output));
    if (missing)
        std::cerr << fmt::format("! {}\n  {}\n", missing->ja, missing->en);
    return {};
}

Result<void> read_file(const ReadOptions& options, const std::string& path)
{
    TRY_ASSIGN(const MappedFile file, MappedFile::open(path));
    const FactOutput output{std::cout, options.csv ? FactForm::csv : FactForm::json,
        options.files.size() > 1 ? std::string_view{path} : std::string_view{}, &path == &options.files.front()};
    if (!options.summary)
        return read_evidence(options, file, output);
    if (options.json || options.csv)
        print_summary(file, output);
    else
        tell_summary(file, std::cout, path);
    return {};
}

// One file that cannot be read does not keep the others from being read.
void read_files(CommandLine& line, const ReadOptions& options)
{
    for (const std::string& path : options.files) {
        if (auto read = read_file(options, path); !read) {
            Error error = std::move(read).error();
            if (options.files.size() > 1)
                error.text = {path + ": " + error.text.ja, path + ": " + error.text.en};
            show(line, error);
        }
    }
}

}

void add_check_commands(CLI::App& app, CommandLine& line)
{
    auto* check =
        app.add_subcommand("check", "端末等の設定チェックの証拠を扱う / evidence of the yearly check of devices")
            ->require_subcommand(1);
    auto* read =
        check->add_subcommand("read", "証拠のファイルに書かれていることを書き出す / print what evidence files say");
    const auto options = std::make_shared<ReadOptions>();
    read->add_option("file", options->files,
            "イベントログ、レジストリハイブ、.reg、secedit の INF、auditpol の CSV、LDIF / evidence files")
        ->required();
    auto* json = read->add_flag("--json", options->json, "JSONで書く（既定） / print JSON, the default");
    read->add_flag("--csv", options->csv, "CSVで書く / print CSV")->excludes(json);
    auto* summary = read->add_flag("--summary", options->summary,
        "イベントログの件数と欠けの有無だけを書く / only counts of event logs, and whether any are missing");
    read->add_flag("--logon-failures", options->logon_failures, "ログオンの失敗だけを書く / only failed logons")
        ->excludes(summary);
    read->footer("例 / Example:\n  hoshuban check read Security.evtx --summary");
    read->callback([&line, options] { read_files(line, *options); });
}

}
