#include "features/account/person_store.hpp"

#include "features/account/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::account {
namespace {

Person person_from(const db::Row& row)
{
    return {
        .id = row.get<PersonId>("id"),
        .login = row.get<std::string>("login"),
        .name = row.get<std::string>("name"),
        .language = row.get<Language>("language"),
        .mail = row.get<std::string>("mail"),
        .administrator = row.get<bool>("administrator"),
        .disabled_at = row.get<std::optional<Instant>>("disabled_at"),
        .has_password = row.get<bool>("has_password"),
        .version = row.get<int>("version"),
    };
}

Credential credential_from(const db::Row& row)
{
    return {
        .person = row.get<PersonId>("id"),
        .login = row.get<std::string>("login"),
        .name = row.get<std::string>("name"),
        .disabled = row.get<std::optional<Instant>>("disabled_at").has_value(),
        .password_hash = row.get<std::string>("password_hash"),
        .lockout = {.failures = row.get<int>("failures"),
            .failed_at = row.get<std::optional<Instant>>("failed_at"),
            .locked_until = row.get<std::optional<Instant>>("locked_until")},
    };
}

}

std::optional<Person> find_person(db::Reader& reader, const PersonId& id)
{
    return reader.query(sql::find_person, id).one_or_none(person_from);
}

std::optional<Person> find_person_by_login(db::Reader& reader, std::string_view login)
{
    return reader.query(sql::find_person_by_login, login_key(login)).one_or_none(person_from);
}

Result<Person> get_person(db::Reader& reader, const PersonId& id)
{
    auto person = find_person(reader, id);
    if (!person)
        return fail(
            ErrorKind::not_found, "account/no_person", {"利用者が見つかりません。", "There is no such person."});
    return *std::move(person);
}

std::vector<Person> list_people(db::Reader& reader)
{
    return reader.query(sql::list_people).map(person_from);
}

Result<void> insert(db::Tx& tx, const Person& person, Instant now)
{
    const auto inserted = tx.execute(sql::insert_person, person.id, person.login, login_key(person.login), person.name,
        person.language, person.administrator, now, person.mail);
    if (inserted == 0) {
        const Text text{fmt::format("利用者ID「{}」はすでに使われています。", person.login),
            fmt::format("The user ID \"{}\" is taken.", person.login)};
        return fail(ErrorKind::conflict, "account/login_taken", text, {{"login", "account/login_taken", text}});
    }
    return {};
}

Result<Person> update(db::Tx& tx, Person person)
{
    const auto updated = tx.execute(sql::update_person, person.id, person.version, person.name, person.language,
        person.administrator, person.disabled_at, person.mail);
    if (updated == 0) {
        return fail(ErrorKind::precondition, "account/changed",
            {"ほかの人が先に変更しました。最新の内容を確かめてください。",
                "Somebody else changed this first: look at the present content."});
    }
    ++person.version;
    return person;
}

std::optional<Credential> find_credential(db::Reader& reader, std::string_view login)
{
    return reader.query(sql::find_credential, login_key(login)).one_or_none(credential_from);
}

std::optional<Credential> find_credential(db::Reader& reader, const PersonId& id)
{
    return reader.query(sql::find_credential_of_person, id).one_or_none(credential_from);
}

void set_password(db::Tx& tx, const PersonId& id, std::string_view hash)
{
    tx.execute(sql::set_password, id, hash);
}

void set_lockout(db::Tx& tx, const PersonId& id, const Lockout& lockout)
{
    tx.execute(sql::set_lockout, id, lockout.failures, lockout.failed_at, lockout.locked_until);
}

void lock_person(db::Tx& tx, const PersonId& id)
{
    tx.execute(sql::lock_person, id);
}

void lock_administrators(db::Tx& tx)
{
    tx.execute(sql::lock_administrators);
}

int count_administrators(db::Reader& reader)
{
    return reader.query(sql::count_administrators).one([](const db::Row& row) { return row.get<int>("people"); });
}

}
