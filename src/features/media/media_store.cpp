#include "features/media/media_store.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/media/media_facts.hpp"
#include "features/media/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::media {
namespace {

Medium medium_from(const db::Row& row)
{
    Medium medium{.id = row.get<MediumId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .label = row.get<std::string>("label"),
        .kind = row.get<Kind>("kind"),
        .name = row.get<std::string>("name"),
        .purpose = row.get<std::string>("purpose"),
        .keeper = row.get<std::string>("keeper"),
        .storage_place = row.get<std::string>("storage_place"),
        .recovery = row.get<bool>("recovery"),
        .state = row.get<State>("state"),
        .holder = row.get<std::string>("holder"),
        .changed_at = row.get<Instant>("changed_at"),
        .used_at = row.get<std::optional<Instant>>("used_at"),
        .registered_by = row.get<std::string>("registered_by"),
        .registered_at = row.get<Instant>("registered_at"),
        .version = row.get<int>("version")};
    if (const auto id = row.get<std::optional<ScanId>>("check_id"))
        medium.check = LastCheck{
            *id, row.get<Instant>("check_from"), row.get<Instant>("check_at"), row.get<Verdict>("check_verdict")};
    return medium;
}

std::string search_key(const Medium& medium)
{
    return fold(fmt::format("{} {} {} {} {} {}", medium.label, medium.name, medium.purpose, medium.keeper,
        medium.storage_place, medium.holder));
}

audit::Subject subject_of(const Medium& medium)
{
    return {"medium", medium.id.text};
}

std::unexpected<Error> label_taken(const Medium& medium)
{
    return fail(ErrorKind::conflict, "media/label_taken",
        {fmt::format("媒体番号「{}」はすでに使われています。", medium.label),
            fmt::format("the label \"{}\" is taken", medium.label)},
        {{"label", "media/label_taken", {"すでに使われています。", "taken"}}});
}

}

Readiness readiness(db::Reader& reader, const contract::Profile& profile, const ContractId& contract,
    const WorkRequestId& request, Instant now)
{
    Readiness found{.check_required = profile.security.media_virus_check, .planned = {}};
    found.planned = reader.query(sql::planned_for_request, contract, request).map([&](const db::Row& row) {
        const Medium medium = medium_from(row);
        return PlannedMedium{.use = row.get<MediumUseId>("use_id"),
            .medium = medium.id,
            .label = medium.label,
            .name = medium.name,
            .planned_at = row.get<Instant>("planned_at"),
            .state = medium.state,
            .check = check_state(medium, found.check_required, now)};
    });
    return found;
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, const Medium& medium)
{
    const auto inserted = tx.execute(sql::insert_medium, medium.contract_id, medium.id, medium.label, medium.kind,
        medium.name, medium.purpose, medium.keeper, medium.storage_place, medium.recovery, medium.state, medium.holder,
        medium.changed_at, search_key(medium), medium.registered_by, medium.registered_at);
    if (inserted == 0)
        return label_taken(medium);
    audit::Entry entry = audit::entry(cause, medium.contract_id, "medium.registered", subject_of(medium));
    audit::put_change(entry, {}, facts_of(medium));
    audit::record(tx, entry);
    return {};
}

Result<Medium> get(db::Reader& reader, const ContractId& contract, const MediumId& id)
{
    auto found = reader.query(sql::find_medium, contract, id).one_or_none(medium_from);
    if (!found)
        return fail(ErrorKind::not_found, "media/not_found", {"媒体が見つかりません。", "no such medium"});
    return *std::move(found);
}

Result<Medium> get_version(db::Reader& reader, const ContractId& contract, const MediumId& id, int version)
{
    TRY_ASSIGN(auto medium, get(reader, contract, id));
    if (medium.version != version)
        return changed_meanwhile("media/changed", medium.version);
    return medium;
}

Medium update(db::Tx& tx, const audit::Cause& cause, const Happening& happening, const Medium& before, Medium after)
{
    const auto& check = after.check;
    tx.execute(sql::update_medium, after.contract_id, after.id, after.version, after.label, after.kind, after.name,
        after.purpose, after.keeper, after.storage_place, after.recovery, after.state, after.holder, after.changed_at,
        after.used_at, check ? std::optional{check->id} : std::nullopt,
        check ? std::optional{check->from} : std::nullopt, check ? std::optional{check->at} : std::nullopt,
        check ? std::optional{check->verdict} : std::nullopt, search_key(after));
    ++after.version;
    audit::Entry entry = audit::entry(cause, after.contract_id, happening.kind, subject_of(after));
    auto facts = facts_of(after);
    facts.insert(happening.facts.begin(), happening.facts.end());
    audit::put_change(entry, facts_of(before), facts);
    audit::record(tx, entry);
    return after;
}

void record(db::Tx& tx, const audit::Cause& cause, const Medium& medium, const Happening& happening)
{
    audit::Entry entry = audit::entry(cause, medium.contract_id, happening.kind, subject_of(medium));
    audit::put_change(entry, {}, happening.facts);
    audit::record(tx, entry);
}

ListPage list(
    db::Reader& reader, const ContractId& contract, const ListFilter& filter, const std::string& cursor, int limit)
{
    ListPage page{reader
                      .query(sql::list_media, contract, filter.state ? name_of(*filter.state) : std::string_view{},
                          containing(filter.words), cursor, limit + 1)
                      .map(medium_from),
        {}};
    if (static_cast<int>(page.media.size()) > limit) {
        page.media.pop_back();
        page.next = page.media.back().id.text;
    }
    return page;
}

void insert_movement(db::Tx& tx, const ContractId& contract, const MediumId& medium, const Movement& movement)
{
    tx.execute(sql::insert_movement, contract, medium, movement.id, movement.move, movement.at, movement.person,
        movement.place, movement.note, movement.entered_by, movement.entered_at);
}

std::vector<Movement> movements_of(db::Reader& reader, const ContractId& contract, const MediumId& medium)
{
    return reader.query(sql::list_movements, contract, medium).map([](const db::Row& row) {
        return Movement{.id = row.get<MovementId>("id"),
            .move = row.get<Move>("move"),
            .at = row.get<Instant>("at"),
            .person = row.get<std::string>("person"),
            .place = row.get<std::string>("place"),
            .note = row.get<std::string>("note"),
            .entered_by = row.get<std::string>("entered_by"),
            .entered_at = row.get<Instant>("entered_at")};
    });
}

}
