#include "app/commands/approvals.hpp"

#include "app/command_line.hpp"
#include "features/approval/register_doc.hpp"
#include "features/approval/register_store.hpp"
#include "features/approval/view_api.hpp"
#include "features/contract/contract_store.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace hoshuban {

struct ApprovalReport {
    std::vector<approval::ApprovalView> items;
};

static auto describe(const ApprovalReport*)
{
    return json::object<ApprovalReport>("ApprovalReport", json::field("items", &ApprovalReport::items));
}

namespace {

struct ApprovalListOptions {
    std::string contract;
    std::string waiting;
    bool json = false;
};

void print_for_people(const std::vector<approval::ApprovalView>& rows)
{
    for (const approval::ApprovalView& row : rows)
        std::cout << fmt::format("{}  {}  {}  {}  {} {}\n", row.number, approval::label_of(row.standing).ja,
            row.kind_label.ja, row.title, to_text_jst(row.asked_at).substr(0, 10), row.asked_by);
    std::cout << fmt::format("{} 件 / {} {}\n", rows.size(), rows.size(), rows.size() == 1 ? "approval" : "approvals");
}

Result<void> list_approvals(CommandLine& line, const ApprovalListOptions& options)
{
    TRY_ASSIGN(const auto program, line.open_existing());
    TRY_ASSIGN(
        const auto profile, contract::profile(program->database(), program->profiles(), ContractId{options.contract}));
    approval::Filter filter;
    if (!options.waiting.empty())
        filter.waiting = named<Side>(options.waiting);
    const Actor nobody{.person = {"command"}, .name = "hoshuban", .origin = Origin::command};
    const approval::Viewer viewer{*profile, nobody, program->clock().now()};
    ApprovalReport report;
    program->database().read([&](db::Reader& reader) {
        approval::for_each_listed(reader, work_request::whole(profile->id), filter,
            [&](const approval::Listed& row) { report.items.push_back(approval::view_of(row, viewer)); });
    });
    if (options.json)
        std::cout << json::print(report) << '\n';
    else
        print_for_people(report.items);
    return {};
}

}

void add_approval_commands(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("approvals", "承認・許可 / approvals and permissions")
                        ->require_subcommand(1)
                        ->add_subcommand("list", "許可台帳を見る / show the register of permissions");
    const auto options = std::make_shared<ApprovalListOptions>();
    command->add_option("--contract", options->contract, "契約のID / contract")->required();
    command->add_option("--waiting", options->waiting, "この側の判断を待つものだけ / only what waits for this side")
        ->check(CLI::IsMember({"city", "contractor"}));
    command->add_flag("--json", options->json, "JSONで書く / print JSON");
    command->footer("例 / Example:\n  hoshuban approvals list --contract my-contract --waiting city");
    command->callback([&line, options] {
        if (const auto listed = list_approvals(line, *options); !listed)
            show(line, listed.error());
    });
}

}
