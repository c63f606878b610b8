#include "features/licence/view_api.hpp"

namespace hoshuban::licence {

LicenceView view_of(const Licence& licence, const Actor& actor, LocalDay today)
{
    const Terms& terms = licence.terms;
    const bool keeps = actor.may(Permission::keep_licence, licence.contract_id);
    LicenceView view{.id = licence.id,
        .number = licence.number,
        .software = terms.software,
        .edition = terms.edition,
        .publisher = terms.publisher,
        .licensee = terms.licensee,
        .kind = terms.kind,
        .quantity = terms.quantity,
        .obtained_on = terms.obtained_on,
        .valid_until = terms.valid_until,
        .valid_until_is = nearness(licence, today),
        .payer = terms.cost.payer,
        .payer_name = terms.cost.name,
        .payer_reason = terms.cost.reason,
        .purpose = terms.purpose,
        .request_id = terms.request,
        .request_number = licence.request_number,
        .certificate_place = terms.certificate_place,
        .note = terms.note,
        .state = state_of(licence, today),
        .lapsed = has_lapsed(licence, today),
        .ended_by = licence.ending ? licence.ending->entered_by : "",
        .entered_by = licence.entered_by,
        .entered_at = licence.entered_at,
        .may_keep = keeps,
        .version = licence.version};
    if (const auto end = end_of(licence, today)) {
        view.ended_on = end->on;
        view.ended_because = end->reason;
    }
    if (keeps)
        view.acts = licence.ending ? std::vector{Act::resume} : std::vector{Act::correct, Act::end};
    return view;
}

}
