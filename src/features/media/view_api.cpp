#include "features/media/view_api.hpp"

#include "features/security_incident/incident_store.hpp"

namespace hoshuban::media {

MediumView view_of(const Medium& medium, const Surroundings& around)
{
    const bool keeps = around.actor.may(Permission::keep_media, medium.contract_id);
    return {.id = medium.id,
        .label = medium.label,
        .kind = medium.kind,
        .name = medium.name,
        .purpose = medium.purpose,
        .keeper = medium.keeper,
        .storage_place = medium.storage_place,
        .recovery = medium.recovery,
        .state = medium.state,
        .holder = medium.holder,
        .changed_at = medium.changed_at,
        .used_at = medium.used_at,
        .check = check_state(medium, around.check_required, around.now),
        .checked_at = medium.check ? std::optional{medium.check->at} : std::nullopt,
        .registered_by = medium.registered_by,
        .registered_at = medium.registered_at,
        .incident_id = {},
        .incident_number = {},
        .moves = keeps ? possible_moves(medium.state) : std::vector<Move>{},
        .movements = {},
        .checks = {},
        .uses = {},
        .may_keep = keeps,
        .scanner = around.scanner,
        .version = medium.version};
}

MediumView whole_view(db::Reader& reader, const Medium& medium, const Surroundings& around)
{
    MediumView view = view_of(medium, around);
    const ContractId& contract = medium.contract_id;
    for (const Movement& each : movements_of(reader, contract, medium.id))
        view.movements.push_back({each.id, each.move, each.at, each.person, each.place, each.note, each.entered_by});
    for (const Check& each : checks_of(reader, contract, medium.id))
        view.checks.push_back({each.id, each.method, each.started_at, each.finished_at, each.checked_by, each.tool,
            each.definitions_on, each.verdict, each.note});
    for (const auto& [use, number, title] : uses_of(reader, contract, medium.id))
        view.uses.push_back({use.id, use.request, number, title, use.device, use.planned_at, use.purpose, use.state,
            use.used_at, use.used_by, use.permission, use.entered_by});
    if (around.actor.may(Permission::view_security_incident, contract)) {
        if (const auto incident = security_incident::open_incident_of(reader, contract, {"medium", medium.id.text})) {
            view.incident_id = incident->id.text;
            view.incident_number = incident->number;
        }
    }
    return view;
}

CheckedFileView view_of(const CheckedFile& file)
{
    return {file.id, file.name, file.size, file.sha256, file.verdict, file.threat, file.engine, file.definitions_on,
        file.scanned_at};
}

}
