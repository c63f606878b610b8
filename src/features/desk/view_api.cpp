#include "features/desk/view_api.hpp"

namespace hoshuban::desk {

DeskView view_of(const contract::MakerDesk& desk, const DeskMark& mark, std::span<const DayOff> to_come)
{
    DeskView view{.id = desk.id,
        .devices = desk.devices,
        .desk = desk.desk,
        .contact = desk.contact,
        .reception = desk.reception,
        .service = desk.service,
        .say_when_calling = desk.say_when_calling,
        .remarks = desk.remarks,
        .clause = desk.clause,
        .visit_within_open_days = desk.visit_within_open_days,
        .mail_form = desk.mail_form,
        .leaves_report = desk.leaves_report,
        .monthly_days_off = desk.monthly_days_off,
        .maintained = mark.maintained,
        .note = mark.note,
        .version = mark.version};
    for (const DayOff& each : to_come)
        view.days_off.push_back({each.day, each.reason, each.entered_by});
    return view;
}

OpenView view_of(const OpenState& state)
{
    return {.open = state.open,
        .closes_at = state.closes_at,
        .opens_at = state.opens_at,
        .reason = state.reason,
        .forecast = state.forecast};
}

VendorView view_of(const VendorSpan& span, LocalDay today)
{
    VendorView view{.role = span.role,
        .name = span.name,
        .duties = span.duties,
        .from = span.from,
        .until = span.until,
        .in_force = span.in_force_on(today),
        .clause = span.clause};
    if (span.entered != nullptr) {
        view.id = span.entered->id;
        view.role_id = span.entered->role;
        view.contact = span.entered->contact;
        view.hours = span.entered->hours;
        view.remarks = span.entered->remarks;
        view.version = span.entered->version;
    }
    return view;
}

CallView view_of(const Call& call, LocalDay today)
{
    const CallFacts& facts = call.facts;
    return {.id = call.id,
        .desk = facts.desk,
        .desk_name = call.desk_name,
        .channel = facts.channel,
        .device_id = facts.device,
        .unit = call.unit,
        .incident = facts.incident,
        .request = facts.request,
        .reached_at = facts.reached_at,
        .asked = facts.asked,
        .form_attached = facts.form_attached,
        .reference = facts.reference,
        .said = facts.said,
        .visit_expected = facts.visit_expected,
        .visit_due = call.visit_due,
        .overdue = call.visit_due && !facts.visited_at && !call.closed && *call.visit_due < today,
        .visit_at = facts.visit_at,
        .site_told_at = facts.site_told_at,
        .site_told = facts.site_told,
        .visited_at = facts.visited_at,
        .outcome = facts.outcome,
        .closed = call.closed,
        .entered_by = call.entered_by,
        .entered_at = call.entered_at,
        .version = call.version};
}

}
