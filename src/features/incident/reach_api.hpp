#pragma once
#include "features/incident/incident_store.hpp"
#include "platform/http/context.hpp"

#include <vector>

namespace hoshuban::incident {

/// An incident that who asks may see; `not_found` for one of a site that is not his.
Result<Listed> seen(const http::Context&, db::Reader&, const IncidentId&);
/// Whether the incident of the path {contract}, {id} is seen by who asks; for its timeline.
Result<void> check_seen(const http::Context&, db::Reader&);

/// Whether who asks may add a photo or a report of the maker to it: the site, the city and the contractor (INC-21).
Result<void> check_attach(const http::Context&, db::Reader&);

/// Whether who asks may record such an entry: the city tells what it instructs and what is no fault, a site contact
/// reports and checks, the contractor records its work (INC-01…06).
bool may_record(const http::Context&, Act);
Result<void> check_records(const http::Context&, Act);

}
