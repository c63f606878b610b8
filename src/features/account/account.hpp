#pragma once
#include "core/id.hpp"
#include "core/language.hpp"
#include "core/names.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::account {

/// Somebody who can sign in. Disabled, never deleted: the past refers to them.
struct Person {
    PersonId id;
    std::string login; ///< as it is shown; people type it in any width and case
    std::string name;
    Language language = Language::ja;
    std::string mail = {}; ///< where notices are sent; empty: nowhere
    bool administrator = false;
    std::optional<Instant> disabled_at = {};
    bool has_password = false; ///< false until the invitation was followed
    int version = 1;
};

/// The key under which a user ID is unique.
std::string login_key(std::string_view login);

/// Half-width letters, digits and . _ - @, at most 64; what was typed in full width is taken as half width.
Result<std::string> check_login(std::string_view login);
/// One line of 1 to 100 characters.
Result<std::string> check_name(std::string_view name);

/// A role of a person in a contract, as it is stored.
struct Member {
    MembershipId id;
    PersonId person;
    std::string name;
    Membership membership;
};

/// A program's right to act with one role in one contract, in the name of the person who made it.
struct Token {
    TokenId id;
    ContractId contract;
    PersonId person;
    std::string name;
    Role role;
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> last_used_at = {};
};

}
