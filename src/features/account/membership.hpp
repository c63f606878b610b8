#pragma once
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <span>

namespace hoshuban::account {

/// Whether `wanted` may be added to what a person has in the same contract: nobody stands on both sides at once, no
/// role is held twice at once, and it ends after it begins.
Result<void> check_membership(std::span<const Membership> held, const Membership& wanted);

/// Whether a role that reaches only a division or a site says which one, and no other role does.
Result<void> check_scope(const Membership&);

/// An administrator keeps the accounts and signs no business: no role that confirms requests.
Result<void> check_duties(bool administrator, Role);

/// Where a role stands on a day.
enum class MembershipState { coming, in_force, ended };

constexpr auto names_of(const MembershipState*)
{
    return std::to_array<Name<MembershipState>>({{MembershipState::coming, "coming"},
        {MembershipState::in_force, "in_force"}, {MembershipState::ended, "ended"}});
}

MembershipState state_on(const Membership&, LocalDay);

/// Refuses a role that is over already: it would give nothing.
Result<void> check_end(const Membership& wanted, LocalDay today);

/// Rights end with the fiscal year (31 March) unless somebody says otherwise: the day on which they are over.
LocalDay default_end(LocalDay from);

/// Whether the maker of a token, with these roles in force, still stands behind its role: a role of the same side in
/// the contract, or any role in it for a neutral one.
bool stands_behind(std::span<const Membership> maker, const ContractId&, Role);

/// Whether the role of a token may be given by somebody on this side: never the other side's, and none that reaches
/// only a division or a site, for a token names neither.
Result<void> check_token_role(Role, Side giver);

}
