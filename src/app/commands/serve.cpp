#include "app/commands/serve.hpp"

#include "app/chores.hpp"
#include "app/command_line.hpp"
#include "app/commands/outside_options.hpp"
#include "app/contract_loading.hpp"
#include "app/outbox.hpp"
#include "app/web_assets.hpp"
#include "app/worked_example.hpp"
#include "features/account/enrolment_job.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/server.hpp"
#include "platform/log.hpp"

#include <CLI/CLI.hpp>
#include <csignal>
#include <fmt/format.h>
#include <iostream>

namespace hoshuban {

struct StartedSignIn {
    std::string login;
    std::string password;
    std::string name;
    Role role;
};

static auto describe(const StartedSignIn*)
{
    using V = StartedSignIn;
    return json::object<V>("SignIn", json::field("login", &V::login), json::field("password", &V::password),
        json::field("name", &V::name), json::field("role", &V::role));
}

/// What `serve --json` prints once the program answers.
struct Started {
    std::string url;
    std::optional<std::string> first_administrator;
    std::vector<StartedSignIn> sign_ins;
};

static auto describe(const Started*)
{
    using V = Started;
    return json::object<V>("Started", json::field("url", &V::url),
        json::field("first_administrator", &V::first_administrator), json::field("sign_ins", &V::sign_ins));
}

namespace {

struct ServeOptions {
    http::Server::Options server = {.port = 8080};
    std::string certificate;
    std::string key;
    std::string base_url;
    std::vector<std::string> proxies;
    std::string clamd;
    int session_idle = 30;
    int session_limit = 12 * 60;
    OutsideOptions outside;
    bool demo = false;
    bool json = false;
    bool quiet = false;
};

std::string_view role_text(Role role)
{
    switch (role) {
    case Role::city_section:
        return "市：システム課担当者 / city system section";
    case Role::city_division:
        return "市：主管課担当者 / city owning division";
    case Role::site_contact:
        return "市：現場担当者 / site contact";
    case Role::responsible:
        return "受託者：業務責任者 / responsible person";
    case Role::worker:
        return "受託者：作業従事者 / worker";
    case Role::security_officer:
        return "受託者：情報セキュリティ責任者 / security officer";
    case Role::auditor:
        return "監査人 / auditor";
    }
    return "";
}

// Set before the server starts and read by sigwait: no handler runs on a foreign stack.
sigset_t stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

std::optional<std::string> first_administrator(Program& program, const std::string& base)
{
    const auto link = account::create_first_administrator_link(program.database(), program.clock());
    return link ? std::optional{base + account::path_of(*link)} : std::nullopt;
}

void print_for_people(const Started& started)
{
    std::cout << fmt::format("\n保守番が動いています / Hoshuban is running:  {}\n", started.url);
    if (started.first_administrator)
        std::cout << fmt::format("\n最初の管理者を作るリンク（30分・1回だけ） / one-time link for the first "
                                 "administrator (30 minutes):\n  {}\n",
            *started.first_administrator);
    if (!started.sign_ins.empty())
        std::cout << "\n見本の利用者（架空。パスワードは今だけ表示します） / fictional sign-ins, shown only now:\n";
    for (const StartedSignIn& person : started.sign_ins)
        std::cout << fmt::format(
            "  {:<10} {}   {}（{}）\n", person.login, person.password, person.name, role_text(person.role));
    std::cout << "\n止めるには Ctrl+C / Ctrl+C stops it\n" << std::flush;
}

Result<Started> prepare(Program& program, const CommandLine& line, const ServeOptions& options)
{
    Started started;
    if (!line.contracts.empty()) {
        TRY(load_contracts(program, line.contracts));
        if (options.demo) {
            TRY_ASSIGN(const auto people, load_worked_example(program, line.contracts / "../demo/worked-example.json"));
            for (const DemoSignIn& person : people)
                started.sign_ins.push_back({person.login, person.password, person.name, person.role});
        }
    }
    return started;
}

std::string shown_url(const ServeOptions& options, std::uint16_t port)
{
    if (!options.base_url.empty())
        return options.base_url;
    const std::string host =
        options.server.address == "0.0.0.0" || options.server.address == "::" ? "localhost" : options.server.address;
    return fmt::format("{}://{}:{}", options.server.tls ? "https" : "http", host, port);
}

// A scanner that is down now may answer later: each upload is refused until it does.
Result<std::optional<scan::Scanner>> scanner_at(const std::string& address)
{
    if (address.empty())
        return std::nullopt;
    TRY_ASSIGN(const auto scanner, scan::Scanner::at(address));
    const auto [finding, engine] = scanner.scan({});
    if (finding.verdict == scan::Verdict::clean)
        log::info("scanner_ready", {{"address", address}, {"engine", engine.name}, {"signatures", engine.signatures}});
    else
        log::warning("scanner_unusable", {{"address", address}, {"why", finding.reason.en}});
    return scanner;
}

Result<void> serve(CommandLine& line, ServeOptions options)
{
    if (!options.certificate.empty())
        options.server.tls = http::Tls{options.certificate, options.key};
    TRY_ASSIGN(options.server.proxies, http::TrustedProxies::parse(options.proxies));
    TRY_ASSIGN(line.options.sessions, account::session_limits(options.session_idle, options.session_limit));
    TRY_ASSIGN(line.options.outside, outside_of(options.outside));
    log::configure({.level = options.quiet ? log::Level::warning : log::Level::info});
    TRY_ASSIGN(line.options.scanner, scanner_at(options.clamd));
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    line.options.pages = web_assets();
    TRY_ASSIGN(const auto program, line.open());
    TRY_ASSIGN(auto started, prepare(*program, line, options));
    http::Server server{options.server, program->dispatcher(), &program->streams()};
    TRY_ASSIGN(const auto port, server.listen());
    started.url = shown_url(options, port);
    program->set_base_url(started.url);
    started.first_administrator = first_administrator(*program, started.url);
    if (options.json)
        std::cout << json::print(started) << std::endl;
    else
        print_for_people(started);
    const Chores chores{*program};
    const Outbox outbox{*program};
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop(std::chrono::seconds{10});
    return {};
}

void add_listening_options(CLI::App& command, ServeOptions& options)
{
    command.add_option("--address", options.server.address, "待ち受けるアドレス / address to listen on")
        ->capture_default_str();
    command.add_option("--port", options.server.port, "待ち受けるポート（0は空きポート） / port, 0 for any")
        ->capture_default_str();
    command.add_option("--tls-certificate", options.certificate, "TLS証明書（PEM） / certificate chain")
        ->check(CLI::ExistingFile);
    command.add_option("--tls-key", options.key, "TLS秘密鍵（PEM） / private key")->check(CLI::ExistingFile);
    command.add_option("--base-url", options.base_url, "利用者から見たURL / the address people use");
    command.add_option("--workers", options.server.workers, "同時に処理する数 / handlers at once")
        ->capture_default_str();
}

void add_proxy_options(CLI::App& command, CommandLine& line, ServeOptions& options)
{
    command.add_flag(
        "--behind-tls-proxy", line.options.secure_cookie, "前段がTLSを終端する / a proxy speaks TLS for us");
    command
        .add_option("--behind-proxy", options.proxies,
            "前段のプロキシのアドレス（例 127.0.0.1,192.0.2.0/24）。X-Forwarded-For と X-Forwarded-Proto はここからだけ"
            "信じる / proxies whose X-Forwarded-For and X-Forwarded-Proto are believed")
        ->envname("HOSHUBAN_BEHIND_PROXY")
        ->delimiter(',');
}

void add_session_options(CLI::App& command, ServeOptions& options)
{
    command
        .add_option("--session-idle", options.session_idle,
            "操作しないと切れるまでの分（5～1440） / minutes without a request until a sign-in ends")
        ->envname("HOSHUBAN_SESSION_IDLE")
        ->capture_default_str();
    command
        .add_option("--session-limit", options.session_limit,
            "ログインしてから切れるまでの分（30～10080） / minutes until a sign-in ends in any case")
        ->envname("HOSHUBAN_SESSION_LIMIT")
        ->capture_default_str();
}

}

void add_serve_command(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("serve", "サーバーを動かす / run the server");
    const auto options = std::make_shared<ServeOptions>();
    add_listening_options(*command, *options);
    add_proxy_options(*command, line, *options);
    add_session_options(*command, *options);
    command
        ->add_option("--clamd", options->clamd,
            "受け取るファイルを検査するClamAV（unix:/run/clamav/clamd.ctl か ホスト:ポート） / the ClamAV that looks "
            "at what is uploaded")
        ->envname("HOSHUBAN_CLAMD");
    add_outside_options(*command, options->outside);
    command->add_flag("--demo", options->demo, "架空の見本を入れる / load the fictional worked example");
    command->add_flag("--json", options->json, "起動時の情報をJSONで書く / print what was started as JSON");
    command->add_flag("--quiet", options->quiet, "警告だけをログに書く / log warnings only");
    command->footer("例 / Example:\n  hoshuban serve --data /var/lib/hoshuban --port 8080");
    command->callback([&line, options] {
        if (const auto served = serve(line, *options); !served)
            show(line, served.error());
    });
}

}
