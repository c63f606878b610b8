#include "app/commands/search.hpp"

#include "app/command_line.hpp"
#include "features/search/follow_job.hpp"
#include "features/search/hit_store.hpp"
#include "features/search/view_api.hpp"
#include "platform/db/database.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace hoshuban {
namespace {

struct SearchOptions {
    std::string contract;
    std::vector<std::string> words;
    int limit = 10;
    bool json = false;
};

// Who may run commands on the server's data is decided by the operating system: the whole contract is searched.
std::vector<search::Limit> no_limits(const std::vector<search::Source>& sources)
{
    std::vector<search::Limit> limits;
    for (const search::Source& source : sources)
        limits.push_back({.kind = source.kind, .whole = true});
    return limits;
}

std::string plain(const std::vector<search::Span>& spans)
{
    std::string text;
    for (const search::Span& span : spans)
        text += span.text;
    return text;
}

void print_for_people(const search::AnswerView& answer)
{
    if (answer.groups.empty())
        std::cout << "見つかりません / nothing found\n";
    for (const search::GroupView& group : answer.groups) {
        std::cout << fmt::format("{} / {}\n", group.label.ja, group.label.en);
        for (const search::HitView& hit : group.hits) {
            std::cout << fmt::format("  {}  {}\n", plain(hit.number), plain(hit.title));
            if (!hit.excerpt.empty())
                std::cout << fmt::format("      {}: {}\n", hit.place.ja, plain(hit.excerpt));
        }
        if (group.next_cursor)
            std::cout << "  …ほかにもあります / there are more\n";
    }
}

Result<void> search_contract(CommandLine& line, const SearchOptions& options)
{
    TRY_ASSIGN(const auto program, line.open_existing());
    program->follower().catch_up();
    const auto limits = no_limits(program->searched());
    const auto question = search::question_of(fmt::format("{}", fmt::join(options.words, " ")));
    search::Memory memory;
    auto found = program->database().read([&](db::Reader& reader) {
        return search::find(
            reader, memory, ContractId{options.contract}, question, limits, std::nullopt, options.limit);
    });
    const auto answer = search::view_of(std::move(found), program->searched());
    if (options.json)
        std::cout << json::print(answer) << '\n';
    else
        print_for_people(answer);
    line.exit_code = answer.groups.empty() ? 1 : 0;
    return {};
}

Result<void> rebuild_index(CommandLine& line)
{
    TRY_ASSIGN(const auto program, line.open_existing());
    auto follower = program->follower();
    const int contracts = follower.start_over();
    follower.catch_up();
    std::cout << fmt::format("{} 契約の索引を作り直しました / indexed {} contracts anew\n", contracts, contracts);
    return {};
}

void run_search(CommandLine& line, const Result<void>& outcome)
{
    if (!outcome)
        show(line, outcome.error());
}

}

void add_search_commands(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("search", "契約の中を探す / search a contract")->require_subcommand(0, 1);
    const auto options = std::make_shared<SearchOptions>();
    command->add_option("--contract", options->contract, "契約のID / contract");
    command->add_option(
        "words", options->words, "探す言葉（すべてを含むものを探す） / words, all of which must stand there");
    command->add_option("--limit", options->limit, "種類ごとの件数 / hits of each kind")
        ->check(CLI::Range(1, 50))
        ->capture_default_str();
    command->add_flag("--json", options->json, "JSONで書く / print JSON");
    command->footer("例 / Example:\n  hoshuban search --contract my-contract 南支所 端末");
    auto* rebuild = command->add_subcommand("rebuild", "索引を作り直す / make the index anew");
    rebuild->footer("例 / Example:\n  hoshuban search rebuild --data /var/lib/hoshuban");
    rebuild->callback([&line] { run_search(line, rebuild_index(line)); });
    command->callback([command, &line, options] {
        if (!command->get_subcommands().empty())
            return;
        if (options->contract.empty() || options->words.empty())
            throw CLI::RequiredError("--contract, words");
        run_search(line, search_contract(line, *options));
    });
}

}
