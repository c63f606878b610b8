#pragma once
#include "features/contract/profile.hpp"
#include "features/people/announcement.hpp"
#include "features/people/people_api.hpp"
#include "platform/http/context.hpp"

#include <memory>
#include <vector>

namespace hoshuban::people {

/// Where and by whom something is announced, and everybody on the roster.
struct Announcing {
    http::Context& context;
    const contract::Profile& profile;
    std::shared_ptr<const WorkingCalendar> calendar;
    const Rooms& rooms;
    std::vector<Worker> roster;
};

/// Loads what an announcement is decided by.
Result<Announcing> announcing(db::Tx&, http::Context&, const contract::Profile&, const Rooms&);

struct Announced {
    Worker worker; ///< with the change
    RosterChange change;
};

/// Decides, stores, tells the city through the register of permissions, records the event and, when a leaving is in
/// effect already, ends rights. A worker without changes is new and is stored with it. The roster then holds the
/// change.
Result<Announced> announce(db::Tx&, Announcing&, Worker, Announcement);

/// The standing of a change that nobody has settled yet; 409 when somebody has.
Result<void> take_back(db::Tx&, const ContractId&, const RosterChange&);

/// Refuses an account that does not exist or has no role of the contractor in the contract.
Result<void> check_account(db::Reader&, const ContractId&, const std::optional<PersonId>&);

}
