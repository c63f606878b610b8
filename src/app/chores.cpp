#include "app/chores.hpp"

#include "app/program.hpp"
#include "features/approval/approval_job.hpp"
#include "features/contract/site_job.hpp"
#include "features/device/edition_job.hpp"
#include "features/due/due_job.hpp"
#include "features/gate/duty_job.hpp"
#include "features/incident/recount_job.hpp"
#include "features/live/feed_job.hpp"
#include "features/people/leaving_job.hpp"
#include "features/support/gap_job.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"

#include <chrono>

namespace hoshuban {

using namespace std::chrono_literals;

// Duties are settled before the clocks are looked at, so that nobody is told of a paper that stands.
Chores::Chores(Program& program)
    : ends_{"approval.ends", 1min, [&program] { approval::record_ends(program.database(), program.clock().now()); }}
    , papers_{"gate.settle_duties", 20s,
          [&program] { gate::settle_duties(program.database(), program.profiles(), program.clock().now()); }}
    , escalations_{"due.escalate", 1min,
          [&program](const std::stop_token& stop) { due::escalate(program.database(), program.clock().now(), stop); }}
    , sites_{"contract.bring_sites_up", 1min,
          [&program] { contract::bring_sites_up(program.database(), program.clock().now()); }}
    , index_{program.follower()}
    , indexing_{"search.follow", 300ms, [this] { index_.catch_up(); }}
    , feeding_{"live.feed", 250ms, [&program] { program.feed().step(program.clock().now()); }}
    , leavings_{"people.end_rights", 1min,
          [&program] {
              people::end_rights(program.database(), program.clock().now(), [&program] { program.forget_sessions(); });
          }}
    , editions_{"device.watch_editions", 5min,
          [&program] { device::watch_editions(program.database(), program.profiles(), program.clock().now()); }}
    , long_lists_{"device.make_awaited_editions", 10s,
          [&program] { device::make_awaited_editions(program.database(), program.profiles(), program.clock()); }}
    , recounts_{"incident.recount_clocks", 10s,
          [&program](const std::stop_token& stop) {
              incident::recount_clocks(program.database(), program.profiles(), program.clock(), stop);
          }}
    , plans_{"support.watch_on_call", 5min,
          [&program] { support::watch_on_call(program.database(), program.profiles(), program.clock().now()); }}
{
}

}
