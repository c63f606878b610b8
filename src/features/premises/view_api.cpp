#include "features/premises/view_api.hpp"

namespace hoshuban::premises {
namespace {

std::optional<SeenView> seen_view(const std::optional<Seen>& seen)
{
    return seen ? std::optional{SeenView{seen->version, seen->by, seen->at}} : std::nullopt;
}

RecordVersionView version_view(const RecordVersion& version)
{
    return {.version = version.version,
        .act = version.act,
        .room = version.room,
        .name = version.stay.name,
        .affiliation = version.stay.affiliation,
        .in_at = version.stay.in_at,
        .out_at = version.stay.out_at,
        .purpose = version.stay.purpose,
        .request_number = version.stay.request_number,
        .attendant = version.stay.attendant,
        .reason = version.reason,
        .entered_by = version.entered_by,
        .entered_at = version.entered_at};
}

}

std::string site_name(const contract::Profile& profile, const SiteId& id)
{
    const contract::Site* site = contract::find_site(profile, id);
    return site == nullptr ? std::string{} : site->name;
}

ControlledRoomView view_of(const contract::Profile& profile, const ControlledRoom& room, int inside)
{
    return {.id = room.id,
        .site_id = room.site,
        .site = site_name(profile, room.site),
        .name = room.name,
        .floor = room.floor,
        .procedure = room.procedure,
        .closed_on = room.closed_on,
        .inside = inside,
        .version = room.version};
}

EntryRecordView view_of(const contract::Profile& profile, const PlacedRecord& placed, const Actor& actor)
{
    const EntryRecord& record = placed.record;
    const RoomStay& stay = record.stay;
    return {.id = record.id,
        .site_id = placed.site,
        .site = site_name(profile, placed.site),
        .room_id = stay.room,
        .room = placed.room,
        .floor = placed.floor,
        .worker_id = stay.worker,
        .name = stay.name,
        .affiliation = stay.affiliation,
        .in_at = stay.in_at,
        .out_at = stay.out_at,
        .purpose = stay.purpose,
        .request_id = stay.request,
        .request_number = stay.request_number,
        .attendant = stay.attendant,
        .withdrawn = record.withdrawn,
        .seen = seen_view(record.seen),
        .may_keep = !record.withdrawn && actor.may(Permission::keep_premises, record.contract_id),
        .may_confirm = !record.withdrawn && stay.out_at && actor.may(Permission::confirm_premises, record.contract_id),
        .version = record.version};
}

EntryRecordView whole_view(
    db::Reader& reader, const contract::Profile& profile, const PlacedRecord& placed, const Actor& actor)
{
    EntryRecordView view = view_of(profile, placed, actor);
    for (const RecordVersion& version : versions_of(reader, placed.record.contract_id, placed.record.id))
        view.versions.push_back(version_view(version));
    return view;
}

DrillView view_of(const contract::Profile& profile, const Drill& drill, const Actor& actor, LocalDay today)
{
    DrillView view{.id = drill.id,
        .site_id = drill.site,
        .site = site_name(profile, drill.site),
        .on = drill.on,
        .kind = drill.kind,
        .asked = drill.asked,
        .result = drill.result,
        .to_come = drill.on > today,
        .seen = seen_view(drill.seen),
        .entered_by = drill.entered_by,
        .entered_at = drill.entered_at,
        .may_keep = actor.may(Permission::keep_premises, drill.contract_id),
        .may_confirm = drill.on <= today && actor.may(Permission::confirm_premises, drill.contract_id),
        .version = drill.version};
    for (const Attendee& each : drill.attendees)
        view.attendees.push_back({each.worker, each.name, each.affiliation, each.attended, each.reason});
    return view;
}

}
