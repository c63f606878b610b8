#include "features/device/listed_facts.hpp"

#include <utility>

namespace hoshuban::device {

ListedFacts facts_on(const KnownFacts& known, LocalDay day)
{
    const UnitDetail& detail = known.detail;
    const auto* address = on(known.addresses, day);
    return {.serial = detail.serial,
        .bought_on = detail.bought_on,
        .warranty_ends_on = detail.warranty_ends_on,
        .wire = detail.wire,
        .spare_key = detail.spare_key,
        .medium_edition = detail.medium_edition,
        .address = address == nullptr ? std::string{} : address->value,
        .parts = parts_on(known.parts, day)};
}

FactsOfUnits facts_on(const std::map<DeviceId, KnownFacts>& known, LocalDay day)
{
    FactsOfUnits facts;
    for (const auto& [id, each] : known)
        facts.emplace_hint(facts.end(), id, facts_on(each, day));
    return facts;
}

UnitDetail detail_with(UnitDetail detail, const ListedFacts& facts)
{
    detail.serial = facts.serial;
    detail.bought_on = facts.bought_on;
    detail.warranty_ends_on = facts.warranty_ends_on;
    detail.wire = facts.wire;
    detail.spare_key = facts.spare_key;
    detail.medium_edition = facts.medium_edition;
    return detail;
}

}
