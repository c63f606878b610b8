#include "features/device/listed_facts_store.hpp"

#include "core/fold.hpp"
#include "features/device/part_store.hpp"
#include "features/device/sql.hpp"
#include "features/device/unit_detail_store.hpp"
#include "platform/db/listed.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {
namespace {

struct Clash {
    std::string number;
    std::string other;
    std::string text;
};

std::optional<Clash> find_clash(db::Reader& reader, const db::Query& query, const ContractId& contract)
{
    return reader.query(query, contract).one_or_none([](const db::Row& row) {
        return Clash{row.get<std::string>("number"), row.get<std::string>("other"), row.get<std::string>("text")};
    });
}

void delete_addresses_of(db::Tx& tx, const ContractId& contract, std::span<const DeviceId> devices)
{
    for (const auto portion : db::portions(devices)) {
        const db::Listed listed{sql::delete_all_addresses, {contract}, portion};
        tx.execute(listed.query(), listed.params());
    }
}

}

std::map<DeviceId, KnownFacts> known_facts(db::Reader& reader, const ContractId& contract)
{
    std::map<DeviceId, KnownFacts> facts;
    reader.query(sql::list_known_details, contract).for_each([&](const db::Row& row) {
        KnownFacts& known = facts[row.get<DeviceId>("device_id")];
        known.number = row.get<std::string>("number");
        known.stands = row.get<bool>("stands");
        known.detail = detail_from(row);
    });
    reader.query(sql::list_known_addresses, contract).for_each([&](const db::Row& row) {
        KnownFacts& known = facts[row.get<DeviceId>("device_id")];
        known.number = row.get<std::string>("number");
        known.addresses.push_back(
            {row.get<LocalDay>("begins_on"), row.get<LocalDay>("ends_on"), row.get<std::string>("address")});
    });
    reader.query(sql::list_known_parts, contract).for_each([&](const db::Row& row) {
        KnownFacts& known = facts[row.get<DeviceId>("device_id")];
        known.number = row.get<std::string>("number");
        known.parts.push_back(part_from(row));
    });
    return facts;
}

void store_details(db::Tx& tx, const ContractId& contract, std::span<const std::pair<DeviceId, UnitDetail>> details)
{
    std::vector<std::vector<db::Param>> rows;
    rows.reserve(details.size());
    std::vector<std::optional<std::string>> keys; // the parameters look at their texts
    keys.reserve(details.size());
    for (const auto& [id, detail] : details) {
        keys.push_back(detail.serial.empty() ? std::nullopt : std::optional{fold(detail.serial)});
        rows.push_back({contract, id, detail.serial, keys.back(), detail.bought_on, detail.warranty_ends_on,
            detail.wire, detail.spare_key, detail.medium_edition, detail.version});
    }
    db::insert_many(tx, sql::put_unit_detail, rows);
}

void store_addresses(
    db::Tx& tx, const ContractId& contract, Instant now, std::span<const std::pair<DeviceId, Addresses>> addresses)
{
    std::vector<DeviceId> devices;
    std::vector<std::vector<db::Param>> rows;
    for (const auto& [id, spans] : addresses) {
        devices.push_back(id);
        for (const auto& span : spans) {
            const auto previous = &span == &spans.front() ? std::nullopt : std::optional{span.from};
            rows.push_back({contract, id, span.from, span.to, previous, span.value, now});
        }
    }
    delete_addresses_of(tx, contract, devices);
    db::insert_many(tx, sql::insert_address, rows);
}

void remove_facts(db::Tx& tx, const ContractId& contract, std::span<const DeviceId> devices)
{
    delete_addresses_of(tx, contract, devices);
    remove_parts(tx, contract, devices);
    for (const auto portion : db::portions(devices)) {
        const db::Listed listed{sql::delete_unit_details, {contract}, portion};
        tx.execute(listed.query(), listed.params());
    }
}

Result<void> check_unique_facts(db::Reader& reader, const ContractId& contract)
{
    if (const auto clash = find_clash(reader, sql::find_clashing_serial, contract)) {
        return fail(ErrorKind::conflict, "device/serial_taken",
            {fmt::format("シリアル番号{}が、機器{}と機器{}の2台になります。銘板で確かめてください。", clash->text,
                 clash->number, clash->other),
                fmt::format("{} and {} would both have the serial number {}: look at the plates", clash->number,
                    clash->other, clash->text)});
    }
    if (const auto clash = find_clash(reader, sql::find_clashing_address, contract)) {
        return fail(ErrorKind::conflict, "device/address_taken",
            {fmt::format("IPアドレス{}を、機器{}と機器{}が同じ日に使うことになります。番号か日付を確かめてください。",
                 clash->text, clash->number, clash->other),
                fmt::format("{} and {} would have the address {} on the same day: check the address and the day",
                    clash->number, clash->other, clash->text)});
    }
    return {};
}

}
