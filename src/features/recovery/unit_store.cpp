#include "features/recovery/unit_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/register_store.hpp"
#include "features/device/unit_detail_store.hpp"
#include "features/recovery/edition_store.hpp"
#include "features/recovery/sql.hpp"

#include <algorithm>
#include <set>

namespace hoshuban::recovery {
namespace {

FamilyUnit unit_from(const db::Row& row)
{
    return {.id = row.get<DeviceId>("id"),
        .number = row.get<std::string>("number"),
        .device_class = row.get<std::string>("class"),
        .division = row.get<std::string>("division"),
        .model = row.get<std::string>("model"),
        .use = row.get<device::Use>("used_as"),
        .site = row.get<std::optional<std::string>>("site_name").value_or(""),
        .place = row.get<std::string>("place"),
        .edition = row.get<std::optional<std::string>>("medium_edition").value_or("")};
}

Result<FamilyUnit> unit_of(db::Reader& reader, const ContractId& contract, const DeviceId& id, LocalDay day)
{
    auto found = reader.query(sql::find_unit, contract, day, id).one_or_none(unit_from);
    if (!found)
        return fail(ErrorKind::not_found, "device/not_found", {"機器が見つかりません。", "no such unit"});
    return *std::move(found);
}

}

std::vector<Master> masters_of(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    return reader.query(sql::list_masters, contract, day).map([](const db::Row& row) {
        return Master{.family = row.get<std::string>("family"),
            .model = row.get<std::string>("model"),
            .device = row.get<DeviceId>("device_id"),
            .number = row.get<std::string>("number"),
            .site = row.get<std::optional<std::string>>("site_name").value_or(""),
            .place = row.get<std::optional<std::string>>("place").value_or(""),
            .note = row.get<std::string>("note"),
            .version = row.get<int>("version")};
    });
}

Result<void> put_master(
    db::Tx& tx, const audit::Cause& cause, const ContractId& contract, Master master, int seen, LocalDay today)
{
    const auto masters = masters_of(tx, contract, today);
    const auto before = std::ranges::find_if(
        masters, [&](const Master& each) { return each.family == master.family && each.model == master.model; });
    const int version = before == masters.end() ? 1 : before->version;
    if (version != seen)
        return changed_meanwhile("recovery/master_changed", version);
    TRY_ASSIGN(const auto unit, unit_of(tx, contract, master.device, today));
    tx.execute(sql::put_master, contract, master.family, master.model, master.device, master.note, version + 1);
    audit::Entry entry = audit::entry(cause, contract, "recovery.master_named", {"device", master.device.text});
    audit::put_change(entry,
        before == masters.end() ? audit::Facts{} : audit::Facts{{"unit", before->number}, {"note", before->note}},
        {{"family", master.family}, {"model", master.model}, {"unit", unit.number}, {"note", master.note}});
    audit::record(tx, entry);
    return {};
}

std::vector<FamilyUnit> units_of(db::Reader& reader, const contract::Profile& profile, LocalDay day)
{
    std::vector<FamilyUnit> units;
    if (!profile.recovery)
        return units;
    std::set<std::string> classes;
    for (const contract::RecoveryFamily& family : profile.recovery->families)
        classes.insert(family.device_class);
    for (const std::string& device_class : classes) {
        auto some = reader.query(sql::list_units, profile.id, day, device_class).map(unit_from);
        std::ranges::move(some, std::back_inserter(units));
    }
    return units;
}

std::map<DeviceId, Application> applications_of(db::Reader& reader, const ContractId& contract, const EditionId& id)
{
    std::map<DeviceId, Application> applications;
    reader.query(sql::list_applications, contract, id).map([&](const db::Row& row) {
        applications.emplace(
            row.get<DeviceId>("device_id"), Application{row.get<LocalDay>("on_day"), row.get<std::string>("person")});
        return 0;
    });
    return applications;
}

Result<void> apply(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    std::span<const DeviceId> devices, const std::string& name, const Application& application)
{
    const auto editions = editions_of(tx, profile.id);
    const auto edition = std::ranges::find(editions, name, &Edition::name);
    std::string numbers;
    for (const DeviceId& id : devices) {
        TRY_ASSIGN(const auto unit, device::get_device(tx, profile.id, id));
        device::UnitDetail detail = device::detail_of(tx, profile.id, unit);
        if (detail.medium_edition != name) {
            const int seen = detail.version;
            detail.medium_edition = name;
            TRY(device::put_detail(tx, profile.id, cause, id, std::move(detail), seen));
        }
        numbers += (numbers.empty() ? "" : " ") + unit.number;
        if (edition != editions.end())
            tx.execute(sql::put_application, profile.id, edition->id, id, application.on, application.person,
                cause.actor().name, cause.now());
    }
    if (edition != editions.end())
        record(tx, cause, *edition, "recovery.applied",
            {{"units", numbers}, {"on", to_text(application.on)}, {"person", application.person}});
    return {};
}

Result<void> check_edition(db::Reader& reader, const contract::Profile& profile, const DeviceId& id,
    const std::string& name, std::string_view field, LocalDay today)
{
    if (!profile.recovery)
        return {};
    TRY_ASSIGN(const auto unit, unit_of(reader, profile.id, id, today));
    return check_choice(*profile.recovery, unit, editions_of(reader, profile.id), name, field);
}

device::EditionCheck edition_check(db::Reader& reader, const contract::Profile& profile)
{
    if (!profile.recovery)
        return {};
    return [terms = *profile.recovery, editions = editions_of(reader, profile.id)](
               const contract::Device& device, const std::string& present, const std::string& edition) {
        const FamilyUnit unit{.id = device.id,
            .number = device.number,
            .device_class = device.device_class,
            .division = device.division,
            .model = device.model,
            .edition = present};
        return check_choice(terms, unit, editions, edition, "medium_edition");
    };
}

Result<std::vector<std::string>> choices_of(
    db::Reader& reader, const contract::Profile& profile, const DeviceId& id, LocalDay today)
{
    if (!profile.recovery)
        return std::vector<std::string>{};
    TRY_ASSIGN(const auto unit, unit_of(reader, profile.id, id, today));
    return choices_for(*profile.recovery, unit, editions_of(reader, profile.id));
}

}
