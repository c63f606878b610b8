#include "features/account/people_api.hpp"

#include "features/account/account_view_api.hpp"
#include "features/account/addressee.hpp"
#include "features/account/fact_api.hpp"
#include "features/account/person_store.hpp"
#include "features/account/session_store.hpp"
#include "features/account/sessions_api.hpp"
#include "features/audit/audit_store.hpp"

namespace hoshuban::account {
namespace {

using One = http::Versioned<PersonView>;

PersonView view_of(const Person& person)
{
    return {
        .id = person.id,
        .login = person.login,
        .name = person.name,
        .language = person.language,
        .mail = person.mail,
        .disabled = person.disabled_at.has_value(),
        .administrator = person.administrator,
        .has_password = person.has_password,
        .version = person.version,
    };
}

audit::Entry event(const http::Context& context, std::string_view kind, const PersonId& person)
{
    return audit::entry(context, audit::system_chain, kind, {"person", person.text});
}

Result<PersonListView> list_all(http::Context& context)
{
    PersonListView list;
    for (const Person& person : context.database().read([](db::Reader& reader) { return list_people(reader); }))
        list.items.push_back(view_of(person));
    return list;
}

Result<http::Created<PersonView>> create_person(http::Context& context, const CreatePerson& body)
{
    TRY_ASSIGN(auto login, check_login(body.login));
    TRY_ASSIGN(auto name, check_name(body.name));
    TRY_ASSIGN(auto mail, check_mail(body.mail.value_or("")));
    const Person person{.id = context.new_id<PersonId>(),
        .login = std::move(login),
        .name = std::move(name),
        .language = body.language.value_or(Language::ja),
        .mail = std::move(mail),
        .administrator = body.administrator.value_or(false)};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<PersonView>> {
        TRY(insert(tx, person, context.now()));
        audit::record(tx, with_facts(event(context, "person.created", person.id), {}, facts_of(person)));
        return http::Created<PersonView>{view_of(person), "/api/v1/people/" + person.id.text};
    });
}

Result<Person> edited(Person person, const EditPerson& body, Instant now)
{
    if (body.name) {
        TRY_ASSIGN(person.name, check_name(*body.name));
    }
    if (body.mail) {
        TRY_ASSIGN(person.mail, check_mail(*body.mail));
    }
    person.language = body.language.value_or(person.language);
    person.administrator = body.administrator.value_or(person.administrator);
    if (body.disabled && *body.disabled != person.disabled_at.has_value())
        person.disabled_at = *body.disabled ? std::optional{now} : std::nullopt;
    return person;
}

Result<void> check_administrator_stays(db::Tx& tx)
{
    if (count_administrators(tx) > 0)
        return {};
    return fail(ErrorKind::conflict, "account/last_administrator",
        {"最後の管理者は、停止したり管理者から外したりできません。",
            "The last administrator can neither be disabled nor cease to be one."});
}

Result<One> edit(http::Context& context, const EditPerson& body, const Rooms& rooms)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<PersonId>("person");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        lock_administrators(tx);
        TRY_ASSIGN(auto before, get_person(tx, id));
        before.version = version;
        TRY_ASSIGN(auto wanted, edited(before, body, context.now()));
        TRY_ASSIGN(const auto after, update(tx, std::move(wanted)));
        TRY(check_administrator_stays(tx));
        if (after.disabled_at) {
            end_other_sessions(tx, id, "");
            withdraw_links(tx, id, context.now());
        }
        audit::record(tx, with_facts(event(context, "person.changed", id), facts_of(before), facts_of(after)));
        tx.after_commit([&rooms] { rooms.sessions.forget(); });
        return One{view_of(after), after.version};
    });
}

Result<http::Created<LinkView>> make_person_link(http::Context& context)
{
    const auto id = context.path<PersonId>("person");
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<LinkView>> {
        TRY_ASSIGN(const auto person, get_person(tx, id));
        if (person.disabled_at) {
            return fail(ErrorKind::conflict, "account/disabled",
                {"停止中の利用者にはリンクを作れません。", "There is no link for somebody who is disabled."});
        }
        const LinkPurpose purpose = person.has_password ? LinkPurpose::reset : LinkPurpose::invitation;
        const NewLink link = create_link(tx, purpose, id, context.now());
        audit::Entry entry = event(context, "person.link_made", id);
        entry.reason = name_of(purpose);
        audit::record(tx, entry);
        return http::Created<LinkView>{{"/setup?token=" + link.token, link.expires_at}};
    });
}

}

void add_people_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/people";
    router.get(all, list_all).permission(Permission::administer).summary({"利用者の一覧", "List people"});
    router.post(all, create_person).permission(Permission::administer).summary({"利用者を登録する", "Add a person"});
    router
        .patch(all + "/{person}",
            [rooms](http::Context& context, const EditPerson& body) { return edit(context, body, rooms); })
        .permission(Permission::administer)
        .summary({"利用者を変更、停止する", "Change or disable a person"});
    router.post(all + "/{person}/link", make_person_link)
        .permission(Permission::administer)
        .summary({"招待または再設定のリンクを作る", "Make an invitation or reset link"});
}

}
