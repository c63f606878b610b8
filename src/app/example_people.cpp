#include "app/example_people.hpp"

#include "features/account/membership_store.hpp"
#include "features/account/passwords_api.hpp"
#include "features/account/person_store.hpp"
#include "platform/crypto.hpp"
#include "platform/uuid.hpp"

#include <algorithm>

namespace hoshuban {

const Actor& actor_of(const Players& players, Role role)
{
    return std::ranges::find(players, role, &Player::role)->actor;
}

std::map<Role, PersonId> accounts_of(const Players& players)
{
    std::map<Role, PersonId> accounts;
    for (const Player& player : players)
        accounts.emplace(player.role, player.actor.person);
    return accounts;
}

std::vector<NewPerson> with_passwords(account::Passwords& passwords, const std::vector<ExamplePerson>& people)
{
    std::vector<NewPerson> all;
    for (const ExamplePerson& person : people) {
        DemoSignIn sign_in{person.login, crypto::new_token().substr(0, 14), person.name, person.role};
        std::string hash = passwords.hash(sign_in.password);
        all.push_back({std::move(sign_in), std::move(hash), person.division, person.site});
    }
    return all;
}

Result<Players> add_people(db::Tx& tx, const std::vector<NewPerson>& people, const Clock& clock)
{
    Players players;
    for (const NewPerson& person : people) {
        const auto id = new_id<PersonId>(clock);
        TRY(account::insert(tx, account::Person{id, person.sign_in.login, person.sign_in.name}, clock.now()));
        account::set_password(tx, id, person.hash);
        players.push_back({person.sign_in.role, Actor{id, person.sign_in.name, false, {}, Origin::command},
            person.division, person.site});
    }
    return players;
}

Result<void> give_roles(db::Tx& tx, Players& players, const contract::Profile& profile, const Clock& clock)
{
    for (Player& player : players) {
        Membership membership{profile.id, player.role, profile.period.first, std::nullopt, player.division};
        if (player.site)
            membership.site = site_numbered(profile, *player.site);
        // A contract whose places are not listed has nobody there.
        if (scope_of(player.role) == Scope::site && !membership.site)
            continue;
        TRY(account::add_membership(tx, new_id<MembershipId>(clock), player.actor.person, membership));
        player.actor.memberships.push_back(membership);
    }
    return {};
}

std::optional<SiteId> site_numbered(const contract::Profile& profile, int number)
{
    for (const contract::Site& site : profile.sites) {
        if (site.number == number)
            return site.id;
    }
    return std::nullopt;
}

}
