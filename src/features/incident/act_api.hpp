#pragma once
#include "features/contract/contract_store.hpp"
#include "features/incident/clock_store.hpp"
#include "features/incident/view_api.hpp"
#include "platform/http/context.hpp"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace hoshuban::incident {

using One = http::Versioned<IncidentView>;

/// The clocks of an incident with how each stands at the moment.
std::vector<ClockView> clock_views(
    const LevelCalendars&, const std::vector<LevelClock>&, const Timeline&, const Outcome&, Instant now);

/// One incident with its course, its clocks and what who asks can record next.
Result<IncidentView> whole_view(db::Reader&, const http::Context&, const contract::Profile&, const Listed&);

/// Lets the clocks of the board stand as the course does after an act.
Result<void> follow_clocks(db::Tx&, http::Context&, const contract::Profile&, const Stand& before, const Listed& after);

/// What an act on one incident works with.
struct Present {
    Listed listed;
    std::shared_ptr<const contract::Profile> profile;
    std::vector<Entry> entries; ///< that hold
};

/// The incident as the act leaves it, and the event of it; or why it is refused.
using Decide = std::function<Result<std::pair<Incident, Happening>>(db::Tx&, const Present&)>;

/// The frame of every act on the incident of the path: it is seen, its version is that of the request, the act decides,
/// and what it decides is stored with its event and its clocks, in one transaction.
Result<One> carry_out(http::Context&, contract::ProfileCache&, const Decide&);

}
