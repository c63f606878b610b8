#include "features/device/register_store.hpp"

#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/contract/device_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/sql.hpp"
#include "platform/db/filtered.hpp"
#include "platform/db/listed.hpp"

namespace hoshuban::device {
namespace {

Unit unit_from(const db::Row& row)
{
    return {contract::described(row), placement_from(row), row.get<std::optional<int>>("site_number"),
        row.get<std::optional<std::string>>("site_name").value_or("")};
}

}

Result<UnitPage> list_units(
    db::Reader& reader, const ContractId& contract, const UnitFilter& filter, std::string_view cursor, int limit)
{
    if (filter.only && filter.only->empty())
        return UnitPage{};
    std::vector<std::string> after{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(after, cursor_keys(cursor, 2));
    }
    std::vector<db::Param> params{contract, filter.day, filter.site, filter.device_class, filter.division,
        filter.use ? name_of(*filter.use) : std::string_view{}, containing(filter.words), after[0], after[1],
        limit + 1};
    UnitPage page;
    if (filter.only) {
        const db::Listed listed{sql::list_register_of, std::move(params), std::span{*filter.only}};
        page.units = reader.query(listed.query(), listed.params()).map(unit_from);
    } else {
        const db::Filtered filtered{sql::list_register, std::move(params)};
        page.units = reader.query(filtered.query(), filtered.params()).map(unit_from);
    }
    if (static_cast<int>(page.units.size()) > limit) {
        page.units.pop_back();
        const contract::Device& last = page.units.back().device;
        page.next = cursor_of({last.number, last.id.text});
    }
    return page;
}

std::vector<Count> count_units(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    return reader.query(sql::count_register, contract, day).map([](const db::Row& row) {
        return Count{.site = row.get<std::optional<SiteId>>("site_id"),
            .division = row.get<std::string>("division"),
            .device_class = row.get<std::string>("class"),
            .kind = row.get<std::string>("kind"),
            .model = row.get<std::string>("model"),
            .generation = row.get<std::string>("generation"),
            .use = row.get<Use>("used_as"),
            .keeper = row.get<Keeper>("keeper"),
            .units = row.get<int>("units"),
            .assumed = row.get<int>("assumed")};
    });
}

Result<contract::Device> get_device(db::Reader& reader, const ContractId& contract, const DeviceId& id)
{
    auto found = reader.query(sql::find_unit, contract, id).one_or_none(contract::described);
    if (!found)
        return fail(ErrorKind::not_found, "device/not_found", {"機器が見つかりません。", "no such unit"});
    return *std::move(found);
}

audit::Facts unit_facts(const contract::Device& device)
{
    return {{"number", device.number}, {"kind", device.kind}, {"class", device.device_class}, {"model", device.model},
        {"type_number", device.type_number}, {"division", device.division}, {"remarks", device.remarks},
        {"known", std::string{name_of(device.known)}}};
}

}
