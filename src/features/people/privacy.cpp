#include "features/people/privacy.hpp"

namespace hoshuban::people {

bool sees_contacts(const Actor& actor, const ContractId& contract)
{
    const bool receives = actor.side(contract) == Side::city && actor.may(Permission::view_roster, contract);
    return receives || actor.may(Permission::keep_roster, contract);
}

bool sees_contact(const Actor& actor, const Worker& worker)
{
    return sees_contacts(actor, worker.contract_id) || worker.person == actor.person;
}

Entry readable(Entry entry, const Actor& actor, const Worker& worker)
{
    if (!sees_contact(actor, worker))
        entry.contact.clear();
    return entry;
}

}
