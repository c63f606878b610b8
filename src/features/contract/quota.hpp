#pragma once
#include "core/names.hpp"
#include "core/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::contract {

/// 見込み only shows, 上限 stops.
enum class QuotaKind { estimate, cap };

constexpr auto names_of(const QuotaKind*)
{
    return std::to_array<Name<QuotaKind>>({{QuotaKind::estimate, "estimate"}, {QuotaKind::cap, "cap"}});
}

/// What happens when one more would pass the limit.
enum class AtLimit { warn, recorded_agreement, block };

constexpr auto names_of(const AtLimit*)
{
    return std::to_array<Name<AtLimit>>({
        {AtLimit::warn, "warn"},
        {AtLimit::recorded_agreement, "recorded_agreement"},
        {AtLimit::block, "block"},
    });
}

/// What one unit of a quota is.
enum class QuotaCounts { runs, devices };

constexpr auto names_of(const QuotaCounts*)
{
    return std::to_array<Name<QuotaCounts>>({{QuotaCounts::runs, "runs"}, {QuotaCounts::devices, "devices"}});
}

/// An estimate or a cap of a contract (QTA). Several work types may draw on one quota.
struct Quota {
    std::string id;
    Text label;
    QuotaKind kind = QuotaKind::estimate;
    AtLimit at_limit = AtLimit::warn;
    QuotaCounts counts = QuotaCounts::runs;
    int limit = 0;
    /// The most devices one run may touch, where the contract says so (QTA-09).
    std::optional<int> devices_per_run;
    Text unit;
    Text rule;
    std::string clause;

    bool operator==(const Quota&) const = default;
};

/// A family that groups work types as the contract prints them.
struct WorkFamily {
    std::string id;
    Text label;

    bool operator==(const WorkFamily&) const = default;
};

/// A kind of work of the contract (CON-04) and the quotas that a run of it draws on.
struct WorkType {
    std::string id;
    Text label;
    std::string family;
    bool in_scope = true;
    /// Work on equipment needs a work request; inquiries and investigations do not (WRQ-16).
    bool on_equipment = true;
    std::vector<std::string> quotas;
    std::vector<std::string> acts; ///< prohibited acts that a run performs
    std::string approval; ///< the kind of approval that it needs beforehand
    /// The device classes whose recovered faults are runs of it; a class belongs to one work type.
    std::vector<std::string> incident_classes = {};
    std::string clause;

    bool operator==(const WorkType&) const = default;
};

/// How many combined runs past years needed for some categories (QTA-16).
struct RunBenchmark {
    int low = 0;
    int high = 0;
    std::vector<std::string> quotas;
    std::string clause;

    bool operator==(const RunBenchmark&) const = default;
};

enum class RunState { planned, actual };

/// One job as the quotas see it: the work types carried out together on some devices.
struct Run {
    std::vector<std::string> work_types;
    int devices = 0;
    RunState state = RunState::actual;
};

enum class QuotaState { under, near, reached, over };

constexpr auto names_of(const QuotaState*)
{
    return std::to_array<Name<QuotaState>>({
        {QuotaState::under, "under"},
        {QuotaState::near, "near"},
        {QuotaState::reached, "reached"},
        {QuotaState::over, "over"},
    });
}

/// How far one quota is used. `state` looks at actual and planned together; `near` begins at four fifths.
struct QuotaUse {
    std::string id;
    int actual = 0;
    int planned = 0;
    QuotaState state = QuotaState::under;

    bool operator==(const QuotaUse&) const = default;
};

/// The use of every quota, and the number of runs that the benchmark compares.
struct QuotaReport {
    std::vector<QuotaUse> items;
    int benchmark_runs = 0;

    bool operator==(const QuotaReport&) const = default;
};

/// What stands in the way of one more run, or only deserves a warning.
struct QuotaObjection {
    std::string quota;
    AtLimit effect = AtLimit::warn;
    Text text;

    bool operator==(const QuotaObjection&) const = default;
};

struct QuotaTerms {
    std::span<const Quota> quotas;
    std::span<const WorkType> work_types;
    const RunBenchmark* benchmark = nullptr;
};

/// The quotas that one run draws on, each once however many of its work types share it.
std::vector<std::string> quotas_of(const QuotaTerms&, const Run&);

/// Count the runs. A bundled run counts once in each of its categories and once as a run (QTA-15).
QuotaReport quota_use(const QuotaTerms&, std::span<const Run>);

/// A run that a ledger of its own keeps, beside the work requests.
struct KeptRun {
    Run run;
    std::string request = {}; ///< the id of the work request that tells of it too; empty: none does
    std::vector<std::string> request_types = {}; ///< the work types of that request
};

/// The runs of work requests and of a ledger together: what a request and the ledger both tell of counts once, however
/// many runs of the ledger one request tells of. A request of other work types stays.
std::vector<Run> all_runs(std::vector<Run> requests, std::span<const KeptRun>);

/// Refuses past a cap: at all where the contract blocks (`cap_reached`), and without a recorded agreement of the city
/// where it wants one (`agreement_needed`, field `agreement`); `room` stands before the code (QTA-14).
Result<void> check_caps(std::span<const QuotaObjection>, std::string_view agreement, std::string_view room);

/// What one more run would meet, given what is used already (QTA-13, QTA-14).
std::vector<QuotaObjection> objections(const QuotaTerms&, std::span<const Run> so_far, const Run& next);

}
