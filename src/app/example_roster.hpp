#pragma once
#include "core/role.hpp"
#include "features/contract/profile.hpp"
#include "features/people/worker.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban {

/// Somebody on the roster of the worked example, from the first day of the contract on.
struct ExampleWorker {
    std::string name;
    std::string kana;
    std::string company;
    bool subcontractor = false;
    std::vector<contract::StaffDuty> duties;
    std::string work;
    std::string assets;
    std::string contact;
    std::optional<Role> account; ///< whose of the example's people
};

inline auto describe(const ExampleWorker*)
{
    using W = ExampleWorker;
    return json::object<W>("ExampleWorker", json::field("name", &W::name), json::field("kana", &W::kana),
        json::field("company", &W::company), json::field("subcontractor", &W::subcontractor, json::defaulted()),
        json::field("duties", &W::duties, json::defaulted()), json::field("work", &W::work),
        json::field("assets", &W::assets), json::field("contact", &W::contact), json::field("account", &W::account));
}

/// Whose roster, who announced it, and which accounts the people have.
struct RosterScene {
    const contract::Profile& profile;
    const std::vector<ExampleWorker>& roster;
    const Actor& keeper;
    const std::map<Role, PersonId>& accounts;
    const Clock& clock;
};

/// Everybody as announced before the contract began and confirmed by the city, trained and pledged.
void add_example_roster(db::Tx&, const RosterScene&);

}
