#pragma once
#include "features/approval/approver.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::approval {

/// Everybody whom the sides of a contract named, and all deputies, past and to come.
Panel panel_of(db::Reader&, const ContractId&);

/// Names somebody for a step of a kind on the side of who acts. Refuses a kind or step that the contract does not have
/// (`approval/unknown_step`), who may not decide that on that side (`approval/cannot_decide`), and a second naming.
Result<Approver> name_approver(db::Tx&, const contract::Profile&, const audit::Cause&, const Approver&);
Result<void> remove_approver(db::Tx&, const audit::Cause&, const ContractId&, const ApproverId&);

/// Makes somebody the deputy of another for a while. Both must be able to decide on the side of who acts.
Result<Deputy> add_deputy(db::Tx&, const audit::Cause&, const ContractId&, const Deputy&);
Result<void> remove_deputy(db::Tx&, const audit::Cause&, const ContractId&, const DeputyId&);

/// Somebody with a role that decides: for the whole side, or only for agreements with his site.
struct Decider {
    PersonId person;
    std::string name;
    bool whole = false;
};

/// Who of a side may decide from this day on, each once.
std::vector<Decider> deciders(db::Reader&, const ContractId&, Side, LocalDay);

}
