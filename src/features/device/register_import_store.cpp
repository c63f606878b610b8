#include "features/device/register_import_store.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/audit/facts.hpp"
#include "features/contract/device_store.hpp"
#include "features/device/address_store.hpp"
#include "features/device/generation_store.hpp"
#include "features/device/listed_facts_store.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/part_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "features/device/site_stay_store.hpp"
#include "features/device/sql.hpp"
#include "features/device/undo_store.hpp"
#include "features/device/unit_detail_store.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace hoshuban::device {
namespace {

constexpr int every_unit = 1'000'000;
constexpr std::size_t longest_alias = 200;
constexpr std::size_t longest_reason = 1'000;

/// What a plan leaves to be written.
class RegisterWriter {
public:
    RegisterWriter(const ContractId& contract, const audit::Cause& cause, RegisterAct act, std::set<DeviceId> known,
        const RegisterState& state, const std::function<std::string()>& new_id)
        : contract_{contract}
        , cause_{cause}
        , act_{std::move(act)}
        , known_{std::move(known)}
        , state_{state}
        , new_id_{new_id}
        , note_{act_.note()}
    {
        act_.id = {new_id_()};
    }

    Result<void> take(EnteredUnit unit)
    {
        if (!unit.before)
            return take_new(std::move(unit));
        const DeviceId& id = unit.device.id;
        if (unit.move)
            saved_.divisions.insert(unit.device.division);
        const Course& stored = state_.courses.at(id);
        Course course = stored;
        before_.push_back({.device = unit.before->device,
            .described = unit.described,
            .entered = known_.contains(id),
            .course = stored});
        if (unit.move) {
            const Placement* stood = on(course, unit.move->on);
            const Spot from = stood == nullptr ? Spot{} : stood->spot;
            TRY_ASSIGN(course, moved(std::move(course), unit.move->on, unit.move->to));
            if (unit.move->to.use == Use::retired)
                end_address(id, unit.move->on);
            add_movement(unit, from);
            courses_.push_back({id, stored, course});
            if (!unit.described)
                places_.push_back({id, course.back().spot.site, status_of(course.back().spot.use)});
        }
        ++(unit.takes_placeholder() ? saved_.taken : saved_.changed);
        add_facts(unit);
        if (unit.described) {
            add_event("device.described", unit.device, unit_facts(unit.before->device));
            add_device(std::move(unit.device), course.back().spot);
        }
        return {};
    }

    Result<SavedRegister> write(db::Tx& tx)
    {
        contract::put_units(tx, contract_, devices_);
        keep_generations(tx, contract_, devices_, act_.on);
        contract::put_places(tx, contract_, places_);
        store_all(tx, contract_, courses_);
        TRY(write_facts(tx));
        audit::record_all(tx, events_);
        record_movements(tx, contract_, cause_, movements_);
        act_.units = static_cast<int>(before_.size());
        record_act(tx, contract_, cause_, act_, before_);
        saved_.act = act_.id;
        return saved_;
    }

private:
    Result<void> write_facts(db::Tx& tx) const
    {
        store_parts(tx, contract_, parts_);
        if (details_.empty() && addresses_.empty())
            return {};
        store_details(tx, contract_, details_);
        store_addresses(tx, contract_, cause_.now(), addresses_);
        return check_unique_facts(tx, contract_);
    }

    const KnownFacts& known_of(const DeviceId& id) const
    {
        static const KnownFacts none;
        const auto found = state_.facts.find(id);
        return found == state_.facts.end() ? none : found->second;
    }

    // Of the unit that was put into the acts last.
    void add_facts(const EnteredUnit& unit)
    {
        const DeviceId& id = unit.device.id;
        if (unit.detailed()) {
            const UnitDetail& was = known_of(id).detail;
            UnitDetail detail = detail_with(was, unit.facts);
            ++detail.version;
            add_change("device.detailed", id, detail_facts(was), detail_facts(detail));
            before_.back().detail = was;
            details_.emplace_back(id, std::move(detail));
        }
        if (unit.addressed())
            put_address_from(id, unit.facts_on, unit.facts.address);
        if (unit.parted())
            put_parts_from(id, unit.facts_on, unit.facts.parts);
    }

    void put_parts_from(const DeviceId& id, LocalDay day, std::span<const ListedPart> told)
    {
        const std::vector<Part>& was = known_of(id).parts;
        auto parts = parts_with(was, day, told, new_id_);
        for (const PartChange& each : changes_of(was, parts))
            add_change("device.part_recorded", id, each.was, each.is);
        before_.back().parts = was;
        parts_.emplace_back(id, std::move(parts));
    }

    // What is retired has no address from that day on.
    void end_address(const DeviceId& id, LocalDay day)
    {
        const auto* present = on(known_of(id).addresses, day);
        if (present != nullptr && !present->value.empty())
            put_address_from(id, day, {});
    }

    void put_address_from(const DeviceId& id, LocalDay day, const std::string& address)
    {
        const Addresses& was = known_of(id).addresses;
        const auto* present = on(was, day);
        add_change("device.addressed", id, {{"address", present == nullptr ? std::string{} : present->value}},
            {{"address", address}, {"address_from", to_text(day)}});
        before_.back().addresses = was;
        addresses_.emplace_back(id, changed(was, day, address));
    }

    void add_change(const char* kind, const DeviceId& id, const audit::Facts& was, const audit::Facts& is)
    {
        audit::Entry entry = audit::entry(cause_, contract_, kind, {"device", id.text});
        entry.reason = note_;
        audit::put_change(entry, was, is);
        events_.push_back(std::move(entry));
    }

    Result<void> take_new(EnteredUnit unit)
    {
        unit.device.id = {new_id_()};
        ++saved_.entered;
        saved_.divisions.insert(unit.device.division);
        before_.push_back({.device = unit.device, .fresh = true, .described = true, .entered = true});
        add_event("device.entered", unit.device, {}, unit.move);
        add_facts(unit);
        courses_.push_back({unit.device.id, {}, {{unit.move->on, no_end, unit.move->to}}});
        add_device(std::move(unit.device), unit.move->to);
        return {};
    }

    void add_device(contract::Device device, const Spot& spot)
    {
        device.site = spot.site;
        device.status = status_of(spot.use);
        devices_.push_back(std::move(device));
    }

    void add_event(const char* kind, const contract::Device& device, const audit::Facts& before,
        const std::optional<Move>& placed = {})
    {
        audit::Entry entry = audit::entry(cause_, contract_, kind, {"device", device.id.text});
        entry.reason = note_;
        auto after = unit_facts(device);
        if (placed) {
            after.insert({{"site", placed->to.site ? placed->to.site->text : ""}, {"place", placed->to.place},
                {"use", std::string{name_of(placed->to.use)}}, {"moved_on", to_text(placed->on)}});
        }
        audit::put_change(entry, before, after);
        events_.push_back(std::move(entry));
    }

    void add_movement(const EnteredUnit& unit, const Spot& from)
    {
        const MovementId id{new_id_()};
        Movement movement{id, {act_.id.text}, unit.device.id, *unit.move, from, cause_.actor().name, cause_.now()};
        movement.move.note = note_;
        movements_.push_back(std::move(movement));
        ++saved_.moves;
    }

    const ContractId& contract_;
    const audit::Cause& cause_;
    RegisterAct act_; ///< everything of a list is one act
    std::set<DeviceId> known_; ///< units that somebody entered before
    const RegisterState& state_;
    const std::function<std::string()>& new_id_;
    std::string note_;
    std::vector<UnitBefore> before_;
    std::vector<std::pair<DeviceId, UnitDetail>> details_;
    std::vector<std::pair<DeviceId, Addresses>> addresses_;
    std::vector<std::pair<DeviceId, std::vector<Part>>> parts_;
    std::vector<contract::Device> devices_;
    std::vector<contract::DevicePlace> places_; ///< of units that only moved
    std::vector<WholeCourse> courses_;
    std::vector<Movement> movements_;
    std::vector<audit::Entry> events_;
    SavedRegister saved_;
};

}

RegisterState register_state(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    RegisterState state;
    state.units = list_units(reader, contract, {.day = day}, "", every_unit)->units;
    state.courses = all_courses(reader, contract);
    reader.query(sql::list_later, contract, day).for_each([&](const db::Row& row) {
        state.elsewhere.emplace(fold(row.get<std::string>("number")), row.get<LocalDay>("begins_on"));
    });
    state.aliases = site_aliases(reader, contract);
    state.facts = known_facts(reader, contract);
    state.ranges = all_ranges(reader, contract);
    reader.query(sql::list_taken_serials, contract, day).for_each([&](const db::Row& row) {
        state.serials_taken.emplace(row.get<DeviceId>("device_id"), row.get<std::string>("holder"));
    });
    return state;
}

std::string register_stamp(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::register_stamp, contract).one([](const db::Row& row) {
        return fmt::format("{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}", row.get<int>("version"),
            row.get<int>("units_version"), row.get<int>("movements"), row.get<int>("placements"),
            row.get<int>("imports"), row.get<int>("aliases"), row.get<std::string>("aliased_at"),
            row.get<std::int64_t>("details"), row.get<int>("addresses"), row.get<std::string>("addressed_at"),
            row.get<std::int64_t>("ranges"), row.get<std::int64_t>("parts"));
    });
}

void insert(db::Tx& tx, const ContractId& contract, const RegisterImport& import, const PersonId& person, Instant now)
{
    tx.execute(sql::insert_register_import, contract, import.id, import.name, import.sha256, import.on, import.cause,
        person, now);
}

Result<RegisterImport> get_import(db::Reader& reader, const ContractId& contract, const ImportId& id)
{
    auto found = reader.query(sql::find_register_import, contract, id).one_or_none([](const db::Row& row) {
        return RegisterImport{.id = row.get<ImportId>("id"),
            .name = row.get<std::string>("name"),
            .sha256 = row.get<std::string>("sha256"),
            .on = row.get<LocalDay>("reference_day"),
            .cause = row.get<Cause>("cause"),
            .saved_at = row.get<std::optional<Instant>>("saved_at"),
            .choices = row.get<std::string>("choices")};
    });
    if (!found)
        return fail(ErrorKind::not_found, "import/not_found", {"取込が見つかりません。", "no such import"});
    return *std::move(found);
}

Result<void> put_choices(db::Tx& tx, const ContractId& contract, const ImportId& import, const std::string& choices)
{
    if (tx.execute(sql::put_import_choices, contract, import, choices) == 0) {
        return fail(ErrorKind::conflict, "import/saved",
            {"この取込はすでに登録されています。", "this import has been saved already"});
    }
    return {};
}

Result<SavedRegister> save_plan(db::Tx& tx, const ContractId& contract, const audit::Cause& cause,
    const RegisterImport& import, const std::string& reason, const RegisterState& state, const RegisterPlan& plan,
    const std::function<std::string()>& new_id)
{
    if (tx.execute(sql::mark_register_import_saved, contract, import.id, cause.now()) == 0) {
        return fail(ErrorKind::conflict, "import/saved",
            {"この取込はすでに登録されています。", "this import has been saved already"});
    }
    return write_plan(tx, contract, cause,
        {.kind = ActKind::import, .name = import.name, .reason = reason, .on = import.on}, state, plan, new_id);
}

Result<SavedRegister> write_plan(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, RegisterAct act,
    const RegisterState& state, const RegisterPlan& plan, const std::function<std::string()>& new_id)
{
    act.reason = settled_text(act.reason);
    TRY(check_text("reason", act.reason, longest_reason));
    act.person = cause.actor().person;
    act.person_name = cause.actor().name;
    act.done_at = cause.now();
    if (const auto head = audit::head_of(tx, contract))
        act.events_before = head->sequence;
    RegisterWriter writer{contract, cause, std::move(act), contract::entered_units(tx, contract), state, new_id};
    for (const PlannedUnit& row : plan.rows) {
        if (row.saved)
            TRY(writer.take(*row.saved));
    }
    const ClosedStays stays{tx, contract};
    TRY_ASSIGN(const auto saved, writer.write(tx));
    TRY(stays.check(tx));
    return saved;
}

Result<void> remember(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    const std::string& written, const SiteId& site)
{
    const std::string alias = settled_text(written);
    if (alias.empty())
        return fail(ErrorKind::invalid, "required", {"名前を入れてください。", "enter the name"});
    TRY(check_text("alias", alias, longest_alias));
    const SiteNames names{profile.sites, {}};
    const auto known = names.named(alias);
    if (known || known.error().code == "import/ambiguous_site") {
        return fail(ErrorKind::conflict, "device/known_site_name",
            {fmt::format("「{}」は契約の拠点の名前です。別名として覚える必要はありません。", alias),
                fmt::format("\"{}\" is a name of the contract's own: it need not be remembered", alias)});
    }
    if (names.find(site) == nullptr) {
        return fail(ErrorKind::invalid, "device/unknown_site",
            {"この契約にない拠点です。拠点の一覧から選んでください。",
                "the contract has no such site: choose one of its sites"});
    }
    tx.execute(sql::put_site_alias, profile.id, fold(alias), alias, site, cause.actor().name, cause.now());
    audit::Entry entry = audit::entry(cause, profile.id, "device.site_alias_remembered", {"site", site.text});
    audit::put_change(entry, {}, {{"alias", alias}});
    audit::record(tx, entry);
    return {};
}

Result<void> forget(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const std::string& alias,
    const std::string& written)
{
    const std::string reason = settled_text(written);
    if (reason.empty())
        return fail(ErrorKind::invalid, "required", {"理由を入れてください。", "enter the reason"});
    TRY(check_text("reason", reason, longest_reason));
    const auto known = site_aliases(tx, contract);
    const auto found = std::ranges::find(known, fold(alias), [](const SiteAlias& each) { return fold(each.alias); });
    if (found == known.end() || tx.execute(sql::delete_site_alias, contract, fold(alias)) == 0) {
        return fail(ErrorKind::not_found, "device/alias_not_found",
            {"この別名は登録されていません。", "this name is not remembered"});
    }
    audit::Entry entry = audit::entry(cause, contract, "device.site_alias_removed", {"site", found->site.text});
    entry.reason = reason;
    entry.before = audit::facts_json({{"alias", found->alias}});
    audit::record(tx, entry);
    return {};
}

std::vector<RememberedAlias> remembered_aliases(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_site_aliases, contract).map([](const db::Row& row) {
        return RememberedAlias{{row.get<std::string>("alias"), row.get<SiteId>("site_id")},
            row.get<std::string>("entered_by"), row.get<Instant>("entered_at")};
    });
}

std::vector<SiteAlias> site_aliases(db::Reader& reader, const ContractId& contract)
{
    std::vector<SiteAlias> aliases;
    for (RememberedAlias& each : remembered_aliases(reader, contract))
        aliases.push_back(std::move(each.alias));
    return aliases;
}

}
