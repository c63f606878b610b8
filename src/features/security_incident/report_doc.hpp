#pragma once
#include "core/language.hpp"
#include "features/contract/profile.hpp"
#include "features/security_incident/incident.hpp"

#include <string>
#include <vector>

namespace hoshuban::security_incident {

/// The report to the city as a Word document of A4 pages: what, when, where, cause, course, damage and measures
/// (LAW-02, LAW-05), and of damage how it is made good. It is a paper for the city and therefore always Japanese.
Result<std::string> report_document(
    const Incident&, const std::vector<CourseEntry>&, const contract::Profile&, Instant now);

/// `損害報告書_J25-003.docx`
std::string report_file_name(const Incident&);

}
