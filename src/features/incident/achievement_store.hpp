#pragma once
#include "features/incident/achievement.hpp"
#include "features/incident/clock_store.hpp"
#include "platform/db/blob.hpp"

#include <vector>

namespace hoshuban::incident {

/// No month has more; a month that has is refused.
inline constexpr int most_counted = 5'000;

/// Every incident that the city instructed in the month, in order of the instruction, in four queries for the month and
/// one of each for 64 incidents. `only`: the sites that who asks sees.
Result<std::vector<Counted>> counted_in(db::Reader&, const ContractId&, std::chrono::year_month, const LevelCalendars&,
    const std::optional<std::vector<SiteId>>& only, Instant now);

/// A month that was reported.
struct ReportedMonth {
    ContractId contract_id = {};
    std::chrono::year_month month = {};
    int edition = 0;
    std::string name = {}; ///< of the file
    std::string sha256 = {};
    std::string reported_by = {};
    Instant reported_at = {};
};

/// The last edition; none: the month is not reported.
std::optional<ReportedMonth> reported(db::Reader&, const ContractId&, std::chrono::year_month);
/// An edition, for its file.
Result<ReportedMonth> reported(db::Reader&, const ContractId&, std::chrono::year_month, int edition);
/// What an edition counted.
std::vector<KeptClock> kept(db::Reader&, const ReportedMonth&);

/// Stores an edition with its file, what each incident counted, and the event.
void report(db::Tx&, const audit::Cause&, const ReportedMonth&, std::span<const Counted>, std::span<const KeptClock>,
    const db::PackedBlob& file);

/// Refuses (`incident/month_reported`) an entry of an incident that a reported month counts, when its moment lies
/// before that month's end: what was reported to the city would be another. What is to be put right is told in a note.
Result<void> check_not_reported(db::Reader&, const ContractId&, const IncidentId&, std::span<const Instant> moments);
/// Refuses to open an incident again that was reported as closed.
Result<void> check_reopens(db::Reader&, const ContractId&, const IncidentId&);

}
