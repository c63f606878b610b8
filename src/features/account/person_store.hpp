#pragma once
#include "features/account/account.hpp"
#include "features/account/lockout.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::account {

/// What is needed to try a password. Leaves this room never.
struct Credential {
    PersonId person;
    std::string login;
    std::string name;
    bool disabled = false;
    std::string password_hash; ///< empty: no password was ever chosen
    Lockout lockout;
};

std::optional<Person> find_person(db::Reader&, const PersonId&);
std::optional<Person> find_person_by_login(db::Reader&, std::string_view login);
/// 404 when there is none.
Result<Person> get_person(db::Reader&, const PersonId&);
std::vector<Person> list_people(db::Reader&);

/// 409 when the user ID is taken.
Result<void> insert(db::Tx&, const Person&, Instant now);
/// Stores name, language, mail, administrator and disabled_at of the version that was read; 412 when somebody was
/// faster.
Result<Person> update(db::Tx&, Person);

std::optional<Credential> find_credential(db::Reader&, std::string_view login);
std::optional<Credential> find_credential(db::Reader&, const PersonId&);
/// Also forgets the failures.
void set_password(db::Tx&, const PersonId&, std::string_view hash);
void set_lockout(db::Tx&, const PersonId&, const Lockout&);

/// Keeps other processes from changing this person until the transaction is over.
void lock_person(db::Tx&, const PersonId&);
/// The same for all administrators, so that the last two cannot disable each other at once.
void lock_administrators(db::Tx&);
/// Administrators that are not disabled.
int count_administrators(db::Reader&);

}
