#pragma once
#include "features/security_incident/incident_store.hpp"
#include "features/security_incident/view_api.hpp"
#include "platform/http/router.hpp"

#include <functional>

namespace hoshuban::security_incident {

using One = http::Versioned<IncidentView>;

/// With the entries and what is missing before it can be closed.
IncidentView whole_view(db::Reader&, const Incident&, const http::Context&);

using Decide = std::function<Result<Incident>(db::Tx&, Incident)>;

/// The frame of every act on the incident of the path: version, decision, store, event; one transaction.
Result<One> carry_out(http::Context&, const Happening&, const Decide&);

}
