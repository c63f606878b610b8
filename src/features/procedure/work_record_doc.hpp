#pragma once
#include "core/result.hpp"
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"
#include "features/procedure/step_record.hpp"

#include <string>
#include <vector>

namespace hoshuban::procedure {

/// Everything about a job that is handed to the city as its work-related documents (PRC-08).
struct WorkRecord {
    Job job;
    std::vector<Followed> procedures = {}; ///< given up ones too
    std::vector<VersionFile> files = {};
    std::vector<approval::Approval> approvals = {}; ///< the newest first
    std::vector<StepRecord> records = {};
    std::vector<StepPhoto> photos = {};
};

/// 作業記録: one xlsx of procedures and their files, approvals, and what was recorded, corrected records too.
Result<std::string> work_record_xlsx(const contract::Profile&, const WorkRecord&, Instant created);
/// `作業記録_A26A-03_2026-05-11.xlsx`
std::string work_record_name(const WorkRecord&, LocalDay);

}
