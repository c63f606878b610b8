#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/visit/listed_finding.hpp"
#include "features/visit/listed_visit.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::visit {

audit::Subject subject_of(const Finding&);

/// The finding if these sites show it, or a not_found error with the text for people.
Result<ListedFinding> get_finding(db::Reader&, const ContractId&, const Sight&, const FindingId&);
/// The same, and refuse (`visit/finding_changed`) when the caller saw another version.
Result<ListedFinding> get_finding_version(db::Reader&, const ContractId&, const Sight&, const FindingId&, int version);

/// What an event tells of a finding, beside what differs in it.
struct FindingEvent {
    std::string kind = {};
    std::string reason = {};
};

/// Enters a finding with its event; a promised reply starts the clock `visit.reply` to the end of that day (VIS-03).
void insert(db::Tx&, const audit::Cause&, const WorkingCalendar&, const ListedFinding&);
/// Stores a finding in the version before with its event; its clock follows. The finding as it is then.
Finding update(db::Tx&, const audit::Cause&, const WorkingCalendar&, const FindingEvent&, const ListedFinding& before,
    Finding after);

/// Refuses (`visit/findings_outside`, at `arrived_at`) times of a visit that leave out the day of something found on
/// it.
Result<void> check_findings_within(db::Reader&, const Visit&, LocalDay today);

struct FindingFilter {
    bool only_open = false;
    std::optional<FindingState> state = {};
    std::optional<FindingKind> kind = {};
    std::string site = {};
    std::string visit = {};
    std::optional<LocalDay> from = {}; ///< of the day it was found
    std::optional<LocalDay> until = {};
};

struct FindingPage {
    std::vector<ListedFinding> findings = {};
    std::string next = {}; ///< cursor; empty at the end
};

/// Open ones the oldest first; all of them the latest first. One query.
Result<FindingPage> list_findings(
    db::Reader&, const ContractId&, const Sight&, const FindingFilter&, const std::string& cursor, int limit);

}
