#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"
#include "features/device/placement.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::installation {

using contract::InstallationKind;
using JobId = Id<struct InstallationTag>;
using StepId = Id<struct InstallationStepTag>;

enum class State { planned, set_up, done, returned, cancelled };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::planned, "planned"},
        {State::set_up, "set_up"},
        {State::done, "done"},
        {State::returned, "returned"},
        {State::cancelled, "cancelled"},
    });
}

/// What follows a plan: set up anew from the medium, carried and put in place, given back with a receipt, given up.
enum class Act { set_up, done, returned, cancelled };

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({
        {Act::set_up, "set_up"},
        {Act::done, "done"},
        {Act::returned, "returned"},
        {Act::cancelled, "cancelled"},
    });
}

/// 設置, …
const Text& label(InstallationKind);
const Text& label(State);

/// A unit of a job and where it stands afterwards.
struct JobUnit {
    DeviceId device = {};
    std::string place = {};
    std::string address = {}; ///< its IPv4 address there; empty: it keeps the one that it has (INS-05)
};

/// One job on some units (INS-01, RST-01).
struct Job {
    JobId id = {};
    ContractId contract_id = {};
    std::string number = {};
    InstallationKind kind = InstallationKind::installation;
    State state = State::planned;
    std::optional<SiteId> site = {}; ///< where the units are put; of a removal and a re-setup none
    LocalDay planned_on = {};
    std::optional<WorkRequestId> request = {};
    std::string instruction = {}; ///< of the city, where no work request holds it: who said what when
    std::string medium = {}; ///< the edition that the city names (INS-03, RST-01); empty: no unit is set up from one
    std::string agreement = {}; ///< of the city to go past a cap: who agreed when (QTA-14)
    std::optional<LocalDay> lent_on = {};
    std::optional<LocalDay> due_back = {};
    std::string note = {};
    std::optional<LocalDay> last_on = {}; ///< of the latest step
    std::string entered_by = {};
    Instant entered_at = {};
    std::vector<JobUnit> units = {};
    int version = 1;
};

struct Step {
    StepId id = {};
    Act act = Act::set_up;
    LocalDay on = {};
    std::string person = {}; ///< who did it; returned: who of the city took them back
    std::string medium = {}; ///< the edition that was used
    std::string note = {}; ///< returned: the receipt; cancelled: why
    std::string entered_by = {};
    Instant entered_at = {};
};

/// A unit as the register knows it on the day of planning.
struct KnownUnit {
    contract::Device device;
    std::optional<device::Spot> spot; ///< none: it is in no register
    std::string open_job; ///< the number of another job that waits for it
};

/// Settles and checks a plan: the city's instruction, the medium where one comes first, units one by one (excluded ones
/// with the contract's reason, INS-02, INS-04). `known` are the units in the order of `job.units`.
Result<Job> plan(Job, const contract::Profile&, std::span<const KnownUnit> known);

/// What the contract's quotas say to one more job, beside what is there (QTA-09, QTA-11).
std::vector<contract::QuotaObjection> objections_to(
    const Job&, const contract::Profile&, std::span<const contract::Run> so_far);

/// Refuses past a cap: at all where the contract blocks, without a recorded agreement where it wants one (QTA-14).
Result<void> check_caps(const Job&, std::span<const contract::QuotaObjection>);

/// A job as the quotas count it; nothing that was given up.
std::optional<contract::Run> run_of(const Job&, const contract::Profile&);

/// A job, and the work types of the request that it carries out.
struct ToldJob {
    Job job = {};
    std::vector<std::string> request_types = {};
};

/// The jobs as the quotas count them, beside the work requests.
std::vector<contract::KeptRun> kept_runs(std::span<const ToldJob> jobs, const contract::Profile&);

std::vector<Act> possible_acts(const Job&, const contract::InstallationWork&);

/// The job after a step. Refuses what does not follow, days to come and before the step before it, another edition than
/// the city named, a return without its receipt.
Result<Job> carry_out(Job, Step&, const contract::InstallationWork&, LocalDay today);

/// Where a unit stands when the job is done; none: it stays.
std::optional<device::Spot> spot_after(const Job&, const JobUnit&, const contract::Profile&);

}
