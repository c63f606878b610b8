#include "features/device/holding_store.hpp"

#include "features/contract/site_fact.hpp"
#include "features/device/register_store.hpp"
#include "features/device/sql.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

std::vector<PartCount> count_parts(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    return reader.query(sql::count_parts, contract, day).map([](const db::Row& row) {
        return PartCount{.part = row.get<PartKind>("kind"),
            .division = row.get<std::string>("division"),
            .device_class = row.get<std::string>("class"),
            .use = row.get<Use>("used_as"),
            .keeper = row.get<Keeper>("keeper"),
            .parts = row.get<int>("parts")};
    });
}

}

Holding holding_on(db::Reader& reader, const contract::Profile& profile, LocalDay day)
{
    const auto open =
        std::ranges::count_if(profile.sites, [&](const contract::Site& site) { return contract::is_open(site, day); });
    Holding holding{.units = count_units(reader, profile.id, day), .parts = {}, .sites = static_cast<int>(open)};
    const bool counts_parts = std::ranges::any_of(profile.stated_totals,
        [](const contract::StatedTotal& total) { return total.counts == contract::TotalCounts::parts; });
    if (counts_parts)
        holding.parts = count_parts(reader, profile.id, day);
    return holding;
}

}
