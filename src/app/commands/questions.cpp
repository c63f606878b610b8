#include "app/commands/questions.hpp"

#include "app/command_line.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/question/question_list_store.hpp"
#include "features/question/view_api.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace hoshuban {
namespace {

struct QuestionListOptions {
    std::string contract;
    bool open = false;
    bool json = false;
};

void print_for_people(const question::QuestionPage& page)
{
    for (const question::QuestionView& each : page.items)
        std::cout << fmt::format("{}  {}  {}開庁日  {}  {}\n", each.number, each.state_label.ja, each.age_days,
            each.subject_label.empty() ? "－" : each.subject_label, each.title);
    std::cout << fmt::format("{} 件 / {} questions\n", page.items.size(), page.items.size());
}

Result<void> list_questions(CommandLine& line, const QuestionListOptions& options)
{
    TRY_ASSIGN(const auto program, line.open_existing());
    TRY_ASSIGN(
        const auto profile, contract::profile(program->database(), program->profiles(), ContractId{options.contract}));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(program->database(), *profile));
    const Actor nobody{{"command"}, "hoshuban questions", false, {}, Origin::command};
    const question::Sight sight{*profile, *calendar, nobody, program->clock().now()};
    question::ListFilter filter;
    if (options.open)
        filter.states = {question::State::open, question::State::answered, question::State::awaiting};
    question::QuestionPage page;
    program->database().read([&](db::Reader& reader) {
        question::for_each_listed(reader, work_request::whole(profile->id), filter,
            [&](const question::Question& each) { page.items.push_back(question::view_of(each, sight)); });
    });
    audit::Entry event =
        audit::entry(audit::Cause{nobody, sight.now}, profile->id, "question.exported", {"question", ""});
    event.act = audit::Act::reading;
    event.after = audit::facts_json({{"format", options.json ? "json" : "text"}});
    program->database().write([&](db::Tx& tx) { audit::record(tx, event); });
    if (options.json)
        std::cout << json::print(page) << '\n';
    else
        print_for_people(page);
    return {};
}

}

void add_question_commands(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("questions", "質問 / questions")
                        ->require_subcommand(1)
                        ->add_subcommand("list", "質問の一覧 / list the questions of a contract");
    const auto options = std::make_shared<QuestionListOptions>();
    command->add_option("--contract", options->contract, "契約のID / contract")->required();
    command->add_flag("--open", options->open, "未解決のものだけ / only those that are not settled");
    command->add_flag("--json", options->json, "JSONで書く / print JSON");
    command->footer("例 / Example:\n  hoshuban questions list --contract my-contract --open");
    command->callback([&line, options] {
        if (const auto listed = list_questions(line, *options); !listed)
            show(line, listed.error());
    });
}

}
