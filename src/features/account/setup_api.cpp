#include "features/account/setup_api.hpp"

#include "features/account/account_view_api.hpp"
#include "features/account/fact_api.hpp"
#include "features/account/password_rule.hpp"
#include "features/account/passwords_api.hpp"
#include "features/account/person_store.hpp"
#include "features/account/session_store.hpp"
#include "features/account/sessions_api.hpp"
#include "features/account/sign_in_api.hpp"
#include "features/audit/audit_store.hpp"

namespace hoshuban::account {
namespace {

constexpr http::RateGroup setup_per_address{"setup", 20, std::chrono::seconds{5}};

// A link and the person it is for; the first administrator does not exist yet.
struct Setup {
    SetupLink link;
    std::optional<Person> person;
};

Result<Setup> find_setup(db::Reader& reader, std::string_view token, Instant now)
{
    TRY_ASSIGN(auto link, get_link(reader, token, now));
    if (!link.person)
        return Setup{std::move(link), std::nullopt};
    TRY_ASSIGN(auto person, get_person(reader, *link.person));
    return Setup{std::move(link), std::move(person)};
}

Result<SetupView> show_setup(http::Context& context, const SetupQuery& query)
{
    TRY_ASSIGN(const auto setup,
        context.database().read([&](db::Reader& reader) { return find_setup(reader, query.token, context.now()); }));
    const auto& person = setup.person;
    return SetupView{setup.link.purpose, person ? person->name : "", person ? person->login : ""};
}

// Who the account will be of. Login and name of an existing account are not the link holder's to choose.
Result<Person> person_of(const Setup& setup, const CompleteSetup& body, const http::Context& context)
{
    if (!setup.person) {
        TRY_ASSIGN(auto login, check_login(body.login));
        TRY_ASSIGN(auto name, check_name(body.name));
        return Person{.id = context.new_id<PersonId>(),
            .login = std::move(login),
            .name = std::move(name),
            .language = context.language(),
            .administrator = true};
    }
    if (login_key(body.login) != login_key(setup.person->login) || body.name != setup.person->name) {
        return fail(ErrorKind::invalid, "account/setup_other_person",
            {"利用者IDと氏名は、管理者が登録したとおりにしてください。",
                "The user ID and the name must be as the administrator entered them."});
    }
    return *setup.person;
}

audit::Cause cause_of(const http::Context& context, const Actor& actor)
{
    return {actor, context.now(), context.remote_address(), context.request_id()};
}

Result<void> make_administrator(db::Tx& tx, const http::Context& context, const Person& person)
{
    if (count_administrators(tx) > 0) {
        return fail(ErrorKind::conflict, "account/administrator_exists",
            {"管理者はすでに登録されています。", "There is an administrator already."});
    }
    TRY(insert(tx, person, context.now()));
    const Actor actor{.person = person.id, .name = person.name, .administrator = true};
    audit::Entry made =
        audit::entry(cause_of(context, actor), audit::system_chain, "person.created", {"person", person.id.text});
    audit::record(tx, with_facts(std::move(made), {}, facts_of(person)));
    return {};
}

Result<StartedSession> finish(db::Tx& tx, const http::Context& context, const Rooms& rooms, const Setup& setup,
    const Person& person, const std::string& hash)
{
    TRY(use_link(tx, setup.link, context.now()));
    if (!setup.person)
        TRY(make_administrator(tx, context, person));
    set_password(tx, person.id, hash);
    end_other_sessions(tx, person.id, "");
    const Actor actor{.person = person.id, .name = person.name, .administrator = person.administrator};
    audit::Entry chosen = audit::entry(
        cause_of(context, actor), audit::system_chain, "person.password_chosen", {"person", person.id.text});
    chosen.reason = name_of(setup.link.purpose);
    audit::record(tx, chosen);
    return start_session(tx, context, rooms, person);
}

Result<http::Created<SessionView>> complete_setup(http::Context& context, const CompleteSetup& body, const Rooms& rooms)
{
    TRY_ASSIGN(const auto setup,
        context.database().read([&](db::Reader& reader) { return find_setup(reader, body.token, context.now()); }));
    TRY_ASSIGN(const auto person, person_of(setup, body, context));
    TRY(check_password(body.password, person.login, person.name, "password"));
    const std::string hash = rooms.passwords.hash(body.password);
    TRY_ASSIGN(auto started,
        context.database().write([&](db::Tx& tx) { return finish(tx, context, rooms, setup, person, hash); }));
    context.set_cookie(rooms.sessions.cookie(context.request(), std::move(started.token)));
    return http::Created<SessionView>{std::move(started.view)};
}

}

void add_setup_routes(http::Router& router, const Rooms& rooms)
{
    const std::string path = "/api/v1/setup";
    router.get(path, show_setup)
        .open()
        .limit(setup_per_address)
        .summary({"招待リンクの内容を見る", "Show what a one-time link is for"});
    router
        .post(path,
            [rooms](http::Context& context, const CompleteSetup& body) { return complete_setup(context, body, rooms); })
        .open()
        .limit(setup_per_address)
        .summary({"招待リンクでパスワードを決める", "Choose a password by a one-time link"});
}

}
