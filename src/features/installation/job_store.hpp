#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/installation/job_line.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::installation {

Result<ListedJob> get(db::Reader&, const ContractId&, const JobId&);
/// Refuses (`installation/changed`) when somebody else was first.
Result<ListedJob> get_version(db::Reader&, const ContractId&, const JobId&, int version);

/// Enters a job with its units; the clock of a return starts (RST-02), and of a move the one that runs to the end of
/// the planned day, or of the first open day after it (LOC-05).
void insert(db::Tx&, const WorkingCalendar&, const audit::Cause&, const Job&);
/// Stores a step and the job after it, in the version before; the job as it is then.
Job update(db::Tx&, const audit::Cause&, const Job& before, Job after, const Step&);

std::vector<Step> steps_of(db::Reader&, const ContractId&, const JobId&);

struct JobFilter {
    std::string kind = {};
    std::string state = {}; ///< `open`: what waits to be done; empty: all
    std::string site = {}; ///< the id: where the units are put, or stand on the day of planning
};

struct JobPage {
    std::vector<ListedJob> jobs;
    std::string next; ///< cursor; empty at the end
};

/// The latest planned first.
Result<JobPage> list(db::Reader&, const ContractId&, const JobFilter&, std::string_view cursor, int limit);

/// Every job of a contract, for its quotas.
std::vector<ToldJob> all_jobs(db::Reader&, const ContractId&);

/// The units that a job waits for, with its number.
std::map<DeviceId, std::string> waiting_units(db::Reader&, const ContractId&);

}
