#include "features/security_incident/ground_api.hpp"

namespace hoshuban::security_incident {

IncidentView whole_view(db::Reader& reader, const Incident& incident, const http::Context& context)
{
    IncidentView view = view_of(incident, context.actor(), context.now());
    int measures = 0;
    for (const CourseEntry& entry : entries_of(reader, incident.contract_id, incident.id)) {
        measures += entry.kind == EntryKind::measure ? 1 : 0;
        view.entries.push_back({entry.id, entry.kind, entry.at, entry.text, entry.entered_by, entry.entered_at});
    }
    if (incident.state != State::closed)
        view.missing = missing_for_closing(incident, measures);
    return view;
}

Result<One> carry_out(http::Context& context, const Happening& happening, const Decide& decide)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<SecurityIncidentId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, contract, id, version));
        TRY_ASSIGN(auto decided, decide(tx, before));
        const Incident after = update(tx, audit::cause_of(context), happening, before, std::move(decided));
        return One{whole_view(tx, after, context), after.version};
    });
}

}
