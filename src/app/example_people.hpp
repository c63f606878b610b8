#pragma once
#include "app/worked_example.hpp"
#include "core/role.hpp"
#include "features/contract/profile.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::account {
class Passwords;
}

namespace hoshuban {

struct ExamplePerson {
    std::string login;
    std::string name;
    Role role;
    std::string section;
    std::string division; // for who sees only one division's requests
    std::optional<int> site; // for who sees only one site's: its number in each contract
};

inline auto describe(const ExamplePerson*)
{
    using P = ExamplePerson;
    return json::object<P>("ExamplePerson", json::field("login", &P::login), json::field("name", &P::name),
        json::field("role", &P::role), json::field("section", &P::section),
        json::field("division", &P::division, json::defaulted()), json::field("site", &P::site));
}

/// A person of the example who gets an account.
struct NewPerson {
    DemoSignIn sign_in;
    std::string hash;
    std::string division;
    std::optional<int> site;
};

/// Somebody of the example, and to what a role of his kind is limited.
struct Player {
    Role role;
    Actor actor;
    std::string division;
    std::optional<int> site;
};

using Players = std::vector<Player>;

/// Who does what a role does in the example: the first who has it.
const Actor& actor_of(const Players&, Role);
/// The accounts of those.
std::map<Role, PersonId> accounts_of(const Players&);

/// With a new password each.
std::vector<NewPerson> with_passwords(account::Passwords&, const std::vector<ExamplePerson>&);
Result<Players> add_people(db::Tx&, const std::vector<NewPerson>&, const Clock&);
/// Everybody's role in a contract, for its whole period.
Result<void> give_roles(db::Tx&, Players&, const contract::Profile&, const Clock&);

/// None: the contract has no site with this number.
std::optional<SiteId> site_numbered(const contract::Profile&, int number);

}
