#pragma once
#include "features/trend/effect.hpp"
#include "features/trend/trend.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::trend {

/// The most that is read for one answer; more is refused (`trend/too_many`).
inline constexpr int most_read = 200'000;

/// Where the units that the contractor answers for were in service on these days, in one query: by placement and model.
Result<std::vector<UnitStay>> unit_stays(db::Reader&, const ContractId&, DayRange);

/// The faults of these days that the city instructed, by their beginning, in one query.
Result<std::vector<Fault>> faults(db::Reader&, const ContractId&, DayRange);

/// The incidents that were restored on these days and are not open again, each once, in one query.
Result<std::vector<Recovery>> recoveries(db::Reader&, const ContractId&, DayRange);

/// All of it, in three queries.
Result<Trend> trend_of(db::Reader&, const contract::Profile&, LocalDay on, int months);

/// What was counted on as many days before a measure took effect as from that day until another, in four queries.
Result<Effect> effect_of(
    db::Reader&, const contract::Profile&, const SubjectKey&, LocalDay effective_on, LocalDay until);
/// The same of the recoveries that an estimate counts; its days are those of the contract. Two queries.
Result<Effect> effect_of(
    db::Reader&, const contract::Profile&, const std::string& quota, LocalDay effective_on, LocalDay until);

/// The recoveries of a contract as runs of their work types: the quotas count them beside the requests.
std::vector<contract::KeptRun> kept_runs(db::Reader&, const contract::Profile&);

}
