#include "app/commands/contract.hpp"

#include "app/commands/profile_folder.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_diff_doc.hpp"
#include "features/device/placement_store.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>

namespace hoshuban {
namespace {

namespace fs = std::filesystem;
using contract::ProfileFiles;

struct ProblemLine {
    std::string at;
    std::string code;
    Text text;
};

auto describe(const ProblemLine*)
{
    return json::object<ProblemLine>("Problem", json::field("at", &ProblemLine::at),
        json::field("code", &ProblemLine::code), json::field("text", &ProblemLine::text));
}

struct CheckReport {
    bool ok = false;
    std::string contract;
    int version = 0;
    std::string outcome;
    int sites = 0;
    int devices = 0;
    std::vector<ProblemLine> problems;
};

auto describe(const CheckReport*)
{
    return json::object<CheckReport>("ContractCheck", json::field("ok", &CheckReport::ok),
        json::field("contract", &CheckReport::contract), json::field("version", &CheckReport::version),
        json::field("outcome", &CheckReport::outcome), json::field("sites", &CheckReport::sites),
        json::field("devices", &CheckReport::devices), json::field("problems", &CheckReport::problems));
}

struct DifferenceLine {
    std::string file;
    std::string path;
    contract::DifferenceKind kind;
    std::string before;
    std::string after;
};

auto describe(const DifferenceLine*)
{
    return json::object<DifferenceLine>("Difference", json::field("file", &DifferenceLine::file),
        json::field("path", &DifferenceLine::path), json::field("kind", &DifferenceLine::kind),
        json::field("before", &DifferenceLine::before), json::field("after", &DifferenceLine::after));
}

struct DiffReport {
    std::vector<DifferenceLine> differences;
};

auto describe(const DiffReport*)
{
    return json::object<DiffReport>("ContractDiff", json::field("differences", &DiffReport::differences));
}

bool speaks_japanese()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("ja");
    }
    return false;
}

const std::string& said(const Text& text)
{
    return speaks_japanese() ? text.ja : text.en;
}

CheckReport report_of(const Error& error)
{
    CheckReport report;
    for (const FieldError& each : error.fields)
        report.problems.push_back({each.path, each.code, each.text});
    if (error.fields.empty())
        report.problems.push_back({"", error.code, error.text});
    return report;
}

CheckReport report_of(const contract::Profile& profile)
{
    CheckReport report;
    report.ok = true;
    report.contract = profile.id.text;
    report.sites = static_cast<int>(profile.sites.size());
    report.devices = static_cast<int>(profile.devices.size());
    return report;
}

int print(const CheckReport& report, bool as_json)
{
    if (as_json) {
        fmt::print("{}\n", json::print(report));
        return report.ok ? 0 : 1;
    }
    for (const ProblemLine& problem : report.problems)
        fmt::print("{}\n", said(problem.text));
    if (report.ok) {
        const Text line{fmt::format("{}: 正しいプロファイルです（拠点{}、機器{}）{}", report.contract, report.sites,
                            report.devices, report.outcome),
            fmt::format("{}: a valid profile ({} sites, {} devices){}", report.contract, report.sites, report.devices,
                report.outcome)};
        fmt::print("{}\n", said(line));
    }
    return report.ok ? 0 : 1;
}

int check_folder(const std::string& folder, bool as_json)
{
    const auto files = read_profile_folder(folder);
    if (!files)
        return print(report_of(files.error()), as_json), 2;
    const auto profile = contract::read_profile(*files);
    return print(profile ? report_of(*profile) : report_of(profile.error()), as_json);
}

contract::Loaded load_into(Program& program, const contract::Profile& profile, const ProfileFiles& files)
{
    Actor actor;
    actor.person = PersonId{"command"};
    actor.name = "command line";
    actor.administrator = true;
    actor.origin = Origin::command;
    const auto event = audit::entry(
        audit::Cause{actor, program.clock().now()}, profile.id, "contract.loaded", {"contract", profile.id.text});
    const auto loaded = program.database().write([&](db::Tx& tx) {
        const auto outcome = contract::load(tx, profile, files, event);
        device::open_register(tx, profile.id);
        return outcome;
    });
    program.profiles().forget(profile.id);
    return loaded;
}

int load_folder(const std::string& folder, bool as_json, const std::function<Result<std::unique_ptr<Program>>()>& open)
{
    const auto files = read_profile_folder(folder);
    if (!files)
        return print(report_of(files.error()), as_json), 2;
    const auto profile = contract::read_profile(*files);
    if (!profile)
        return print(report_of(profile.error()), as_json);
    const auto program = open();
    if (!program)
        return print(report_of(program.error()), as_json);
    const contract::Loaded loaded = load_into(**program, *profile, *files);
    CheckReport report = report_of(*profile);
    report.version = loaded.version;
    report.outcome = name_of(loaded.outcome);
    if (!as_json)
        report.outcome = fmt::format(": {}, version {}", report.outcome, loaded.version);
    return print(report, as_json);
}

// A folder, or the id of a stored contract.
Result<ProfileFiles> files_named(const std::string& name, const std::function<Result<std::unique_ptr<Program>>()>& open)
{
    if (fs::is_directory(name))
        return read_profile_folder(name);
    TRY_ASSIGN(const auto program, open());
    const auto files =
        program->database().read([&](db::Reader& reader) { return contract::files_of(reader, ContractId{name}); });
    if (files.empty()) {
        return fail(ErrorKind::not_found, "contract/not_found",
            {fmt::format("「{}」というフォルダーも契約もありません。", name),
                fmt::format("there is neither a folder nor a contract \"{}\"", name)});
    }
    return files;
}

int print(const std::vector<contract::Difference>& differences, bool as_json)
{
    if (as_json) {
        DiffReport report;
        for (const contract::Difference& each : differences)
            report.differences.push_back({each.file, each.path, each.kind, each.before, each.after});
        fmt::print("{}\n", json::print(report));
        return differences.empty() ? 0 : 1;
    }
    for (const contract::Difference& each : differences) {
        const char mark = each.kind == contract::DifferenceKind::added ? '+'
            : each.kind == contract::DifferenceKind::removed           ? '-'
                                                                       : '~';
        fmt::print("{} {}: {}: {}\n", mark, each.file, each.path,
            each.kind == contract::DifferenceKind::changed ? fmt::format("{} → {}", each.before, each.after)
                                                           : each.before + each.after);
    }
    return differences.empty() ? 0 : 1;
}

constexpr const char* folder_text = "contract.yaml のあるフォルダー / folder with contract.yaml";
constexpr const char* either_text = "フォルダーか契約のID / folder or contract id";
constexpr const char* json_text = "結果をJSONで書く / print JSON";

int diff_profiles(const std::string& a, const std::string& b, bool as_json,
    const std::function<Result<std::unique_ptr<Program>>()>& open)
{
    const auto before = files_named(a, open);
    if (!before)
        return print(report_of(before.error()), as_json), 2;
    const auto after = files_named(b, open);
    if (!after)
        return print(report_of(after.error()), as_json), 2;
    return print(contract::diff(*before, *after), as_json);
}

}

void add_contract_commands(CLI::App& app, std::function<Result<std::unique_ptr<Program>>()> open, int& exit_code)
{
    struct Options {
        std::string folder;
        std::string other;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* group =
        app.add_subcommand("contract", "契約プロファイルを確かめ、読み込み、比べる / check, load and compare profiles");
    group->require_subcommand(1);

    CLI::App* check =
        group->add_subcommand("check", "フォルダーのプロファイルを確かめる / check the profile in a folder");
    check->add_option("folder", options->folder, folder_text)->required();
    check->add_flag("--json", options->json, json_text);
    check->footer("例 / Example:\n  hoshuban contract check contracts/example");
    check->callback([options, &exit_code] { exit_code = check_folder(options->folder, options->json); });

    CLI::App* load = group->add_subcommand(
        "load", "フォルダーのプロファイルを確かめて読み込む / check the profile in a folder and store it");
    load->add_option("folder", options->folder, folder_text)->required();
    load->add_flag("--json", options->json, json_text);
    load->footer("例 / Example:\n  hoshuban contract load contracts/example");
    load->callback([options, open, &exit_code] { exit_code = load_folder(options->folder, options->json, open); });

    CLI::App* compare = group->add_subcommand("diff",
        "二つのプロファイル（フォルダーか登録済みの契約）を比べる / compare two profiles, folders or stored contracts");
    compare->add_option("a", options->folder, either_text)->required();
    compare->add_option("b", options->other, either_text)->required();
    compare->add_flag("--json", options->json, json_text);
    compare->footer("例 / Example:\n  hoshuban contract diff contracts/example contracts/example-next");
    compare->callback([options, open, &exit_code] {
        exit_code = diff_profiles(options->folder, options->other, options->json, open);
    });
}

}
