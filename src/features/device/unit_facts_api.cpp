#include "features/device/unit_facts_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/device/address_store.hpp"
#include "features/device/city_kept.hpp"
#include "features/device/device_api.hpp"
#include "features/device/follow_api.hpp"
#include "features/device/generation_store.hpp"
#include "features/device/part_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/register_store.hpp"
#include "features/device/renewal_store.hpp"
#include "features/device/unit_detail_store.hpp"
#include "features/device/unit_facts_body_api.hpp"
#include "features/device/unit_facts_view_api.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

/// A unit as it stands on a day, with all that it has.
struct KnownUnit {
    std::shared_ptr<const contract::Profile> profile;
    Unit unit;
    Generations generations;
    LocalDay day;
};

Result<KnownUnit> known_unit(
    db::Reader& reader, const http::Context& context, contract::ProfileCache& profiles, LocalDay day)
{
    TRY(check_seen(context, reader));
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<DeviceId>("id");
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, contract));
    TRY_ASSIGN(auto device, get_device(reader, contract, id));
    const Course course = course_of(reader, contract, id);
    const Placement* placement = on(course, day);
    auto generations = generations_of(reader, contract, id);
    if (const auto* span = on(generations, day)) {
        device.generation = span->value.generation;
        device.model = span->value.model;
        device.type_number = span->value.type_number;
    }
    return KnownUnit{std::move(profile),
        {std::move(device), placement == nullptr ? course.front() : *placement, {}, {}}, std::move(generations), day};
}

std::vector<UnitRenewalView> renewals_of(db::Reader& reader, const KnownUnit& known)
{
    std::vector<UnitRenewalView> views;
    const auto& profile = *known.profile;
    auto plans = plans_of(reader, profile.id, known.unit.device.id);
    for (const contract::Generation& generation : profile.generations) {
        const bool ends = ends_with(profile, known.unit.device.device_class, generation);
        const RenewalState state = renewal_state(generation, ends, known.unit);
        if (state == RenewalState::apart || (generation.replaces.empty() && plans[generation.id].empty()))
            continue;
        UnitRenewalView view{generation.id, generation.label, state, ends, {}, {}, {}};
        for (const auto& list : {contract_plans(generation), plans[generation.id]})
            std::ranges::transform(
                list, std::back_inserter(view.plans), [](const auto& plan) { return view_of(plan); });
        if (const auto model = model_for(profile, known.unit.device, generation.id, {}); model && !ends) {
            view.model = model->model;
            view.type_number = model->type_number;
        }
        views.push_back(std::move(view));
    }
    return views;
}

void put_addresses(db::Reader& reader, const KnownUnit& known, UnitFactsView& view)
{
    const auto& site = known.unit.placement.spot.site;
    const ContractId& contract = known.profile->id;
    const SiteRange range = site ? range_of(reader, contract, *site) : SiteRange{};
    const Addresses addresses = addresses_of(reader, contract, known.unit.device.id);
    for (const auto& span : addresses)
        view.addresses.push_back(view_of(span));
    if (const auto* present = on(addresses, known.day))
        view.address = present->value;
    view.site_addresses = range.addresses ? written(*range.addresses) : "";
    const auto address = parse_ipv4(view.address);
    view.address_outside = address && range.addresses && !range.addresses->contains(*address);
}

UnitFactsView facts_view(db::Reader& reader, const http::Context& context, const KnownUnit& known)
{
    const auto& [profile, unit, generations, day] = known;
    const UnitDetail detail = detail_of(reader, profile->id, unit.device);
    UnitFactsView view{.on = day,
        .version = detail.version,
        .serial = detail.serial,
        .type_number = detail.type_number,
        .remarks = detail.remarks,
        .bought_on = detail.bought_on,
        .warranty_ends_on = detail.warranty_ends_on,
        .wire = detail.wire,
        .spare_key = detail.spare_key,
        .medium_edition = detail.medium_edition,
        .address = {},
        .site_addresses = {},
        .address_outside = false,
        .addresses = {},
        .parts = {},
        .generations = {},
        .renewals = renewals_of(reader, known),
        .software = {},
        .may_change = context.actor().may(Permission::move_device, profile->id) &&
            check_kept(unit.placement.spot, context.actor().side(profile->id)).has_value()};
    put_addresses(reader, known, view);
    for (const Part& part : parts_of(reader, profile->id, unit.device.id))
        view.parts.push_back(view_of(part));
    for (const auto& span : generations)
        view.generations.push_back(view_of(*profile, span));
    for (const contract::Equipment* row : software_of(*profile, unit.device.device_class, unit.device.generation))
        view.software.push_back(view_of(*row));
    return view;
}

Result<http::Versioned<UnitFactsView>> answer_of(
    db::Reader& reader, const http::Context& context, contract::ProfileCache& profiles, LocalDay day)
{
    TRY_ASSIGN(const auto known, known_unit(reader, context, profiles, day));
    auto view = facts_view(reader, context, known);
    const int version = view.version;
    return http::Versioned<UnitFactsView>{std::move(view), version};
}

Result<http::Versioned<UnitFactsView>> show_facts(
    http::Context& context, const FactsQuery& query, contract::ProfileCache& profiles)
{
    const LocalDay day = query.on.value_or(day_of(context.now()));
    return context.database().read([&](db::Reader& reader) { return answer_of(reader, context, profiles, day); });
}

/// Does something to the unit of the path as it is today, and shows what it is then.
template <class F>
Result<http::Versioned<UnitFactsView>> change_unit(http::Context& context, contract::ProfileCache& profiles, F&& act)
{
    const LocalDay today = day_of(context.now());
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<UnitFactsView>> {
        TRY_ASSIGN(const auto known, known_unit(tx, context, profiles, today));
        TRY(check_kept(known.unit.placement.spot, context.actor().side(known.profile->id)));
        TRY(act(tx, known));
        return answer_of(tx, context, profiles, today);
    });
}

// What needs no version of the unit's facts tells none.
Result<UnitFactsView> without_version(Result<http::Versioned<UnitFactsView>> answer)
{
    TRY_ASSIGN(auto versioned, std::move(answer));
    return std::move(versioned.value);
}

Result<http::Versioned<UnitFactsView>> put_facts(
    http::Context& context, const DetailUnit& body, contract::ProfileCache& profiles, const MediumEditions& media)
{
    TRY_ASSIGN(const int seen, context.if_match());
    UnitDetail detail{.serial = body.serial,
        .type_number = body.type_number,
        .remarks = body.remarks,
        .bought_on = body.bought_on,
        .warranty_ends_on = body.warranty_ends_on,
        .wire = body.wire,
        .spare_key = body.spare_key,
        .medium_edition = body.medium_edition};
    TRY(take(detail, day_of(context.now())));
    auto done = change_unit(context, profiles, [&](db::Tx& tx, const KnownUnit& known) -> Result<void> {
        const DeviceId& id = known.unit.device.id;
        TRY(media.check(tx, *known.profile, id, detail.medium_edition, "medium_edition", known.day));
        TRY(put_detail(tx, known.profile->id, audit::cause_of(context), id, detail, seen));
        return {};
    });
    if (done)
        follow(context, profiles);
    return done;
}

Result<UnitFactsView> give_address(http::Context& context, const AddressUnit& body, contract::ProfileCache& profiles)
{
    return without_version(change_unit(context, profiles, [&](db::Tx& tx, const KnownUnit& known) -> Result<void> {
        const ContractId& contract = known.profile->id;
        const DeviceId& id = known.unit.device.id;
        const Course course = course_of(tx, contract, id);
        const Placement* placement = on(course, body.on);
        const auto site = placement == nullptr ? std::nullopt : placement->spot.site;
        AddressChange change{body.on, body.address, body.note};
        TRY(take(*known.profile, change, site ? range_of(tx, contract, *site) : SiteRange{}, known.day));
        return put_address(tx, contract, audit::cause_of(context), id, change);
    }));
}

// A part comes within the contract; it is held against the member and the generation that the unit was when it came.
Result<void> check_part(const KnownUnit& known, const Part& part)
{
    TRY(check_days(*known.profile, part));
    contract::Device unit = known.unit.device;
    if (const auto* span = on(known.generations, part.from))
        unit.generation = span->value.generation;
    return check_member(*known.profile, unit, part);
}

Part part_of(const RecordPart& body, PartId id)
{
    return {.id = std::move(id),
        .kind = body.kind,
        .model = body.model,
        .serial = body.serial,
        .from = body.from,
        .to = body.to.value_or(no_end)};
}

Result<UnitFactsView> add_part(http::Context& context, const RecordPart& body, contract::ProfileCache& profiles)
{
    Part part = part_of(body, context.new_id<PartId>());
    TRY(take(part));
    return without_version(change_unit(context, profiles, [&](db::Tx& tx, const KnownUnit& known) -> Result<void> {
        TRY(check_part(known, part));
        insert_part(tx, known.profile->id, audit::cause_of(context), known.unit.device.id, part);
        return {};
    }));
}

Result<http::Versioned<UnitFactsView>> change_part(
    http::Context& context, const RecordPart& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int seen, context.if_match());
    Part part = part_of(body, context.path<PartId>("part"));
    TRY(take(part));
    return change_unit(context, profiles, [&](db::Tx& tx, const KnownUnit& known) -> Result<void> {
        TRY(check_part(known, part));
        return update_part(tx, known.profile->id, audit::cause_of(context), known.unit.device.id, part, seen);
    });
}

Result<SiteRangeListView> show_ranges(http::Context& context, contract::ProfileCache& profiles)
{
    const auto reach = reach_of(context);
    return context.database().read([&](db::Reader& reader) -> Result<SiteRangeListView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, reach.contract));
        const auto ranges = all_ranges(reader, reach.contract);
        SiteRangeListView view{{}, context.actor().may(Permission::edit_contract, reach.contract)};
        for (const contract::Site& site : profile->sites) {
            if (!reach.whole && std::ranges::find(reach.sites, site.id) == reach.sites.end())
                continue;
            const auto found = ranges.find(site.id);
            view.items.push_back(view_of(site, found == ranges.end() ? SiteRange{.site = site.id} : found->second));
        }
        return view;
    });
}

Result<http::Versioned<SiteRangeView>> give_range(
    http::Context& context, const GiveRange& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int seen, context.if_match());
    TRY_ASSIGN(const auto range, range_of(body.addresses));
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<SiteRangeView>> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, contract));
        const contract::Site* site = contract::find_site(*profile, context.path<SiteId>("site"));
        if (site == nullptr)
            return fail(ErrorKind::not_found, "device/site_not_found", {"拠点が見つかりません。", "no such site"});
        TRY_ASSIGN(const auto given,
            put_range(tx, contract, audit::cause_of(context), {.site = site->id, .addresses = range}, seen));
        return http::Versioned<SiteRangeView>{view_of(*site, given), given.version};
    });
}

void add_unit_routes(
    http::Router& router, contract::ProfileCache& profiles, const MediumEditions& media, const std::string& one)
{
    router
        .get(one + "/facts",
            [&profiles](
                http::Context& context, const FactsQuery& query) { return show_facts(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"機器の詳細", "The facts of a unit"});
    router
        .put(one + "/facts",
            [&profiles, media](
                http::Context& context, const DetailUnit& body) { return put_facts(context, body, profiles, media); })
        .permission(Permission::move_device)
        .summary({"機器の詳細を変更する", "Change the facts of a unit"});
    router
        .post(one + "/addresses",
            [&profiles](
                http::Context& context, const AddressUnit& body) { return give_address(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"機器のIPアドレスを変更する", "Change the address of a unit"});
    router
        .post(one + "/parts",
            [&profiles](http::Context& context, const RecordPart& body) { return add_part(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"付属機器を加える", "Add a part"});
    router
        .put(one + "/parts/{part}",
            [&profiles](
                http::Context& context, const RecordPart& body) { return change_part(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"付属機器を変更する", "Change a part"});
}

}

void add_unit_facts_routes(http::Router& router, contract::ProfileCache& profiles, const MediumEditions& media)
{
    const std::string all = "/api/v1/contracts/{contract}/register";
    add_unit_routes(router, profiles, media, all + "/{id}");
    router.get(all + "/site-ranges", [&profiles](http::Context& context) { return show_ranges(context, profiles); })
        .permission(Permission::view_device)
        .summary({"拠点のIPアドレスの範囲", "The addresses of the sites"});
    router
        .put(all + "/site-ranges/{site}",
            [&profiles](http::Context& context, const GiveRange& body) { return give_range(context, body, profiles); })
        .permission(Permission::edit_contract)
        .summary({"拠点のIPアドレスの範囲を決める", "Give a site its addresses"});
}

}
