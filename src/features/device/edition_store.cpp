#include "features/device/edition_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/sql.hpp"

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

}

std::vector<LedgerState> list_ledgers(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    auto shown = movements_by_division(reader, sql::list_shown_movements, contract);
    auto entered = movements_by_division(reader, sql::count_division_moves, contract);
    return reader.query(sql::list_ledgers, contract, day).map([&](const db::Row& row) {
        LedgerState ledger{row.get<std::string>("division"), row.get<int>("units")};
        ledger.movements = entered[ledger.division];
        ledger.shown = shown[ledger.division];
        return ledger;
    });
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
