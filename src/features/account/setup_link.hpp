#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace hoshuban::account {

enum class LinkPurpose {
    first_administrator, ///< makes the first account of the installation
    invitation, ///< a person chooses the first password
    reset, ///< a person who forgot the password chooses a new one
};

constexpr auto names_of(const LinkPurpose*)
{
    return std::to_array<Name<LinkPurpose>>({
        {LinkPurpose::first_administrator, "first_administrator"},
        {LinkPurpose::invitation, "invitation"},
        {LinkPurpose::reset, "reset"},
    });
}

/// A link that may be followed once.
struct SetupLink {
    std::string key; ///< SHA-256 of the token in the link; the token itself is not stored
    LinkPurpose purpose;
    std::optional<PersonId> person; ///< none for the first administrator
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> used_at = {};
};

std::chrono::minutes lifetime_of(LinkPurpose);
bool is_usable(const SetupLink&, Instant now);

}
