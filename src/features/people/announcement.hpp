#pragma once
#include "core/calendar.hpp"
#include "core/result.hpp"
#include "features/contract/profile.hpp"
#include "features/people/staff_terms.hpp"
#include "features/people/worker.hpp"

#include <optional>
#include <span>
#include <string>

namespace hoshuban::people {

/// The first day on which a change can take effect, and how it was counted.
struct Earliest {
    LocalDay day;
    bool forecast = false; ///< rests on holidays that are not published yet
    Text explanation;
};

/// A change must reach the city `notice_days` before the day on which it takes effect (PPL-04). Told on a closed day,
/// open days count from the next open one.
Result<Earliest> earliest_day(const StaffTerms&, const WorkingCalendar&, LocalDay told_on);

/// A change as the contractor announces it.
struct Announcement {
    ChangeKind kind = ChangeKind::entry;
    std::optional<LocalDay> takes_effect_on = {}; ///< none: the earliest day
    Entry entry = {};
    std::string reason = {};
    bool emergency = false;
    std::string city_request = {};
    std::optional<LocalDay> reported_on = {};
};

/// Who is asked about a change: the contract's kind of notice or approval, null when it has none.
struct Course {
    const contract::ApprovalKind* kind = nullptr;
    bool needs_grant = false;
};

/// What is known when a change is announced.
struct Situation {
    const contract::Profile& profile;
    const WorkingCalendar& calendar;
    std::span<const Worker> roster; ///< everybody
    const Worker* worker = nullptr; ///< whom it is about; null for somebody new
    LocalDay today;
};

/// Decides what an announcement does: a change with its day, its standing `announced` or `recorded`, and whom to ask.
struct Decided {
    RosterChange change;
    Course course;
};

/// Refuses with `people/…`: too late (names the earliest day), outside of the contract's period, before a change that
/// is announced already, an entry of somebody who is there, a change or leaving of somebody who is not, a change that
/// changes nothing, a change of the responsible person that only the city may ask for or approve (AUT-21), an emergency
/// where the contract knows none or without a reason.
Result<Decided> decide(const Situation&, Announcement);

/// Why an announced change cannot be taken back: it is settled against, it holds already, or a later one builds on it.
std::optional<Error> check_withdrawal(const Worker&, const RosterChange&, LocalDay today);

}
