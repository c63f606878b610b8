#include "features/device/part_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/sql.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

audit::Facts part_facts(const Part& part)
{
    return {{"part_kind", std::string{name_of(part.kind)}}, {"part_model", part.model}, {"part_serial", part.serial},
        {"part_from", to_text(part.from)}, {"part_to", part.to == no_end ? "" : to_text(part.to)}};
}

void record_part(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& device,
    const audit::Facts& before, const Part& part)
{
    audit::Entry entry = audit::entry(cause, contract, "device.part_recorded", {"device", device.text});
    audit::put_change(entry, before, part_facts(part));
    audit::record(tx, entry);
}

}

std::vector<Part> parts_of(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    return reader.query(sql::list_parts, contract, device).map([](const db::Row& row) {
        return Part{.id = row.get<PartId>("id"),
            .kind = row.get<PartKind>("kind"),
            .model = row.get<std::string>("model"),
            .serial = row.get<std::string>("serial"),
            .from = row.get<LocalDay>("begins_on"),
            .to = row.get<LocalDay>("ends_on"),
            .version = row.get<int>("version")};
    });
}

void insert_part(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& device, const Part& part)
{
    tx.execute(sql::insert_part, contract, part.id, device, part.kind, part.model, part.serial, part.from, part.to);
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
