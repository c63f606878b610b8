#include "features/approval/register.hpp"

namespace hoshuban::approval {

Inbox inbox_of(const Actor& actor, const ContractId& contract, LocalDay today)
{
    Inbox inbox{.person = actor.person, .side = actor.side(contract), .today = today};
    if (actor.administrator)
        return inbox;
    for (const Membership& held : actor.memberships) {
        if (held.contract != contract || !allows(held.role, Permission::decide_approval))
            continue;
        if (scope_of(held.role) == Scope::contract)
            inbox.whole = true;
        else if (scope_of(held.role) == Scope::site && held.site)
            inbox.sites.push_back(*held.site);
    }
    return inbox;
}

}
