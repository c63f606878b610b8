#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <string>
#include <vector>

namespace hoshuban::approval {

/// Somebody whom a side named to decide a step of a kind.
struct Approver {
    ApproverId id;
    std::string kind;
    int step = 0; ///< the first is 0
    Side side = Side::city;
    PersonId person;
    std::string name;
};

/// Who decides in the place of `person` on the days of [from, to).
struct Deputy {
    DeputyId id;
    Side side = Side::city;
    PersonId person;
    std::string name;
    PersonId deputy;
    std::string deputy_name;
    LocalDay from;
    LocalDay to;
};

/// The people a side named, and who stands in for them.
struct Panel {
    std::vector<Approver> approvers = {};
    std::vector<Deputy> deputies = {};
};

/// In whose place somebody decides: his own (then both are the same) or that of the one he is the deputy of.
struct Seat {
    PersonId person;
    std::string name;

    bool operator==(const Seat&) const = default;
};

/// The seats somebody can take for a step on a day, his own first. Everybody has one where nobody is named. Refused
/// with `approval/not_named`, or `approval/deputy_outside_period` with the days when he is a deputy at another time.
Result<std::vector<Seat>> seats_of(const Panel&, const std::string& kind, int step, Side, const Actor&, LocalDay today);

/// Refuses a deputy of oneself, and a period without a day.
Result<void> check(const Deputy&);

}
