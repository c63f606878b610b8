#pragma once
#include "core/role.hpp"
#include "features/people/worker.hpp"

namespace hoshuban::people {

/// Personal contact data are for those who keep the roster, for the city's section that receives it, and for the worker
/// himself; other readers of the roster see none.
bool sees_contacts(const Actor&, const ContractId&);
bool sees_contact(const Actor&, const Worker&);

/// The entry as this actor may read it.
Entry readable(Entry, const Actor&, const Worker&);

}
