#include "features/account/sign_in_api.hpp"

#include "features/account/lockout.hpp"
#include "features/account/membership_store.hpp"
#include "features/account/password_rule.hpp"
#include "features/account/passwords_api.hpp"
#include "features/account/person_store.hpp"
#include "features/account/session_store.hpp"
#include "features/account/sessions_api.hpp"
#include "features/audit/audit_store.hpp"

namespace hoshuban::account {
namespace {

constexpr http::RateGroup sign_in_per_address{"sign_in_address", 60, std::chrono::seconds{1}};
constexpr http::RateGroup sign_in_per_name{"sign_in_name", 20, std::chrono::seconds{10}};

// One answer for a wrong password, an unknown name, a disabled and a locked account.
std::unexpected<Error> refused()
{
    return fail(ErrorKind::unauthorized, "account/sign_in_refused",
        {"利用者IDまたはパスワードが違います。続けて間違えると、しばらくの間ログインできません。",
            "The user ID or the password is wrong. After several failures in a row, signing in has to wait a "
            "while."});
}

std::vector<Permission> permissions_of(Role role)
{
    std::vector<Permission> permissions;
    for (const auto& [permission, name] : names_of(static_cast<const Permission*>(nullptr))) {
        if (allows(role, permission))
            permissions.push_back(permission);
    }
    return permissions;
}

SessionView session_view(
    db::Reader& reader, const Person& person, std::string csrf, Instant now, const Settings& settings)
{
    SessionView view{
        .person = {person.id, person.name, person.login, person.mail},
        .csrf = std::move(csrf),
        .administrator = person.administrator,
        .language = person.language,
        .memberships = {},
        .server_time = now,
        .version = settings.version,
    };
    for (const NamedRole& held : named_roles_in_force(reader, person.id, day_of(now))) {
        view.memberships.push_back({held.contract, held.title, held.municipality, held.role, side_of(held.role),
            held.division.empty() ? std::nullopt : std::optional{held.division}, held.site, permissions_of(held.role)});
    }
    return view;
}

bool may_try(const std::optional<Credential>& credential, Instant now)
{
    return credential && !credential->disabled && !is_locked(credential->lockout, now);
}

// Nobody has proven who he is: the event names the account that was tried, and no actor.
void record_refusal(db::Tx& tx, const http::Context& context, const std::optional<Credential>& credential)
{
    const Actor nobody{};
    const audit::Cause cause{nobody, context.now(), context.remote_address(), context.request_id()};
    audit::record(tx,
        audit::entry(
            cause, audit::system_chain, "session.refused", {"person", credential ? credential->person.text : ""}));
}

void count_failure(db::Tx& tx, const PersonId& person, Instant now)
{
    lock_person(tx, person);
    const auto present = find_credential(tx, person);
    if (may_try(present, now))
        set_lockout(tx, person, after_failure(present->lockout, now));
}

std::unexpected<Error> refuse(http::Context& context, const std::optional<Credential>& credential)
{
    context.database().write([&](db::Tx& tx) {
        if (credential)
            count_failure(tx, credential->person, context.now());
        record_refusal(tx, context, credential);
    });
    return refused();
}

// Fails when the account changed while the password was being compared.
Result<StartedSession> admit(db::Tx& tx, const http::Context& context, const Rooms& rooms, const Credential& tried,
    const std::string& better_hash)
{
    lock_person(tx, tried.person);
    const auto present = find_credential(tx, tried.person);
    if (!may_try(present, context.now()) || present->password_hash != tried.password_hash)
        return refused();
    if (!better_hash.empty())
        set_password(tx, tried.person, better_hash);
    else if (present->lockout.failures > 0)
        set_lockout(tx, tried.person, {});
    TRY_ASSIGN(const auto person, get_person(tx, tried.person));
    return start_session(tx, context, rooms, person);
}

Result<SessionView> sign_in(http::Context& context, const SignIn& body, const Rooms& rooms)
{
    TRY(context.limit(sign_in_per_name, login_key(body.login)));
    const auto credential =
        context.database().read([&](db::Reader& reader) { return find_credential(reader, body.login); });
    const bool tried = may_try(credential, context.now());
    if (!rooms.passwords.matches(tried ? credential->password_hash : "", body.password))
        return refuse(context, credential);
    const bool outdated = rooms.passwords.is_outdated(credential->password_hash);
    const std::string better_hash = outdated ? rooms.passwords.hash(body.password) : "";
    TRY_ASSIGN(auto started,
        context.database().write([&](db::Tx& tx) { return admit(tx, context, rooms, *credential, better_hash); }));
    context.set_cookie(rooms.sessions.cookie(context.request(), std::move(started.token)));
    return std::move(started.view);
}

// API tokens have no session to show, end or change the password of.
Result<void> require_session(const http::Context& context)
{
    if (!context.identity()->session.empty())
        return {};
    return fail(ErrorKind::forbidden, "account/no_session",
        {"この操作は、画面でログインした人だけができます。", "Only somebody signed in on the screen can do this."});
}

Result<SessionView> show_session(http::Context& context, const Rooms& rooms)
{
    TRY(require_session(context));
    return context.database().read([&](db::Reader& reader) -> Result<SessionView> {
        TRY_ASSIGN(const auto person, get_person(reader, context.actor().person));
        return session_view(reader, person, *context.identity()->csrf, context.now(), rooms.settings);
    });
}

Result<http::NoContent> sign_out(http::Context& context, const Rooms& rooms)
{
    TRY(require_session(context));
    context.database().write([&](db::Tx& tx) {
        end_session(tx, context.identity()->session);
        audit::record(
            tx, audit::entry(context, audit::system_chain, "session.ended", {"person", context.actor().person.text}));
        tx.after_commit([&rooms] { rooms.sessions.forget(); });
    });
    context.set_cookie(rooms.sessions.no_cookie(context.request()));
    return http::NoContent{};
}

std::unexpected<Error> wrong_password(http::Context& context)
{
    context.database().write([&](db::Tx& tx) {
        count_failure(tx, context.actor().person, context.now());
        audit::record(tx,
            audit::entry(
                context, audit::system_chain, "person.password_refused", {"person", context.actor().person.text}));
    });
    const Text text{"今のパスワードが違います。", "The present password is wrong."};
    return fail(ErrorKind::invalid, "account/password_wrong", text, {{"current", "account/password_wrong", text}});
}

Result<http::NoContent> change_password(http::Context& context, const ChangePassword& body, const Rooms& rooms)
{
    TRY(require_session(context));
    const PersonId person = context.actor().person;
    TRY(context.limit(sign_in_per_name, person.text));
    const auto credential =
        context.database().read([&](db::Reader& reader) { return find_credential(reader, person); });
    const bool tried = may_try(credential, context.now());
    if (!rooms.passwords.matches(tried ? credential->password_hash : "", body.current))
        return wrong_password(context);
    TRY(check_password(body.next, credential->login, credential->name, "next"));
    const std::string hash = rooms.passwords.hash(body.next);
    context.database().write([&](db::Tx& tx) {
        set_password(tx, person, hash);
        end_other_sessions(tx, person, context.identity()->session);
        withdraw_links(tx, person, context.now());
        audit::record(
            tx, audit::entry(context, audit::system_chain, "person.password_changed", {"person", person.text}));
        tx.after_commit([&rooms] { rooms.sessions.forget(); });
    });
    return http::NoContent{};
}

}

StartedSession start_session(db::Tx& tx, const http::Context& context, const Rooms& rooms, const Person& person)
{
    const Instant now = context.now();
    forget_old_sessions(tx, rooms.settings.sessions, now);
    if (const auto former = rooms.sessions.token_of(context.request()))
        end_session(tx, crypto::sha256_hex(*former));
    std::string token = crypto::new_token();
    insert(tx, Session{crypto::sha256_hex(token), person.id, now, now});
    const Actor actor{.person = person.id, .name = person.name, .administrator = person.administrator};
    const audit::Cause cause{actor, now, context.remote_address(), context.request_id()};
    audit::record(tx, audit::entry(cause, audit::system_chain, "session.started", {"person", person.id.text}));
    tx.after_commit([&rooms] { rooms.sessions.forget(); });
    SessionView view = session_view(tx, person, csrf_of(token), now, rooms.settings);
    return {std::move(token), std::move(view)};
}

void add_sign_in_routes(http::Router& router, const Rooms& rooms)
{
    const std::string path = "/api/v1/session";
    router.get(path, [rooms](http::Context& context) { return show_session(context, rooms); })
        .signed_in()
        .summary({"自分のセッションを見る", "Show my session"});
    router.post(path, [rooms](http::Context& context, const SignIn& body) { return sign_in(context, body, rooms); })
        .open()
        .limit(sign_in_per_address)
        .summary({"ログインする", "Sign in"});
    router.del(path, [rooms](http::Context& context) { return sign_out(context, rooms); })
        .signed_in()
        .summary({"ログアウトする", "Sign out"});
    router
        .post(path + "/password",
            [rooms](
                http::Context& context, const ChangePassword& body) { return change_password(context, body, rooms); })
        .signed_in()
        .summary({"自分のパスワードを変える", "Change my password"});
}

}
