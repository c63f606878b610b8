#pragma once
#include "core/names.hpp"
#include "core/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace hoshuban::security_incident {

/// What the contract asks for when something goes wrong: a security incident is told promptly (SEC-07), an accident at
/// once with cause, course and damage (LAW-05), damage to somebody at once in writing (LAW-02).
enum class Category { security, accident, damage };

constexpr auto names_of(const Category*)
{
    return std::to_array<Name<Category>>(
        {{Category::security, "security"}, {Category::accident, "accident"}, {Category::damage, "damage"}});
}

/// Whose damage it is, and on whose account it is made good.
enum class Party { city, third_party, contractor };

constexpr auto names_of(const Party*)
{
    return std::to_array<Name<Party>>(
        {{Party::city, "city"}, {Party::third_party, "third_party"}, {Party::contractor, "contractor"}});
}

/// What is told of an accident or of damage beyond what every incident tells; empty for a security incident.
struct Harm {
    std::string cause = {};
    std::string extent = {}; ///< 被害の状況
    std::string affected = {}; ///< who or what was hit; of damage: the damaged thing
    std::string first_measures = {}; ///< what was done before anything was written
    std::optional<Party> party = {}; ///< whose damage; only of damage
    std::string party_name = {}; ///< the third party by name
    std::optional<std::int64_t> amount_yen = {}; ///< of the damage, when it is known

    bool operator==(const Harm&) const = default;
};

/// Settles the texts and refuses what the category lacks (`required`) or does not have
/// (`security_incident/not_of_category`), each at its field.
Result<void> take_harm(Category, Harm&);

}
