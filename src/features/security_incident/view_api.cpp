#include "features/security_incident/view_api.hpp"

namespace hoshuban::security_incident {
namespace {

void put_report(const Incident& incident, Instant now, IncidentView& view)
{
    if (incident.term) {
        view.report_due_at = incident.term->due_at;
        view.report_guide = incident.term->guide;
        view.report_clause = incident.term->clause;
    }
    view.report_late = is_late(incident, now);
    view.written = incident.written;
    view.restoration = incident.restoration;
    view.ruling = incident.ruling;
}

}

IncidentView view_of(const Incident& incident, const Actor& actor, Instant now)
{
    const Intake& intake = incident.intake;
    const Harm& harm = intake.harm;
    const FirstReport report = incident.first_report.value_or(FirstReport{});
    IncidentView view{.id = incident.id,
        .number = incident.number,
        .category = intake.category,
        .kind = intake.kind,
        .title = intake.title,
        .what = intake.what,
        .noticed_at = intake.noticed_at,
        .place = intake.place,
        .assets = intake.assets,
        .cause = harm.cause,
        .extent = harm.extent,
        .affected = harm.affected,
        .first_measures = harm.first_measures,
        .party = harm.party,
        .party_name = harm.party_name,
        .amount_yen = harm.amount_yen,
        .state = incident.state,
        .side = incident.side,
        .entered_by = incident.entered_by,
        .entered_at = incident.entered_at,
        .reported_at = incident.first_report ? std::optional{report.at} : std::nullopt,
        .told_to = report.told_to,
        .reported_how = report.how,
        .reported_by = report.by,
        .closed_at = incident.closed_at,
        .closed_by = incident.closed_by,
        .closing = incident.closing,
        .subject_kind = intake.subject.kind,
        .subject_id = intake.subject.id,
        .missing = {},
        .entries = {},
        .can = actions(incident, actor),
        .version = incident.version};
    put_report(incident, now, view);
    return view;
}

}
