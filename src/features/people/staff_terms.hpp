#pragma once
#include "core/due_rule.hpp"
#include "features/contract/profile.hpp"

namespace hoshuban::people {

/// What the contract asks about its people, as the rules of this room need it.
struct StaffTerms {
    int notice_days = 0; ///< a change reaches the city so many days before it takes effect
    DueKind notice_kind = DueKind::calendar_days; ///< of the calendar, or open ones
    bool training = false; ///< nobody is assigned before being trained
    bool pledge = false; ///< nobody is assigned without a signed pledge
    bool measures = false; ///< the city may demand measures about a person who is clearly unsuitable
};

inline StaffTerms terms_of(const contract::StaffRules& rules)
{
    return {.notice_days = rules.notice_days,
        .notice_kind = rules.notice_kind,
        .training = rules.training,
        .pledge = rules.pledge,
        .measures = rules.measures};
}

}
