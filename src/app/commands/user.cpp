#include "app/commands/user.hpp"

#include "app/command_line.hpp"
#include "features/account/enrolment_job.hpp"
#include "features/account/membership.hpp"
#include "features/account/person_store.hpp"
#include "formats/json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>

namespace hoshuban {

struct PersonLine {
    PersonId id;
    std::string login;
    std::string name;
    bool administrator;
    bool disabled;
    bool has_password;
};

static json::Object describe(const PersonLine*)
{
    using L = PersonLine;
    return json::object<L>("PersonLine", json::field("id", &L::id), json::field("login", &L::login),
        json::field("name", &L::name), json::field("administrator", &L::administrator),
        json::field("disabled", &L::disabled), json::field("has_password", &L::has_password));
}

struct LinkLine {
    std::string login;
    std::string path;
    Instant expires_at;
};

static json::Object describe(const LinkLine*)
{
    using L = LinkLine;
    return json::object<L>("LinkLine", json::field("login", &L::login), json::field("path", &L::path),
        json::field("expires_at", &L::expires_at));
}

struct RoleLine {
    MembershipId id;
    PersonId person;
    ContractId contract;
    Role role;
    LocalDay from;
    std::optional<LocalDay> to;
    std::string division;
    std::optional<SiteId> site;
};

static json::Object describe(const RoleLine*)
{
    using L = RoleLine;
    return json::object<L>("RoleLine", json::field("id", &L::id), json::field("person", &L::person),
        json::field("contract", &L::contract), json::field("role", &L::role), json::field("from", &L::from),
        json::field("to", &L::to), json::field("division", &L::division), json::field("site", &L::site));
}

namespace {

struct UserOptions {
    account::NewPerson person;
    std::string contract;
    std::string role;
    std::string from;
    std::string to;
    std::string division;
    std::string site;
    bool json = false;
};

const Actor actor{.person = {"command"},
    .name = "hoshuban user",
    .administrator = true,
    .memberships = {},
    .origin = Origin::command};

PersonLine line_of(const account::Person& person)
{
    return {person.id, person.login, person.name, person.administrator, person.disabled_at.has_value(),
        person.has_password};
}

void print_link(const UserOptions& options, const account::NewLink& link)
{
    if (options.json) {
        std::cout << json::print(LinkLine{options.person.login, account::path_of(link), link.expires_at}) << '\n';
        return;
    }
    std::cout << fmt::format("{}: サーバーのアドレスの後ろに付けて開くリンク（1回だけ、{} まで）\n"
                             "    open this once, behind the address of the server, before {}:\n    {}\n",
        options.person.login, to_text_jst(link.expires_at), to_text_jst(link.expires_at), account::path_of(link));
}

Result<void> add(CommandLine& line, const UserOptions& options)
{
    TRY_ASSIGN(const auto program, line.open());
    const audit::Cause cause{actor, program->clock().now()};
    TRY(account::add_person(program->database(), program->clock(), cause, options.person));
    TRY_ASSIGN(const auto link, account::make_link(program->database(), cause, options.person.login));
    print_link(options, link);
    return {};
}

Result<void> link(CommandLine& line, const UserOptions& options)
{
    TRY_ASSIGN(const auto program, line.open());
    const audit::Cause cause{actor, program->clock().now()};
    TRY_ASSIGN(const auto made, account::make_link(program->database(), cause, options.person.login));
    print_link(options, made);
    return {};
}

Result<void> list(CommandLine& line, const UserOptions& options)
{
    TRY_ASSIGN(const auto program, line.open());
    const auto people = program->database().read([](db::Reader& reader) { return account::list_people(reader); });
    std::vector<PersonLine> lines;
    for (const account::Person& person : people)
        lines.push_back(line_of(person));
    if (options.json) {
        std::cout << json::print(lines) << '\n';
        return {};
    }
    for (const PersonLine& person : lines) {
        std::cout << fmt::format("{:<20} {}{}{}{}\n", person.login, person.name,
            person.administrator ? "  管理者 / administrator" : "", person.disabled ? "  停止中 / disabled" : "",
            person.has_password ? "" : "  パスワード未設定 / no password yet");
    }
    return {};
}

Result<Membership> membership_of(const UserOptions& options, LocalDay today)
{
    const auto role = named<Role>(options.role);
    if (!role) {
        return fail(ErrorKind::invalid, "account/role_unknown",
            {fmt::format("「{}」という役割はありません。", options.role),
                fmt::format("there is no role \"{}\"", options.role)});
    }
    LocalDay from = today;
    if (!options.from.empty()) {
        TRY_ASSIGN(from, parse_day(options.from));
    }
    LocalDay to = account::default_end(from);
    if (!options.to.empty()) {
        TRY_ASSIGN(to, parse_day(options.to));
    }
    Membership membership{ContractId{options.contract}, *role, from, to, options.division};
    if (!options.site.empty())
        membership.site = SiteId{options.site};
    return membership;
}

Result<void> give_role(CommandLine& line, const UserOptions& options)
{
    TRY_ASSIGN(const auto program, line.open());
    const Instant now = program->clock().now();
    TRY_ASSIGN(const auto wanted, membership_of(options, day_of(now)));
    const auto person = program->database().read(
        [&](db::Reader& reader) { return account::find_person_by_login(reader, options.person.login); });
    if (!person)
        return fail(
            ErrorKind::not_found, "account/no_person", {"利用者が見つかりません。", "There is no such person."});
    const audit::Cause cause{actor, now};
    TRY_ASSIGN(
        const auto member, account::add_membership(program->database(), program->clock(), cause, person->id, wanted));
    const Membership& held = member.membership;
    if (options.json)
        std::cout << json::print(RoleLine{member.id, member.person, held.contract, held.role, held.from, held.to,
                         held.division, held.site})
                  << '\n';
    else
        std::cout << fmt::format("{}: {} {}\n", options.person.login, held.contract.text, name_of(held.role));
    return {};
}

using UserRun = Result<void> (*)(CommandLine&, const UserOptions&);

CLI::App* bind(CLI::App* user, const char* name, const char* what, CommandLine& line,
    const std::shared_ptr<UserOptions>& options, UserRun run)
{
    auto* command = user->add_subcommand(name, what);
    command->add_flag("--json", options->json, "結果をJSONで書く / print JSON");
    command->callback([&line, options, run] {
        if (const auto done = run(line, *options); !done)
            show(line, done.error());
    });
    return command;
}

}

void add_user_commands(CLI::App& app, CommandLine& line)
{
    auto* user = app.add_subcommand("user", "利用者を登録し、リンクを作る / people, their links and roles");
    user->require_subcommand(1);
    const auto options = std::make_shared<UserOptions>();
    auto* added = bind(
        user, "add", "利用者を登録し、招待リンクを表示する / add a person and show the invitation", line, options, add);
    added->add_option("login", options->person.login, "利用者ID / user ID")->required();
    added->add_option("name", options->person.name, "氏名 / name")->required();
    added->add_flag("--administrator", options->person.administrator, "管理者にする / as administrator");
    added->footer("例 / Example:\n  hoshuban user add mihon '見本 太郎'");
    auto* linked =
        bind(user, "link", "招待または再設定のリンクを作る / make an invitation or reset link", line, options, link);
    linked->add_option("login", options->person.login, "利用者ID / user ID")->required();
    linked->footer("例 / Example:\n  hoshuban user link mihon");
    auto* listed = bind(user, "list", "利用者の一覧 / list people", line, options, list);
    listed->footer("例 / Example:\n  hoshuban user list --json");
    auto* given = bind(user, "role", "契約の役割を与える / give a role in a contract", line, options, give_role);
    given->add_option("login", options->person.login, "利用者ID / user ID")->required();
    given->add_option("--contract", options->contract, "契約のID / contract id")->required();
    given->add_option("--role", options->role, "役割 / role, e.g. city_section")->required();
    given->add_option("--from", options->from, "開始日（省くと今日） / first day, today when absent");
    given->add_option("--to", options->to, "この日から無効（省くと年度末の翌日） / over from this day on");
    given->add_option("--division", options->division,
        "city_division の人が見る主管課（一覧の書き方で） / whose requests a city_division sees");
    given->add_option(
        "--site", options->site, "site_contact の人が見る拠点のID / the site whose requests a site_contact sees");
    given->footer("例 / Example:\n  hoshuban user role mihon --contract example --role city_section");
}

}
