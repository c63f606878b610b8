#include "features/security_incident/view_api.hpp"

namespace hoshuban::security_incident {

IncidentView view_of(const Incident& incident, const Actor& actor)
{
    const Intake& intake = incident.intake;
    const FirstReport report = incident.first_report.value_or(FirstReport{});
    return {.id = incident.id,
        .number = incident.number,
        .kind = intake.kind,
        .title = intake.title,
        .what = intake.what,
        .noticed_at = intake.noticed_at,
        .place = intake.place,
        .assets = intake.assets,
        .state = incident.state,
        .side = incident.side,
        .entered_by = incident.entered_by,
        .entered_at = incident.entered_at,
        .reported_at = incident.first_report ? std::optional{report.at} : std::nullopt,
        .told_to = report.told_to,
        .reported_how = report.how,
        .reported_by = report.by,
        .report_due_at = {},
        .closed_at = incident.closed_at,
        .closed_by = incident.closed_by,
        .closing = incident.closing,
        .subject_kind = intake.subject.kind,
        .subject_id = intake.subject.id,
        .missing = {},
        .entries = {},
        .can = actions(incident, actor),
        .version = incident.version};
}

}
