#pragma once
#include "features/contract/contract_store.hpp"
#include "features/search/source_store.hpp"

namespace hoshuban {

/// What is searched about the rows of the ledgers that belong to no single request: procedures, the roster, activities,
/// media, loans and security incidents. Everybody of the contract reads the library; the others are found only by roles
/// that reach the whole contract. `profiles` must outlive the sources.
search::Source procedure_source();
search::Source worker_source(contract::ProfileCache& profiles);
search::Source activity_source();
search::Source medium_source();
search::Source loan_source();
search::Source licence_source();
search::Source security_incident_source();

}
