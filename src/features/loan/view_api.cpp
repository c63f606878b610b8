#include "features/loan/view_api.hpp"

#include "features/loan/link_store.hpp"
#include "features/loan/spaced.hpp"
#include "features/security_incident/incident_store.hpp"

namespace hoshuban::loan {

LoanView view_of(const Loan& loan, const Linked& linked, const Actor& actor, LocalDay today)
{
    const bool keeps = actor.may(Permission::keep_loan, loan.contract_id);
    return {.id = loan.id,
        .number = loan.number,
        .kind = loan.kind,
        .title = loan.title,
        .lent_by = loan.lent_by,
        .lent_to = loan.lent_to,
        .holder = loan.holder,
        .storage_place = loan.storage_place,
        .lent_on = loan.lent_on,
        .due_back = loan.due_back,
        .due_back_is = urgency(loan, loan.due_back, today),
        .returned_on = loan.returned_on,
        .returned_to = loan.returned_to,
        .state = loan.state,
        .checked_on = loan.checked_on,
        .next_check_on = loan.next_check_on,
        .next_check_is = urgency(loan, loan.next_check_on, today),
        .note = loan.note,
        .device_id = loan.device,
        .device = spaced({linked.device_number, linked.device_kind, linked.device_model}),
        .medium_id = loan.medium,
        .medium = spaced({linked.medium_label, linked.medium_name}),
        .job_id = loan.job_id,
        .job_number = loan.job_number,
        .missing = missing(loan, linked),
        .entered_by = loan.entered_by,
        .entered_at = loan.entered_at,
        .incident_id = {},
        .incident_number = {},
        .personal = is_personal(loan.kind),
        .acts = keeps ? possible_acts(loan) : std::vector<Act>{},
        .entries = {},
        .may_keep = keeps,
        .version = loan.version};
}

LoanView whole_view(db::Reader& reader, const Loan& loan, const Actor& actor, LocalDay today)
{
    auto linked = linked_of(reader, loan.contract_id, {&loan, 1}, today);
    LoanView view = view_of(loan, linked[loan.id], actor, today);
    for (const Entry& each : entries_of(reader, loan.contract_id, loan.id))
        view.entries.push_back({each.id, each.act, each.on, each.person, each.place, each.in_order, each.permission,
            each.note, each.entered_by});
    if (actor.may(Permission::view_security_incident, loan.contract_id)) {
        if (const auto incident =
                security_incident::open_incident_of(reader, loan.contract_id, {"loan", loan.id.text})) {
            view.incident_id = incident->id.text;
            view.incident_number = incident->number;
        }
    }
    return view;
}

}
