#include "features/device/unit_detail_store.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/generation_store.hpp"
#include "features/device/register_store.hpp"
#include "features/device/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

std::string day_text(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

Result<void> check_serial(
    db::Reader& reader, const ContractId& contract, const DeviceId& device, const std::string& serial, LocalDay today)
{
    if (serial.empty())
        return {};
    const auto holder = reader.query(sql::find_serial_holder, contract, device, fold(serial), today)
                            .one_or_none([](const db::Row& row) { return row.get<std::string>("number"); });
    if (!holder)
        return {};
    const Text said{
        fmt::format("このシリアル番号は機器{}のものです。どちらの機器か、銘板で確かめてください。", *holder),
        fmt::format("this is the serial number of {}: look at the plates to see whose it is", *holder)};
    return fail(ErrorKind::conflict, "device/serial_taken", said, {{"serial", "device/serial_taken", said}});
}

}

audit::Facts detail_facts(const UnitDetail& detail)
{
    return {{"serial", detail.serial}, {"type_number", detail.type_number}, {"remarks", detail.remarks},
        {"bought_on", day_text(detail.bought_on)}, {"warranty_ends_on", day_text(detail.warranty_ends_on)},
        {"wire", detail.wire ? (*detail.wire ? "yes" : "no") : ""}, {"spare_key", detail.spare_key ? "yes" : "no"},
        {"medium_edition", detail.medium_edition}};
}

Result<void> check_serial_free(db::Reader& reader, const ContractId& contract, const DeviceId& device, LocalDay today)
{
    TRY_ASSIGN(const auto known, get_device(reader, contract, device));
    return check_serial(reader, contract, device, detail_of(reader, contract, known).serial, today);
}

UnitDetail detail_from(const db::Row& row)
{
    return {.serial = row.get<std::string>("serial"),
        .bought_on = row.get<std::optional<LocalDay>>("bought_on"),
        .warranty_ends_on = row.get<std::optional<LocalDay>>("warranty_ends_on"),
        .wire = row.get<std::optional<bool>>("wire"),
        .spare_key = row.get<bool>("spare_key"),
        .medium_edition = row.get<std::string>("medium_edition"),
        .version = row.get<int>("version")};
}

UnitDetail detail_of(db::Reader& reader, const ContractId& contract, const contract::Device& device)
{
    UnitDetail detail =
        reader.query(sql::find_unit_detail, contract, device.id).one_or_none(detail_from).value_or(UnitDetail{});
    detail.type_number = device.type_number;
    detail.remarks = device.remarks;
    return detail;
}

Result<UnitDetail> put_detail(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& id, UnitDetail detail, int seen)
{
    TRY_ASSIGN(const auto device, get_device(tx, contract, id));
    const UnitDetail before = detail_of(tx, contract, device);
    if (before.version != seen)
        return changed_meanwhile("device/detail_changed", before.version);
    TRY(check_serial(tx, contract, id, detail.serial, day_of(cause.now())));
    if (detail.type_number != before.type_number || detail.remarks != before.remarks)
        describe_unit(tx, contract, device, detail.type_number, detail.remarks);
    detail.version = before.version + 1;
    const auto key = detail.serial.empty() ? std::nullopt : std::optional{fold(detail.serial)};
    tx.execute(sql::put_unit_detail, contract, id, detail.serial, key, detail.bought_on, detail.warranty_ends_on,
        detail.wire, detail.spare_key, detail.medium_edition, detail.version);
    audit::Entry entry = audit::entry(cause, contract, "device.detailed", {"device", id.text});
    audit::put_change(entry, detail_facts(before), detail_facts(detail));
    audit::record(tx, entry);
    return detail;
}

Result<void> replace_machine(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& id, const std::string& serial)
{
    TRY_ASSIGN(const auto device, get_device(tx, contract, id));
    const UnitDetail before = detail_of(tx, contract, device);
    UnitDetail after = before;
    after.serial = serial;
    after.bought_on = std::nullopt;
    after.warranty_ends_on = std::nullopt;
    after.medium_edition.clear();
    if (after == before)
        return {};
    TRY(put_detail(tx, contract, cause, id, after, before.version));
    return {};
}

}
