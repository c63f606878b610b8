#pragma once
#include "core/result.hpp"
#include "core/role.hpp"
#include "features/work_request/work_request.hpp"

#include <string>
#include <vector>

namespace hoshuban::work_request {

/// Which requests of a contract somebody reaches: all of them, or those of some divisions and sites. Everything that
/// reads requests takes one, so that no route can forget to ask.
struct Reach {
    ContractId contract;
    bool whole = false;
    std::vector<std::string> divisions = {}; ///< folded
    std::vector<SiteId> sites = {};
};

/// For rules and programs that answer for the whole contract; never for what a person asks to see.
Reach whole(const ContractId&);
/// What the memberships that give this permission reach together.
Reach reach_of(const Actor&, const ContractId&, Permission = Permission::view_work_request);
bool reaches(const Reach&, const WorkRequest&);

/// Whether somebody may do this with this request: a membership gives the permission and reaches the request.
bool may(const Actor&, Permission, const WorkRequest&);
/// The same for somebody who sees the request: refuses what lies outside of one's own division or site.
Result<void> check_may(const Actor&, Permission, const WorkRequest&);

}
