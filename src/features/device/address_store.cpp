#include "features/device/address_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/listed_facts_store.hpp"
#include "features/device/sql.hpp"

#include <fmt/format.h>
#include <utility>

namespace hoshuban::device {
namespace {

// Only what the change adds can be somebody else's.
Result<void> check_free(db::Reader& reader, const ContractId& contract, const DeviceId& device,
    const Addresses& addresses, const std::string& address)
{
    for (const auto& span : addresses) {
        if (address.empty() || span.value != address)
            continue;
        const auto holder = reader.query(sql::find_address_holder, contract, device, address, span.from, span.to)
                                .one_or_none([](const db::Row& row) { return row.get<std::string>("number"); });
        if (!holder)
            continue;
        const Text said{
            fmt::format("{}は、同じ日に機器{}が使っています。番号か日付を確かめてください。", address, *holder),
            fmt::format("{} is the address of {} on the same day: check the address and the day", address, *holder)};
        return fail(ErrorKind::conflict, "device/address_taken", said, {{"address", "device/address_taken", said}});
    }
    return {};
}

SiteRange range_from(const db::Row& row)
{
    return {row.get<SiteId>("site_id"), parse_ipv4_range(row.get<std::string>("addresses")), row.get<int>("version")};
}

std::string text_of(const std::optional<Ipv4Range>& range)
{
    return range ? written(*range) : std::string{};
}

}

Addresses addresses_of(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    return reader.query(sql::list_addresses, contract, device).map([](const db::Row& row) {
        return Span<std::string>{
            row.get<LocalDay>("begins_on"), row.get<LocalDay>("ends_on"), row.get<std::string>("address")};
    });
}

Result<void> put_address(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& device,
    const AddressChange& change)
{
    const Addresses before = addresses_of(tx, contract, device);
    const Span<std::string>* present = on(before, change.on);
    const std::string had = present == nullptr ? "" : present->value;
    if (had == change.address) {
        return fail(ErrorKind::conflict, "device/same_address",
            {"この日には既にそのアドレスです。", "on that day the unit has this address already"});
    }
    const Addresses after = changed(before, change.on, change.address);
    TRY(check_free(tx, contract, device, after, change.address));
    const std::pair<DeviceId, Addresses> stored{device, after};
    store_addresses(tx, contract, cause.now(), {&stored, 1});
    audit::Entry entry = audit::entry(cause, contract, "device.addressed", {"device", device.text});
    entry.reason = change.note;
    audit::put_change(entry, {{"address", had}}, {{"address", change.address}, {"address_from", to_text(change.on)}});
    audit::record(tx, entry);
    return {};
}

Result<void> end_address(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const DeviceId& device, LocalDay day)
{
    const Addresses addresses = addresses_of(tx, contract, device);
    const Span<std::string>* present = on(addresses, day);
    if (present == nullptr || present->value.empty())
        return {};
    return put_address(tx, contract, cause, device, {.on = day});
}

Result<void> readdress(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause, const DeviceId& id,
    const Move& move, const std::optional<std::string>& address)
{
    if (move.to.use == Use::retired)
        return end_address(tx, profile.id, cause, id, move.on);
    if (!address)
        return {};
    AddressChange change{move.on, *address, move.note};
    const SiteRange range = move.to.site ? range_of(tx, profile.id, *move.to.site) : SiteRange{};
    TRY(take(profile, change, range, day_of(cause.now())));
    const Addresses addresses = addresses_of(tx, profile.id, id);
    const Span<std::string>* present = on(addresses, move.on);
    if ((present == nullptr ? std::string{} : present->value) == change.address)
        return {};
    return put_address(tx, profile.id, cause, id, change);
}

SiteRange range_of(db::Reader& reader, const ContractId& contract, const SiteId& site)
{
    return reader.query(sql::find_site_range, contract, site).one_or_none(range_from).value_or(SiteRange{.site = site});
}

std::map<SiteId, SiteRange> all_ranges(db::Reader& reader, const ContractId& contract)
{
    std::map<SiteId, SiteRange> ranges;
    reader.query(sql::list_site_ranges, contract).for_each([&](const db::Row& row) {
        SiteRange range = range_from(row);
        ranges.emplace(range.site, std::move(range));
    });
    return ranges;
}

Result<SiteRange> put_range(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const SiteRange& range, int seen)
{
    const SiteRange before = range_of(tx, contract, range.site);
    if (before.version != seen)
        return changed_meanwhile("device/range_changed", before.version);
    SiteRange after = range;
    after.version = before.version + 1;
    tx.execute(sql::put_site_range, contract, range.site, text_of(range.addresses), after.version);
    audit::Entry entry = audit::entry(cause, contract, "device.range_given", {"site", range.site.text});
    audit::put_change(entry, {{"addresses", text_of(before.addresses)}}, {{"addresses", text_of(range.addresses)}});
    audit::record(tx, entry);
    return after;
}

}
