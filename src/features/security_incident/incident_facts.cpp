#include "features/security_incident/incident_facts.hpp"

namespace hoshuban::security_incident {

std::map<std::string, std::string> facts_of(const Incident& incident)
{
    const Intake& intake = incident.intake;
    const FirstReport report = incident.first_report.value_or(FirstReport{});
    return {{"number", incident.number}, {"kind", std::string{name_of(intake.kind)}}, {"title", intake.title},
        {"what", intake.what}, {"noticed_at", to_text(intake.noticed_at)}, {"place", intake.place},
        {"assets", intake.assets},
        {"subject", intake.subject.kind.empty() ? "" : intake.subject.kind + " " + intake.subject.id},
        {"state", std::string{name_of(incident.state)}},
        {"reported_at", incident.first_report ? to_text(report.at) : ""}, {"told_to", report.told_to},
        {"reported_how", report.how}, {"reported_by", report.by}, {"closed_by", incident.closed_by},
        {"closing", incident.closing}};
}

}
