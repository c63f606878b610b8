#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/installation/job_line.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <string>

namespace hoshuban::installation {

/// What entering loans of a job takes besides the job.
struct Lending {
    const contract::Profile& profile;
    const WorkingCalendar& calendar;
    const audit::Cause& cause;
    std::function<std::string()> new_id;
};

/// Enters the units that a job has lent into the ledger of loans, due on the day of the job (RST-02, LND-05). Those
/// that are on loan already stay as they are. Nothing for a job without such a day.
Result<void> lend_units(db::Tx&, const Lending&, const ListedJob&);

/// Records in the ledger of loans that the units of a job are back, as the step says. Refuses a day before they were
/// lent (`loan/before_lending`).
Result<void> give_units_back(db::Tx&, const Lending&, const Job&, const Step&);

/// A job that was given up has nothing to do with its loans any more: each has to be given back by itself.
Result<void> leave_loans(db::Tx&, const Lending&, const Job&);

}
