#pragma once
#include "core/language.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/service.hpp"
#include "features/incident/incident.hpp"

#include <span>
#include <string>
#include <vector>

namespace hoshuban::incident {

/// A level as it stands in a paper.
struct PaperLevel {
    const contract::ServiceLevel& level;
    ServiceClock clock = {};
    bool apart = false; ///< counted apart, because a maker's engineer is sent (A-12)
};

/// What the papers of an incident are written from.
struct Papers {
    std::string contract_title = {};
    int contract_version = 0;
    Listed listed = {};
    std::vector<Entry> entries = {}; ///< that hold
    std::vector<PaperLevel> levels = {};
};

/// The result report to the city (対応報告書): case number, completion, action and result, notes, and each level with
/// the reason where it was missed (INC-06, SLA-06, A-14), as a Word document.
Result<std::string> report_document(const Papers&, Language, Instant now);

/// The same as a mail.
struct ReportMail {
    std::string subject;
    std::string body;
};

ReportMail report_mail(const Papers&, Language);

/// Everything that one level was counted from.
struct EvidencePaper {
    const PaperLevel& level;
    std::vector<Interval> intervals;
    LocalDay holidays_until; ///< published holidays that the calendar knows
    std::span<const audit::Event> events; ///< of the incident, the newest first, with their hashes
};

/// The evidence of one level as a Word document: every stretch, the calendar and the contract it was counted by, and
/// the events with the hashes by which the chain proves them.
Result<std::string> evidence_document(const Papers&, const EvidencePaper&, Language, Instant now);

}
