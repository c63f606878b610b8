#include "app/commands/gates.hpp"

#include "app/command_line.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/gate/facts_store.hpp"
#include "features/gate/gate_view_api.hpp"
#include "features/gate/start_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace hoshuban {

struct GatesReport {
    std::string number;
    std::string title;
    work_request::Start start;
    int shut = 0;
    std::vector<gate::GateView> items;
};

static auto describe(const GatesReport*)
{
    using R = GatesReport;
    return json::object<R>("GatesReport", json::field("number", &R::number), json::field("title", &R::title),
        json::field("start", &R::start), json::field("shut", &R::shut), json::field("items", &R::items));
}

namespace {

struct GatesOptions {
    std::string contract;
    std::string number;
    bool json = false;
};

std::string_view sign_of(gate::GateState state)
{
    switch (state) {
    case gate::GateState::open:
        return "○";
    case gate::GateState::shut:
        return "×";
    default:
        return "－";
    }
}

void print_for_people(const GatesReport& report)
{
    std::cout << fmt::format("{} {}\n", report.number, report.title);
    for (const gate::GateView& each : report.items) {
        const bool shut = each.state == gate::GateState::shut;
        std::cout << fmt::format("{} {}: {}{}\n    {}: {}{}\n", sign_of(each.state), each.label.ja, each.text.ja,
            shut ? fmt::format("（{}）", each.who.ja) : "", each.label.en, each.text.en,
            shut ? fmt::format(" ({})", each.who.en) : "");
    }
    if (report.start != work_request::Start::none)
        std::cout << "着手しています / the work has begun\n";
    else if (report.shut == 0)
        std::cout << "着手条件はそろっています / everything is ready for the start\n";
    else
        std::cout << fmt::format("着手条件が{}件そろっていません / {} not met\n", report.shut, report.shut);
}

Result<GatesReport> report_on(Program& program, const GatesOptions& options)
{
    const ContractId contract{options.contract};
    TRY_ASSIGN(const auto profile, contract::profile(program.database(), program.profiles(), contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(program.database(), *profile));
    return program.database().read([&](db::Reader& reader) -> Result<GatesReport> {
        const auto id = gate::request_numbered(reader, contract, options.number);
        if (!id)
            return fail(ErrorKind::not_found, "work_request/not_found",
                {fmt::format("作業依頼「{}」が見つかりません。", options.number),
                    fmt::format("no such work request: \"{}\"", options.number)});
        TRY_ASSIGN(const auto request, work_request::get(reader, work_request::whole(contract), *id));
        const auto start = gate::start_of(reader, contract, *id);
        const bool emergency = start && start->kind == work_request::Start::emergency;
        const auto known =
            gate::know(reader, *profile, *calendar, request, start ? start->started_at : program.clock().now(),
                emergency ? gate::Sight::afterwards : gate::Sight::before);
        GatesReport report{request.number, request.title, request.start, 0, {}};
        for (const gate::Gate& each : gate::gates(known.facts)) {
            report.shut += each.state == gate::GateState::shut ? 1 : 0;
            report.items.push_back(gate::view_of(each));
        }
        return report;
    });
}

void run(CommandLine& line, const GatesOptions& options)
{
    const auto program = line.open_existing();
    if (!program) {
        show(line, program.error());
        return;
    }
    const auto report = report_on(**program, options);
    if (!report) {
        show(line, report.error());
        return;
    }
    if (options.json)
        std::cout << json::print(*report) << '\n';
    else
        print_for_people(*report);
    line.exit_code = report->shut > 0 ? 1 : 0;
}

}

void add_gates_command(CLI::App& app, CommandLine& line)
{
    auto* command =
        app.add_subcommand("gates", "作業依頼の着手条件を見る / show what the start of a work request waits for");
    const auto options = std::make_shared<GatesOptions>();
    command->add_option("--contract", options->contract, "契約のID / contract")->required();
    command->add_option("number", options->number, "管理番号 / number of the work request")->required();
    command->add_flag("--json", options->json, "JSONで書く / print JSON");
    command->footer("例 / Example:\n  hoshuban gates --contract my-contract A25A-13\n\n"
                    "そろっていない条件があるとき、終了コードは1です。 / Exit status 1 when a condition is not met.");
    command->callback([&line, options] { run(line, *options); });
}

}
