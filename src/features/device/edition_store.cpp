#include "features/device/edition_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/sql.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hoshuban::device {
namespace {

Edition edition_from(const db::Row& row)
{
    return {.id = row.get<EditionId>("id"),
        .division = row.get<std::string>("division"),
        .number = row.get<int>("number"),
        .on = row.get<LocalDay>("reference_day"),
        .units = row.get<int>("units"),
        .movements = row.get<int>("movements"),
        .name = row.get<std::string>("name"),
        .sha256 = row.get<std::string>("sha256"),
        .made_by = row.get<std::string>("made_by"),
        .made_at = row.get<Instant>("made_at"),
        .submitted_on = row.get<std::optional<LocalDay>>("submitted_on"),
        .submitted_by = row.get<std::string>("submitted_by"),
        .version = row.get<int>("version")};
}

audit::Facts edition_facts(const Edition& edition)
{
    audit::Facts facts{{"division", edition.division}, {"number", fmt::format("{}", edition.number)},
        {"on", to_text(edition.on)}, {"sha256", edition.sha256}};
    if (edition.submitted_on)
        facts["submitted_on"] = to_text(*edition.submitted_on);
    return facts;
}

void record_edition(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const char* kind,
    const Edition& edition, const audit::Facts& before)
{
    audit::Entry entry = audit::entry(cause, contract, kind, {"ledger_edition", edition.id.text});
    audit::put_change(entry, before, edition_facts(edition));
    audit::record(tx, entry);
}

std::map<std::string, int> movements_by_division(db::Reader& reader, const db::Query& query, const ContractId& contract)
{
    std::map<std::string, int> movements;
    reader.query(query, contract).for_each([&](const db::Row& row) {
        movements.emplace(row.get<std::string>("division"), row.get<int>("movements"));
    });
    return movements;
}

LedgerState& state_of(std::vector<LedgerState>& states, const ContractLedger& ledger)
{
    const auto found =
        std::ranges::find_if(states, [&](const LedgerState& each) { return each.ledger.division == ledger.division; });
    return found != states.end() ? *found : states.emplace_back(LedgerState{.ledger = ledger});
}

}

std::vector<LedgerState> list_ledgers(db::Reader& reader, const contract::Profile& profile, LocalDay day)
{
    std::vector<LedgerState> states;
    for (const contract::Ledger& each : profile.ledgers)
        state_of(states, ledger_of(profile, each.divisions.empty() ? "" : each.divisions.front()));
    reader.query(sql::list_ledgers, profile.id, day).for_each([&](const db::Row& row) {
        const auto division = row.get<std::string>("division");
        LedgerState& state = state_of(states, ledger_of(profile, division));
        state.divisions.insert(division);
        const Spot spot{.use = row.get<Use>("used_as"), .keeper = row.get<Keeper>("keeper")};
        const bool listed = state.ledger.lists(spot, row.get<std::optional<int>>("site_number"));
        (listed ? state.units : state.kept_by_city) += row.get<int>("units");
    });
    std::erase_if(states, [](const LedgerState& state) { return state.divisions.empty(); });
    auto shown = movements_by_division(reader, sql::list_shown_movements, profile.id);
    auto entered = movements_by_division(reader, sql::count_division_moves, profile.id);
    for (LedgerState& state : states) {
        state.shown = shown[state.ledger.division];
        for (const auto& [division, movements] : entered)
            state.movements += ledger_of(profile, division).division == state.ledger.division ? movements : 0;
    }
    return states;
}

std::vector<Edition> list_editions(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_editions, contract).map(edition_from);
}

Result<Edition> get_edition(db::Reader& reader, const ContractId& contract, const EditionId& id)
{
    auto found = reader.query(sql::find_edition, contract, id).one_or_none(edition_from);
    if (!found)
        return fail(ErrorKind::not_found, "device/edition_not_found", {"版が見つかりません。", "no such edition"});
    return *std::move(found);
}

std::optional<Edition> newest_edition(db::Reader& reader, const ContractId& contract, const std::string& division)
{
    return reader.query(sql::newest_edition, contract, division).one_or_none(edition_from);
}

Result<void> put_edition(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const Edition& edition,
    const db::PackedBlob& file)
{
    const bool first = edition.version == 1;
    db::put_blob(tx, file);
    const auto stored = first
        ? tx.execute(sql::insert_edition, contract, edition.id, edition.division, edition.number, edition.on,
              edition.units, edition.movements, edition.name, edition.sha256, edition.made_by, edition.made_at)
        : tx.execute(sql::renew_edition, contract, edition.id, edition.version, edition.on, edition.units,
              edition.movements, edition.name, edition.sha256, edition.made_by, edition.made_at);
    if (stored == 0)
        return changed_meanwhile("device/edition_changed", edition.version);
    record_edition(tx, contract, cause, "device.edition_made", edition, {});
    return {};
}

Result<void> put_submitted(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const Edition& edition)
{
    const auto stored = tx.execute(
        sql::submit_edition, contract, edition.id, edition.version, edition.submitted_on, edition.submitted_by);
    if (stored == 0)
        return changed_meanwhile("device/edition_changed", edition.version);
    Edition before = edition;
    before.submitted_on = std::nullopt;
    record_edition(tx, contract, cause, "device.edition_submitted", edition, edition_facts(before));
    return {};
}

}
