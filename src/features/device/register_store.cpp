#include "features/device/register_store.hpp"

#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

contract::Device device_from(const db::Row& row)
{
    contract::Device device;
    device.id = row.get<DeviceId>("id");
    device.number = row.get<std::string>("number");
    device.device_class = row.get<std::string>("class");
    device.kind = row.get<std::string>("kind");
    device.model = row.get<std::string>("model");
    device.type_number = row.get<std::string>("type_number");
    device.division = row.get<std::string>("division");
    device.generation = row.get<std::string>("generation");
    device.known = row.get<contract::DeviceKnown>("known");
    device.pair_unit = row.get<contract::PairUnit>("pair_unit");
    device.remarks = row.get<std::string>("remarks");
    return device;
}

Unit unit_from(const db::Row& row)
{
    return {device_from(row), placement_from(row), row.get<std::optional<int>>("site_number"),
        row.get<std::optional<std::string>>("site_name").value_or("")};
}

constexpr std::string_view sites_mark = "/* sites */";

std::string list_text(const std::vector<SiteId>& only, std::vector<db::Param>& params)
{
    std::string text{sql::list_register.sqlite};
    std::string places;
    for (const SiteId& site : only) {
        params.emplace_back(site);
        places += fmt::format("{}${}", places.empty() ? "" : ", ", params.size());
    }
    const std::string limit = only.empty() ? "" : fmt::format("AND placement.site_id IN ({})", places);
    return text.replace(text.find(sites_mark), sites_mark.size(), limit);
}

}

Result<UnitPage> list_units(
    db::Reader& reader, const ContractId& contract, const UnitFilter& filter, std::string_view cursor, int limit)
{
    std::vector<std::string> after{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(after, cursor_keys(cursor, 2));
    }
    std::vector<db::Param> params{contract, filter.day, filter.site, filter.device_class, filter.division,
        filter.use ? name_of(*filter.use) : std::string_view{}, containing(filter.words), after[0], after[1],
        limit + 1};
    const std::string text = list_text(filter.only, params);
    UnitPage page{reader.query(db::Query{"device.list", text, text}, params).map(unit_from), {}};
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
            .use = row.get<Use>("used_as"),
            .keeper = row.get<Keeper>("keeper"),
            .units = row.get<int>("units")};
    });
}

Result<contract::Device> get_device(db::Reader& reader, const ContractId& contract, const DeviceId& id)
{
    auto found = reader.query(sql::find_unit, contract, id).one_or_none(device_from);
    if (!found)
        return fail(ErrorKind::not_found, "device/not_found", {"機器が見つかりません。", "no such unit"});
    return *std::move(found);
}

}
