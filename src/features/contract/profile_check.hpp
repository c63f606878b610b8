#pragma once
#include "features/contract/profile.hpp"

#include <string>
#include <vector>

namespace hoshuban::contract {

/// A place of a profile that contradicts another: `work_types[3].quotas[0]` of contract.yaml names no quota. In a CSV
/// file the path is the row and the column: `[3].site`.
struct Objection {
    std::string file;
    std::string path;
    std::string code;
    Text text;
};

/// Everything the files say that cannot be true together: references that lead nowhere, ids used twice, a period or
/// calendar that cannot be, totals that the register does not meet.
std::vector<Objection> check(const Profile&);

/// The part of check() about approvals, prohibited acts and what needs them.
std::vector<Objection> check_gates(const Profile&);

/// The part of check() about repair and installation.
std::vector<Objection> check_equipment_terms(const Profile&);

/// The part of check() about the branches of incidents.
std::vector<Objection> check_branches(const Profile&);

/// The part of check() about service levels.
std::vector<Objection> check_levels(const Profile&);

/// The part of check() about the totals that the contract states.
std::vector<Objection> check_totals(const Profile&);

/// The part of check() about visits.
std::vector<Objection> check_visits(const Profile&);

}
