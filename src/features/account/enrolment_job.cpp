#include "features/account/enrolment_job.hpp"

#include "features/account/fact_api.hpp"
#include "features/account/membership_store.hpp"
#include "features/account/password_rule.hpp"
#include "features/account/person_store.hpp"
#include "features/audit/audit_store.hpp"
#include "platform/uuid.hpp"

namespace hoshuban::account {
namespace {

audit::Entry event(const audit::Cause& cause, std::string_view kind, const PersonId& person)
{
    return audit::entry(cause, audit::system_chain, kind, {"person", person.text});
}

}

std::string path_of(const NewLink& link)
{
    return "/setup?token=" + link.token;
}

std::optional<NewLink> create_first_administrator_link(db::Database& database, const Clock& clock)
{
    const Instant now = clock.now();
    return database.write([&](db::Tx& tx) -> std::optional<NewLink> {
        if (count_administrators(tx) > 0)
            return std::nullopt;
        Actor program;
        program.origin = Origin::job;
        const audit::Cause cause{program, now};
        audit::record(tx, audit::entry(cause, audit::system_chain, "installation.link_made", {"installation", ""}));
        return create_link(tx, LinkPurpose::first_administrator, std::nullopt, now);
    });
}

Result<Person> add_person(db::Database& database, const Clock& clock, const audit::Cause& cause,
    const NewPerson& wanted, const crypto::PasswordCost& cost)
{
    TRY_ASSIGN(auto login, check_login(wanted.login));
    TRY_ASSIGN(auto name, check_name(wanted.name));
    Person person{.id = new_id<PersonId>(clock),
        .login = std::move(login),
        .name = std::move(name),
        .administrator = wanted.administrator,
        .has_password = wanted.password.has_value()};
    std::string hash;
    if (wanted.password) {
        TRY(check_password(*wanted.password, person.login, person.name, "password"));
        hash = crypto::hash_password(*wanted.password, cost);
    }
    return database.write([&](db::Tx& tx) -> Result<Person> {
        TRY(insert(tx, person, cause.now()));
        if (!hash.empty())
            set_password(tx, person.id, hash);
        audit::record(tx, with_facts(event(cause, "person.created", person.id), {}, facts_of(person)));
        return person;
    });
}

Result<NewLink> make_link(db::Database& database, const audit::Cause& cause, std::string_view login)
{
    return database.write([&](db::Tx& tx) -> Result<NewLink> {
        const auto person = find_person_by_login(tx, login);
        if (!person || person->disabled_at) {
            return fail(ErrorKind::not_found, "account/no_person",
                {"利用者が見つからないか、停止中です。", "There is no such person, or the person is disabled."});
        }
        const LinkPurpose purpose = person->has_password ? LinkPurpose::reset : LinkPurpose::invitation;
        audit::Entry entry = event(cause, "person.link_made", person->id);
        entry.reason = name_of(purpose);
        audit::record(tx, entry);
        return create_link(tx, purpose, person->id, cause.now());
    });
}

Result<Member> add_membership(db::Database& database, const Clock& clock, const audit::Cause& cause,
    const PersonId& person, const Membership& wanted)
{
    const auto id = new_id<MembershipId>(clock);
    return database.write([&](db::Tx& tx) -> Result<Member> {
        TRY(check_contract(tx, wanted.contract));
        TRY(add_membership(tx, id, person, wanted));
        TRY_ASSIGN(auto member, get_member(tx, wanted.contract, id));
        audit::Entry entry = audit::entry(cause, wanted.contract, "membership.added", {"person", person.text});
        audit::record(tx, with_facts(std::move(entry), {}, facts_of(member)));
        return member;
    });
}

}
