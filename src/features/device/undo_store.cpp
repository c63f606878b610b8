#include "features/device/undo_store.hpp"

#include "core/typed_text.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/contract/device_store.hpp"
#include "features/device/address_store.hpp"
#include "features/device/event_words.hpp"
#include "features/device/generation_store.hpp"
#include "features/device/listed_facts_store.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/part_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "features/device/site_stay_store.hpp"
#include "features/device/sql.hpp"
#include "features/device/unit_detail_store.hpp"
#include "features/device/units_before_doc.hpp"
#include "platform/db/blob.hpp"
#include "platform/db/listed.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace hoshuban::device {
namespace {

constexpr std::size_t longest_undo_reason = 1'000;
constexpr std::size_t most_named = 20;
constexpr int acts_of_a_day = 1'000;
constexpr int events_at_once = 5'000;

RegisterAct act_from(const db::Row& row)
{
    const auto done_at = row.get<Instant>("done_at");
    return {.id = row.get<ActId>("id"),
        .kind = row.get<ActKind>("kind"),
        .name = row.get<std::string>("name"),
        .reason = row.get<std::string>("reason"),
        .on = row.get<std::optional<LocalDay>>("reference_day").value_or(day_of(done_at)),
        .units = row.get<int>("units"),
        .events_before = row.get<std::int64_t>("events_before"),
        .person = row.get<PersonId>("person_id"),
        .person_name = row.get<std::string>("person_name"),
        .done_at = done_at,
        .undone_at = row.get<std::optional<Instant>>("undone_at"),
        .undone_by = row.get<PersonId>("undone_by"),
        .undone_by_name = row.get<std::string>("undone_by_name"),
        .undone_reason = row.get<std::string>("undone_reason")};
}

audit::Facts act_facts(const RegisterAct& act)
{
    return {{"kind", std::string{name_of(act.kind)}}, {"name", act.name}, {"units", fmt::format("{}", act.units)}};
}

Result<std::vector<UnitBefore>> units_of(db::Reader& reader, const ContractId& contract, const ActId& act)
{
    const auto document = reader.query(sql::find_units_before, contract, act).one([](const db::Row& row) {
        return row.get<std::string>("units_before");
    });
    if (document.empty()) {
        return fail(ErrorKind::conflict, "device/act_before_upgrade",
            {"プログラムの更新より前の変更なので、まとめて取り消せません。機器ごとに直してください。",
                "this change is from before the program was upgraded and cannot be taken back as a whole: correct the "
                "units one by one"});
    }
    TRY_ASSIGN(const auto bytes, db::find_blob(reader, document, most_document_bytes));
    return units_before_from(bytes);
}

std::map<DeviceId, contract::Device> present_of(
    db::Reader& reader, const ContractId& contract, const std::vector<UnitBefore>& units)
{
    std::vector<DeviceId> ids;
    for (const UnitBefore& unit : units)
        ids.push_back(unit.device.id);
    std::map<DeviceId, contract::Device> present;
    for (const auto portion : db::portions(std::span<const DeviceId>{ids})) {
        const db::Listed listed{sql::list_act_devices, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            contract::Device device = contract::described(row);
            present.emplace(device.id, std::move(device));
        });
    }
    return present;
}

/// What happened to a unit after an act.
struct Later {
    std::string number;
    Text what;
};

std::unexpected<Error> built_upon(const std::vector<Later>& later)
{
    std::vector<FieldError> fields;
    for (const Later& each : later) {
        if (fields.size() == most_named)
            break;
        fields.push_back({each.number, "device/built_upon",
            {fmt::format("機器「{}」: {}", each.number, each.what.ja),
                fmt::format("unit \"{}\": {}", each.number, each.what.en)}});
    }
    const Text first = fields.front().text;
    return fail(ErrorKind::conflict, "device/built_upon",
        {fmt::format(
             "この変更の後に、次の機器にほかの記録があるため取り消せません（{}台）。{}", later.size(), first.ja),
            fmt::format("cannot be taken back: {} of its units have later records; {}", later.size(), first.en)},
        std::move(fields));
}

// Moves are asked of their own ledger as well: those of the present moment are not in the chain yet.
std::vector<Later> what_builds_on(db::Reader& reader, const ContractId& contract, const RegisterAct& act,
    const std::vector<UnitBefore>& units, const BuiltSince& built_since)
{
    static const audit::Words words = event_words();
    std::map<std::string, std::string> numbers;
    for (const UnitBefore& unit : units)
        numbers.emplace(unit.device.id.text, unit.device.number);
    std::vector<Later> later;
    std::set<std::string> named;
    const auto add_what = [&](const std::string& device, const Text& what) {
        const auto unit = numbers.find(device);
        if (unit != numbers.end() && named.insert(device).second)
            later.push_back({unit->second, what});
    };
    const auto add = [&](const std::string& device, const std::string& actor, const std::string& kind) {
        const Text what = words.kind(kind);
        add_what(device, {fmt::format("{}（{}）", what.ja, actor), fmt::format("{} ({})", what.en, actor)});
    };
    // A ledger that has a name for what it built says more than the move that came with it.
    for (const BuiltUpon& each : built_since ? built_since(reader, contract, act.done_at) : std::vector<BuiltUpon>{})
        add_what(each.device.text, each.what);
    reader.query(sql::list_moves_since, contract, act.id, act.done_at).for_each([&](const db::Row& row) {
        add(row.get<std::string>("device_id"), row.get<std::string>("entered_by"), "device.moved");
    });
    auto acts = list_acts(reader, contract, acts_of_a_day);
    std::erase_if(acts, [&](const RegisterAct& each) { return each.id != act.id && !each.undone_at; });
    std::int64_t sequence = act.events_before;
    for (auto events = audit::events_after(reader, contract, sequence, events_at_once); !events.empty();
         events = audit::events_after(reader, contract, sequence, events_at_once)) {
        for (const audit::Event& event : events) {
            const audit::Entry& entry = event.entry;
            sequence = event.sequence;
            const bool settled = std::ranges::any_of(acts, [&](const auto& each) { return belongs_to(entry, each); });
            if (!settled && entry.act == audit::Act::change && entry.at >= act.done_at &&
                entry.subject.kind == "device")
                add(entry.subject.id, entry.actor_name, entry.kind);
        }
    }
    return later;
}

std::vector<StandingAt> standing_now(
    const std::vector<UnitBefore>& units, const std::map<DeviceId, Course>& courses, const audit::Cause& cause)
{
    std::vector<StandingAt> standing;
    for (const UnitBefore& unit : units) {
        if (const Placement* now = on(courses.at(unit.device.id), day_of(cause.now())))
            standing.push_back({unit.device.number, now->spot});
    }
    return standing;
}

/// Puts the units of an act back.
class Restorer {
public:
    Restorer(const ContractId& contract, const audit::Cause& cause, const RegisterAct& act,
        const std::map<DeviceId, KnownFacts>& facts, std::string note, const std::function<std::string()>& new_id)
        : contract_{contract}
        , cause_{cause}
        , act_{act}
        , facts_{facts}
        , note_{std::move(note)}
        , new_id_{new_id}
    {
    }

    void take(const UnitBefore& unit, const contract::Device& now, const Course& stood)
    {
        const DeviceId& id = unit.device.id;
        if (unit.fresh) {
            withdrawn_.push_back(id);
            add_event("device.withdrawn", now, {});
            return;
        }
        take_facts(unit);
        if (stood != unit.course) {
            courses_.push_back({id, stood, unit.course});
            if (const auto way = way_back(stood, unit.course)) {
                const Move back{way->on, way->to, Cause::correction, {}, note_};
                movements_.push_back(
                    {{new_id_()}, {act_.id.text}, id, back, way->from, cause_.actor().name, cause_.now()});
            }
        }
        const Spot& last = unit.course.back().spot;
        if (!unit.described) {
            places_.push_back({id, last.site, status_of(last.use)});
            return;
        }
        contract::Device device = unit.device;
        device.site = last.site;
        device.status = status_of(last.use);
        add_event("device.described", device, unit_facts(now));
        (unit.entered ? entered_ : stated_).push_back(std::move(device));
    }

    Result<void> write(db::Tx& tx) const
    {
        contract::put_units(tx, contract_, entered_);
        contract::put_units(tx, contract_, stated_);
        keep_generations(tx, contract_, entered_, act_.on);
        keep_generations(tx, contract_, stated_, act_.on);
        contract::return_to_profile(tx, contract_, stated_);
        contract::put_places(tx, contract_, places_);
        store_all(tx, contract_, courses_);
        remove_courses(tx, contract_, withdrawn_);
        remove_facts(tx, contract_, withdrawn_);
        store_details(tx, contract_, details_);
        store_addresses(tx, contract_, cause_.now(), addresses_);
        store_parts(tx, contract_, parts_);
        contract::withdraw_units(tx, contract_, withdrawn_);
        audit::record_all(tx, events_);
        record_movements(tx, contract_, cause_, movements_);
        return details_.empty() && addresses_.empty() ? Result<void>{} : check_unique_facts(tx, contract_);
    }

private:
    // The act raised the version by one, and nothing was built upon it.
    void take_facts(const UnitBefore& unit)
    {
        const DeviceId& id = unit.device.id;
        if (unit.detail) {
            const auto known = facts_.find(id);
            const UnitDetail now = known == facts_.end() ? UnitDetail{} : known->second.detail;
            UnitDetail detail = *unit.detail;
            detail.version = now.version + 1;
            add_change("device.detailed", id, detail_facts(now), detail_facts(detail));
            details_.emplace_back(id, std::move(detail));
        }
        if (unit.addresses) {
            const auto known = facts_.find(id);
            const auto address = [&](const Addresses& spans) { return text_on(spans, act_.on); };
            add_change("device.addressed", id,
                {{"address", known == facts_.end() ? std::string{} : address(known->second.addresses)}},
                {{"address", address(*unit.addresses)}, {"address_from", to_text(act_.on)}});
            addresses_.emplace_back(id, *unit.addresses);
        }
        if (unit.parts)
            take_parts(id, *unit.parts);
    }

    void take_parts(const DeviceId& id, const std::vector<Part>& parts)
    {
        const auto known = facts_.find(id);
        for (const PartChange& each :
            changes_of(known == facts_.end() ? std::vector<Part>{} : known->second.parts, parts))
            add_change("device.part_recorded", id, each.was, each.is);
        parts_.emplace_back(id, parts);
    }

    static std::string text_on(const Addresses& spans, LocalDay day)
    {
        const auto* present = on(spans, day);
        return present == nullptr ? std::string{} : present->value;
    }

    void add_change(const char* kind, const DeviceId& id, const audit::Facts& was, const audit::Facts& is)
    {
        audit::Entry entry = audit::entry(cause_, contract_, kind, {"device", id.text});
        entry.reason = note_;
        audit::put_change(entry, was, is);
        events_.push_back(std::move(entry));
    }

    void add_event(const char* kind, const contract::Device& device, const audit::Facts& before)
    {
        audit::Entry entry = audit::entry(cause_, contract_, kind, {"device", device.id.text});
        entry.reason = note_;
        audit::put_change(entry, before, unit_facts(device));
        events_.push_back(std::move(entry));
    }

    const ContractId& contract_;
    const audit::Cause& cause_;
    const RegisterAct& act_;
    const std::map<DeviceId, KnownFacts>& facts_; ///< as they are
    std::string note_;
    const std::function<std::string()>& new_id_;
    std::vector<contract::Device> entered_;
    std::vector<contract::Device> stated_; ///< of which the contract's profile tells again
    std::vector<contract::DevicePlace> places_;
    std::vector<WholeCourse> courses_;
    std::vector<DeviceId> withdrawn_;
    std::vector<Movement> movements_;
    std::vector<std::pair<DeviceId, UnitDetail>> details_;
    std::vector<std::pair<DeviceId, Addresses>> addresses_;
    std::vector<std::pair<DeviceId, std::vector<Part>>> parts_;
    std::vector<audit::Entry> events_;
};

void record_undone(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const RegisterAct& act)
{
    audit::Entry entry = audit::entry(cause, contract, "device.act_undone", {"register_act", act.id.text});
    entry.reason = act.undone_reason;
    audit::put_change(entry, {}, act_facts(act));
    audit::record(tx, entry);
}

}

void record_act(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const RegisterAct& act,
    std::span<const UnitBefore> units)
{
    const auto before = db::pack_blob(units_before_document(units));
    db::put_blob(tx, before);
    tx.execute(sql::insert_register_act, contract, act.id, act.kind, act.name, act.reason, act.units, act.events_before,
        act.person, act.person_name, act.done_at, act.on, before.sha256);
    audit::Entry entry = audit::entry(cause, contract, "device.act_done", {"register_act", act.id.text});
    entry.reason = act.reason;
    audit::put_change(entry, {}, act_facts(act));
    audit::record(tx, entry);
}

std::vector<RegisterAct> list_acts(db::Reader& reader, const ContractId& contract, int limit)
{
    return reader.query(sql::list_register_acts, contract, limit).map(act_from);
}

Result<RegisterAct> get_act(db::Reader& reader, const ContractId& contract, const ActId& id)
{
    auto found = reader.query(sql::find_register_act, contract, id).one_or_none(act_from);
    if (!found)
        return fail(ErrorKind::not_found, "device/act_not_found", {"変更が見つかりません。", "no such change"});
    return *std::move(found);
}

Result<Undone> undo(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const ActId& id,
    const Undoer& who, const std::string& written, const std::function<std::string()>& new_id,
    const BuiltSince& built_since)
{
    const std::string reason = settled_text(written);
    if (reason.empty())
        return fail(ErrorKind::invalid, "required", {"取り消す理由を入れてください。", "enter why it is taken back"});
    TRY(check_text("reason", reason, longest_undo_reason));
    TRY_ASSIGN(RegisterAct act, get_act(tx, contract, id));
    TRY(check_undo(act, who));
    TRY_ASSIGN(const auto units, units_of(tx, contract, id));
    const auto courses = all_courses(tx, contract);
    const auto present = present_of(tx, contract, units);
    auto later = what_builds_on(tx, contract, act, units, built_since);
    if (!later.empty())
        return built_upon(later);
    if (tx.execute(sql::mark_act_undone, contract, id, cause.now(), cause.actor().person, cause.actor().name, reason) ==
        0)
        return fail(ErrorKind::conflict, "device/act_undone",
            {"この変更はすでに取り消されています。", "this change has been taken back already"});
    act.undone_at = cause.now();
    act.undone_by = cause.actor().person;
    act.undone_by_name = cause.actor().name;
    act.undone_reason = reason;
    TRY(check_undo_kept(act, standing_now(units, courses, cause), who));
    const auto facts = known_facts(tx, contract);
    Restorer restorer{contract, cause, act, facts, fmt::format("取消（{}）: {}", act.note(), reason), new_id};
    for (const UnitBefore& unit : units)
        restorer.take(unit, present.at(unit.device.id), courses.at(unit.device.id));
    const ClosedStays stays{tx, contract};
    TRY(restorer.write(tx));
    TRY(stays.check(tx));
    record_undone(tx, contract, cause, act);
    Undone undone{std::move(act), {}};
    for (const UnitBefore& unit : units)
        undone.divisions.insert(unit.device.division);
    return undone;
}

}
