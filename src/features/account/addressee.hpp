#pragma once
#include "core/id.hpp"
#include "core/language.hpp"
#include "core/result.hpp"
#include "core/role.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::account {

/// Somebody of a contract who can be told: enabled, with the roles that are in force in it.
struct Addressee {
    PersonId person;
    std::string name;
    Language language = Language::ja;
    std::string mail = {}; ///< empty: he reads on the screen only
    std::vector<Membership> memberships = {};
};

/// A mail address as we write to it: `name@host` in plain letters, at most 254; empty: none. What could end a line of a
/// letter's head is refused here.
Result<std::string> check_mail(std::string_view);

}
