#pragma once
#include "features/people/assignment.hpp"
#include "platform/db/database.hpp"

#include <span>
#include <vector>

namespace hoshuban::people {

std::vector<Assignment> assignments_of(db::Reader&, const ContractId&, const WorkRequestId&);
/// `not_found` when there is none, or it was taken back.
Result<Assignment> get_assignment(db::Reader&, const ContractId&, const AssignmentId&);
void insert(db::Tx&, const Assignment&, const PersonId& assigner);
void remove(db::Tx&, const Assignment&, Instant now);

/// What one worker is assigned to, the latest first; 200 at most.
struct OwnAssignment {
    Assignment assignment;
    std::string number; ///< of the request
    std::string title;
};
std::vector<OwnAssignment> assignments_of(db::Reader&, const ContractId&, const WorkerId&);

/// Somebody who is assigned but may not work on a day of the job.
struct NotInForce {
    WorkerId worker;
    std::string name;
    LocalDay day; ///< the first such day
    Text why; ///< and from when on it is possible
    std::optional<LocalDay> possible_from = {};
};

/// What the gate of a start asks about people: facts only.
struct Readiness {
    std::vector<std::string> assigned; ///< the names of the workers, each once
    std::vector<NotInForce> not_in_force; ///< one for each worker, in the order of `assigned`
    std::vector<LocalDay> uncovered; ///< days of the job for which nobody is assigned
    std::vector<StaffDuty> missing_duties; ///< on the first day of the job, of those that the contract names
};

/// The people of a job on its days. `days` are those of the agreed windows (of today when none are agreed); of each
/// window no more than 400 days are looked at.
Readiness readiness(
    db::Reader&, const contract::Profile&, const ContractId&, const WorkRequestId&, std::span<const DayRange> days);

}
