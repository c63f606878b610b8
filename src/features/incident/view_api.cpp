#include "features/incident/view_api.hpp"

namespace hoshuban::incident {

IncidentView view_of(const Listed& listed, const Timeline& timeline)
{
    const Incident& incident = listed.incident;
    const Intake& intake = incident.intake;
    return {.id = incident.id,
        .case_number = incident.case_number,
        .state = incident.state,
        .turn = turn_of(incident.state, timeline),
        .wait_reason = waits_now(timeline) ? timeline.waits.back().reason : "",
        .begun_at = listed.begun_at,
        .phenomenon = intake.phenomenon,
        .site_id = intake.site,
        .site_name = listed.site_name,
        .place = intake.place,
        .device_id = intake.device,
        .device_number = listed.device_number,
        .device_kind = listed.device_kind,
        .device_model = listed.device_model,
        .device_class = intake.device_class,
        .error_text = intake.error_text,
        .contact_person = intake.contact_person,
        .contact_phone = intake.contact_phone,
        .occurred_at = intake.occurred_at,
        .severity = intake.severity,
        .action = incident.outcome.action,
        .cause = incident.outcome.cause,
        .notes = incident.outcome.notes,
        .clocks = {},
        .entries = {},
        .acts = {},
        .missing = {},
        .flow = {},
        .as_of = {},
        .version = incident.version};
}

EntryView view_of(const Entry& entry)
{
    return {entry.id, entry.act, entry.at, entry.person, entry.city_person, entry.text, entry.appointment,
        entry.finished_at, entry.entered_by, entry.entered_at, entry.taken_back, entry.visit};
}

ClockView view_of(const contract::ServiceLevel& level, const ServiceClock& clock, const Outcome& outcome)
{
    const auto reason = outcome.miss_reasons.find(level.id);
    return {.level = level.id,
        .label = level.label,
        .clause = level.clause,
        .nature = level.nature,
        .standing = clock.standing,
        .from = clock.from,
        .due = clock.due,
        .reached = clock.reached,
        .used_seconds = static_cast<int>(clock.used.count()),
        .allowed_seconds = static_cast<int>(clock.allowed.count()),
        .by_arrival = clock.by_arrival,
        .forecast = clock.forecast,
        .needs_reason = clock.standing == Standing::missed && level.miss_needs_reason,
        .reason = reason == outcome.miss_reasons.end() ? "" : reason->second};
}

}
