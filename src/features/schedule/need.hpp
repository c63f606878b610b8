#pragma once
#include "core/calendar.hpp"
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"
#include "features/schedule/window.hpp"

#include <span>
#include <string>
#include <vector>

namespace hoshuban::schedule {

/// A permission that working in a window needs: overtime (AUT-04, AUT-05, CAL-05, CAL-06), entry (AUT-06…AUT-09) or a
/// specially designated room (AUT-10).
struct Need {
    contract::ApprovalEffect effect = contract::ApprovalEffect::entry;
    std::vector<std::string> kinds; ///< ids of the contract's kinds of approval; one of them is enough
    Instant from;
    Instant until;
    std::optional<SiteId> site = {};
    std::string room = {};
    Text why; ///< what it is needed for, with the figures

    bool operator==(const Need&) const = default;
};

/// How long a moment is that is judged like a window: that of a start without one.
inline constexpr std::chrono::seconds a_moment{1};

/// What the contract wants for work in this window. Overtime is wanted when any minute lies outside the hours of
/// service, and never where the contract states no hours (CAL-07); entry by the rule of the site, where a closed day
/// counts as after closing.
std::vector<Need> needs(const contract::Profile&, const WorkingCalendar&, const Proposal&);

/// The granted permission that meets the need throughout; null when there is none. One without a site or a room is not
/// limited to one.
const approval::Approval* met_by(const Need&, std::span<const approval::Approval>);
/// The same for papers handed in after an emergency start: granted at any time, for a period that covers the
/// need or for none in particular.
const approval::Approval* met_afterwards(const Need&, std::span<const approval::Approval>);
/// The application for it that still waits for its decision, the newest; null when there is none.
const approval::Approval* asked_for(const Need&, std::span<const approval::Approval>);

}
