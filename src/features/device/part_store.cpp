#include "features/device/part_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/device/sql.hpp"
#include "platform/db/listed.hpp"
#include "platform/db/many.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace hoshuban::device {
namespace {

audit::Facts part_facts(const Part& part)
{
    return {{"part_kind", std::string{name_of(part.kind)}}, {"part_model", part.model}, {"part_serial", part.serial},
        {"part_from", to_text(part.from)}, {"part_to", part.to == no_end ? "" : to_text(part.to)}};
}

struct KnownPart {
    const Part* was = nullptr;
    const Part* is = nullptr;
};

void record_part(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& device,
    const audit::Facts& before, const Part& part)
{
    audit::Entry entry = audit::entry(cause, contract, "device.part_recorded", {"device", device.text});
    audit::put_change(entry, before, part_facts(part));
    audit::record(tx, entry);
}

}

Part part_from(const db::Row& row)
{
    return {.id = row.get<PartId>("id"),
        .kind = row.get<PartKind>("kind"),
        .model = row.get<std::string>("model"),
        .serial = row.get<std::string>("serial"),
        .from = row.get<LocalDay>("begins_on"),
        .to = row.get<LocalDay>("ends_on"),
        .version = row.get<int>("version")};
}

std::vector<PartChange> changes_of(std::span<const Part> was, std::span<const Part> is)
{
    std::map<std::string, KnownPart> parts;
    for (const Part& part : was)
        parts[part.id.text].was = &part;
    for (const Part& part : is)
        parts[part.id.text].is = &part;
    std::vector<PartChange> changes;
    const auto facts = [](const Part* part) { return part == nullptr ? audit::Facts{} : part_facts(*part); };
    for (const auto& [id, part] : parts) {
        if (facts(part.was) != facts(part.is))
            changes.push_back({facts(part.was), facts(part.is)});
    }
    return changes;
}

void store_parts(db::Tx& tx, const ContractId& contract, std::span<const std::pair<DeviceId, std::vector<Part>>> parts)
{
    std::vector<DeviceId> devices;
    std::vector<std::vector<db::Param>> rows;
    for (const auto& [device, each] : parts) {
        devices.push_back(device);
        for (const Part& part : each) {
            rows.push_back({contract, part.id, device, name_of(part.kind), part.model, part.serial, part.from, part.to,
                part.version});
        }
    }
    remove_parts(tx, contract, devices);
    db::insert_many(tx, sql::insert_part, rows);
}

void remove_parts(db::Tx& tx, const ContractId& contract, std::span<const DeviceId> devices)
{
    for (const auto portion : db::portions(devices)) {
        const db::Listed listed{sql::delete_unit_parts, {contract}, portion};
        tx.execute(listed.query(), listed.params());
    }
}

std::vector<Part> parts_of(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    return reader.query(sql::list_parts, contract, device).map(part_from);
}

void insert_part(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& device, const Part& part)
{
    tx.execute(sql::insert_part, contract, part.id, device, part.kind, part.model, part.serial, part.from, part.to,
        part.version);
    record_part(tx, contract, cause, device, {}, part);
}

Result<void> update_part(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& device, Part part, int seen)
{
    const auto parts = parts_of(tx, contract, device);
    const auto before = std::ranges::find(parts, part.id, &Part::id);
    if (before == parts.end())
        return fail(ErrorKind::not_found, "device/part_not_found", {"付属機器が見つかりません。", "no such part"});
    if (tx.execute(sql::update_part, contract, part.id, seen, part.kind, part.model, part.serial, part.from, part.to) ==
        0)
        return changed_meanwhile("device/part_changed", before->version);
    record_part(tx, contract, cause, device, part_facts(*before), part);
    return {};
}

}
