#pragma once
#include "features/account/account.hpp"
#include "features/account/session_store.hpp"
#include "features/audit/audit.hpp"
#include "platform/clock.hpp"
#include "platform/crypto.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <string_view>

// Enrolling people from outside the screen: at the first start, by command, for the worked example.
namespace hoshuban::account {

/// The path to open in a browser, to be put behind the address of the server.
std::string path_of(const NewLink&);

/// A link for the first administrator, or none when there is an administrator already. Withdraws the link made before.
std::optional<NewLink> create_first_administrator_link(db::Database&, const Clock&);

struct NewPerson {
    std::string login;
    std::string name;
    bool administrator = false;
    /// Without one the person needs a link.
    std::optional<std::string> password = {};
};

Result<Person> add_person(
    db::Database&, const Clock&, const audit::Cause&, const NewPerson&, const crypto::PasswordCost& = {});

/// An invitation, or a reset link for somebody who has a password.
Result<NewLink> make_link(db::Database&, const audit::Cause&, std::string_view login);

/// Fails like the screen does: no such contract, both sides, the same role twice.
Result<Member> add_membership(db::Database&, const Clock&, const audit::Cause&, const PersonId&, const Membership&);

}
