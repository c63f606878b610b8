#include "app/commands/audit.hpp"

#include "app/command_line.hpp"
#include "app/ledgers.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/event_view_api.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iostream>

namespace hoshuban {

struct BrokenLine {
    std::int64_t sequence;
    audit::BreakKind kind;
    Text reason;
};

static json::Object describe(const BrokenLine*)
{
    using L = BrokenLine;
    return json::object<L>("Broken", json::field("sequence", &L::sequence), json::field("kind", &L::kind),
        json::field("reason", &L::reason));
}

struct ChainLine {
    ContractId chain;
    std::int64_t events;
    std::int64_t verified_until;
    std::string head_hash;
    bool ok;
    std::optional<BrokenLine> broken;
    std::vector<audit::LedgerAuditView> ledgers = {};
};

static json::Object describe(const ChainLine*)
{
    using L = ChainLine;
    return json::object<L>("Chain", json::field("chain", &L::chain), json::field("events", &L::events),
        json::field("verified_until", &L::verified_until), json::field("head_hash", &L::head_hash),
        json::field("ok", &L::ok), json::field("broken", &L::broken), json::field("ledgers", &L::ledgers));
}

struct VerifyReport {
    bool ok = true;
    std::vector<ChainLine> chains = {};
};

static json::Object describe(const VerifyReport*)
{
    using R = VerifyReport;
    return json::object<R>("Verification", json::field("ok", &R::ok), json::field("chains", &R::chains));
}

namespace {

struct Choice {
    std::string chain;
    std::string file;
    bool json = false;
};

Actor command_actor()
{
    return {.person = {"command"},
        .name = "hoshuban audit",
        .administrator = true,
        .memberships = {},
        .origin = Origin::command};
}

ChainLine line_of(db::Reader& reader, const ContractId& chain)
{
    const audit::Verification found = audit::verify(reader, chain);
    ChainLine line{found.chain, found.events, found.verified_until, found.head_hash, !found.broken, std::nullopt};
    if (found.broken)
        line.broken = BrokenLine{found.broken->sequence, found.broken->kind, audit::reason_of(*found.broken)};
    if (chain == audit::system_chain)
        return line;
    for (const audit::LedgerCheck& check : ledger_checks()) {
        line.ledgers.push_back(audit::view_of(check(reader, chain)));
        line.ok = line.ok && line.ledgers.back().ok;
    }
    return line;
}

Result<std::vector<ContractId>> chosen_chains(db::Reader& reader, const Choice& choice)
{
    auto chains = audit::list_chains(reader);
    if (choice.chain.empty())
        return chains;
    if (std::ranges::find(chains, choice.chain, &ContractId::text) == chains.end()) {
        return fail(ErrorKind::not_found, "audit/no_chain",
            {fmt::format("「{}」の記録はありません。", choice.chain),
                fmt::format("there are no events of \"{}\"", choice.chain)});
    }
    return std::vector{ContractId{choice.chain}};
}

void print_ledger(const audit::LedgerAuditView& ledger)
{
    if (ledger.ok)
        std::cout << fmt::format(
            "  ○ {}: {}件、記録のとおり / {} rows, as recorded\n", ledger.ledger, ledger.rows, ledger.rows);
    else
        std::cout << fmt::format(
            "  × {}: {}\n    {}\n", ledger.ledger, ledger.broken->reason.ja, ledger.broken->reason.en);
}

void print_for_people(const VerifyReport& report)
{
    for (const ChainLine& chain : report.chains) {
        if (!chain.broken) {
            std::cout << fmt::format("○ {}: {}件、異常なし / {} events, whole\n    末尾 / end: {}\n", chain.chain.text,
                chain.events, chain.events, chain.head_hash);
        } else {
            std::cout << fmt::format("× {}: {}\n    {}\n    確かめられたのは{}番まで / verified until {}\n",
                chain.chain.text, chain.broken->reason.ja, chain.broken->reason.en, chain.verified_until,
                chain.verified_until);
        }
        for (const audit::LedgerAuditView& ledger : chain.ledgers)
            print_ledger(ledger);
    }
}

Result<void> verify(CommandLine& line, const Choice& choice)
{
    TRY_ASSIGN(const auto program, line.open_existing());
    TRY_ASSIGN(const auto report, program->database().read([&](db::Reader& reader) -> Result<VerifyReport> {
        VerifyReport made;
        TRY_ASSIGN(const auto chains, chosen_chains(reader, choice));
        for (const ContractId& chain : chains) {
            made.chains.push_back(line_of(reader, chain));
            made.ok = made.ok && made.chains.back().ok;
        }
        return made;
    }));
    if (choice.json)
        std::cout << json::print(report) << '\n';
    else
        print_for_people(report);
    line.exit_code = report.ok ? 0 : 1;
    return {};
}

// `before` and `after` stay the texts that the hash was taken over.
void write_line(std::ostream& out, const audit::Event& event)
{
    const audit::Entry& entry = event.entry;
    out << fmt::format(R"({{"contract_id":{},"sequence":{})", json::quoted(entry.chain.text), event.sequence);
    const auto stored = [&](const char* column, std::string_view read) -> std::string_view {
        const auto found = event.unreadable.find(column);
        return found == event.unreadable.end() ? read : std::string_view{found->second};
    };
    const std::pair<std::string_view, std::string_view> texts[] = {
        {"actor_id", entry.actor.text},
        {"actor_name", entry.actor_name},
        {"side", stored("side", name_of(entry.side))},
        {"roles", entry.roles},
        {"origin", stored("origin", name_of(entry.origin))},
        {"remote_address", entry.remote_address},
        {"request_id", entry.request_id},
        {"act", stored("act", name_of(entry.act))},
        {"kind", entry.kind},
        {"subject_kind", entry.subject.kind},
        {"subject_id", entry.subject.id},
        {"before", entry.before},
        {"after", entry.after},
        {"reason", entry.reason},
        {"previous_hash", event.previous_hash},
        {"hash", event.hash},
    };
    const std::string at = to_text(entry.at);
    out << R"(,"at":)" << json::quoted(stored("at", at));
    for (const auto& [key, text] : texts)
        out << ",\"" << key << "\":" << json::quoted(text);
    // Only where it is so: every other line stays what other programs hash.
    out << (event.altered ? ",\"altered\":true}\n" : "}\n");
}

Result<void> write_events(
    db::Database& database, const std::vector<ContractId>& chains, const Choice& choice, std::ostream& out)
{
    database.read([&](db::Reader& reader) {
        for (const ContractId& chain : chains)
            audit::for_each(reader, chain, [&](const audit::Event& event) { write_line(out, event); });
    });
    out.flush();
    if (out)
        return {};
    return fail(ErrorKind::unavailable, "audit/export_failed",
        {fmt::format("「{}」に書き込めません。", choice.file), fmt::format("cannot write to \"{}\"", choice.file)});
}

Result<void> export_events(CommandLine& line, const Choice& choice)
{
    TRY_ASSIGN(const auto program, line.open_existing());
    TRY_ASSIGN(
        const auto chains, program->database().read([&](db::Reader& reader) { return chosen_chains(reader, choice); }));
    std::ofstream file;
    if (!choice.file.empty())
        file.open(choice.file, std::ios::binary | std::ios::trunc);
    TRY(write_events(program->database(), chains, choice, choice.file.empty() ? std::cout : file));
    const Actor actor = command_actor();
    const audit::Cause cause{actor, program->clock().now()};
    const ContractId chain = choice.chain.empty() ? audit::system_chain : ContractId{choice.chain};
    program->database().write([&](db::Tx& tx) {
        audit::record(tx, audit::entry(cause, chain, "events.exported", {"events", choice.chain}));
    });
    return {};
}

using Run = Result<void> (*)(CommandLine&, const Choice&);

void bind(CLI::App* command, CommandLine& line, const std::shared_ptr<Choice>& choice, Run run)
{
    command->add_option(
        "--contract", choice->chain, "契約のID（省くとすべて、systemは共通の記録） / contract id, all when absent");
    command->callback([&line, choice, run] {
        if (const auto done = run(line, *choice); !done)
            show(line, done.error());
    });
}

}

void add_audit_commands(CLI::App& app, CommandLine& line)
{
    auto* audit = app.add_subcommand("audit", "操作の記録を確かめ、書き出す / verify and export the events");
    audit->require_subcommand(1);
    const auto choice = std::make_shared<Choice>();
    auto* check = audit->add_subcommand("verify",
        "記録と台帳に改ざんがないか確かめる（あれば終了コード1） / exits 1 when events or rows were tampered with");
    check->add_flag("--json", choice->json, "結果をJSONで書く / print JSON");
    check->footer("例 / Example:\n  hoshuban audit verify --json");
    bind(check, line, choice, verify);
    auto* write = audit->add_subcommand("export", "1行1件のJSONで書き出す / write JSON lines");
    write->add_flag("--json", choice->json, "常にJSONで書き出す / always JSON lines");
    write->add_option("-o,--output", choice->file, "書き出す先のファイル / file to write");
    write->footer("例 / Example:\n  hoshuban audit export --contract example -o events.jsonl");
    bind(write, line, choice, export_events);
}

}
