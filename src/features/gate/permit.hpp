#pragma once
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"
#include "features/gate/gate.hpp"
#include "features/schedule/need.hpp"
#include "features/work_request/work_request.hpp"

#include <vector>

namespace hoshuban::gate {

/// The time a job takes: its agreed window, or the moment of the start.
struct Span {
    Instant from;
    Instant until;
};

/// What the permissions of one job are judged by.
struct Job {
    const contract::Profile& profile;
    const work_request::WorkRequest& request;
    const std::vector<schedule::Need>& needs; ///< of its window
    const std::vector<approval::Approval>& approvals; ///< asked and granted, that this job may use
    Span span;
    bool afterwards = false; ///< papers handed in after an emergency start: when they were granted does not count
};

/// Every permission the contract wants for this job: those of its window, of several kinds of work in one run (AUT-03),
/// of a kind of work that is consulted about beforehand (AUT-18), and of each prohibited act its kinds of work perform,
/// where an approved procedure that lists the act counts.
std::vector<Permit> permits_of(const Job&);

}
