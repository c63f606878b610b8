#pragma once
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::approval {

/// A prohibited act that is permitted, and the permission it rests on.
struct Permitted {
    std::string act; ///< id of the contract's ProhibitedAct
    std::vector<DeviceId> devices; ///< empty: every device of the job
    ApprovalId approval;
    std::string number;

    bool operator==(const Permitted&) const = default;
};

/// What is permitted throughout [from, until): by an exception (AUT-12…14), or by an approved procedure that lists the
/// act on the device, which counts as the city's permission.
std::vector<Permitted> permits(
    const contract::Profile&, const std::vector<Approval>& approvals, Instant from, Instant until);

/// An act on one device, or on none in particular, at a time.
struct Use {
    std::string act;
    std::optional<DeviceId> device = {};
    Instant from;
    Instant until;
};

/// The permission on which a use rests. Otherwise says why there is none: `approval/permission_over` and
/// `approval/permission_not_begun` name the permission and its end or beginning, `approval/not_permitted` the act.
Result<Permitted> permission_for(const contract::Profile&, const std::vector<Approval>& approvals, const Use&);

}
