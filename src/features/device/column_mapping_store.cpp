#include "features/device/column_mapping_store.hpp"

#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/sql.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>

namespace hoshuban::device {

void remember(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const ColumnMapping& mapping)
{
    const std::string key = fold(mapping.name);
    tx.execute(sql::put_column_mapping, contract, key, mapping.name, cause.actor().name, cause.now());
    tx.execute(sql::delete_mapping_headings, contract, key);
    std::vector<std::vector<db::Param>> rows;
    std::string columns;
    for (const ColumnChoice& each : mapping.columns) {
        rows.push_back({contract, key, fold(each.heading), each.heading, each.column});
        columns += fmt::format(
            "{}{}={}", columns.empty() ? "" : "、", each.heading, each.column ? label_of(*each.column).ja : "－");
    }
    db::insert_many(tx, sql::insert_mapping_heading, rows);
    audit::Entry entry = audit::entry(cause, contract, "device.columns_remembered", {"column_mapping", key});
    audit::put_change(entry, {}, {{"name", mapping.name}, {"columns", columns}});
    audit::record(tx, entry);
}

std::vector<ColumnMapping> column_mappings(db::Reader& reader, const ContractId& contract)
{
    std::vector<ColumnMapping> mappings;
    reader.query(sql::list_column_mappings, contract).for_each([&](const db::Row& row) {
        const auto name = row.get<std::string>("name");
        if (mappings.empty() || mappings.back().name != name)
            mappings.push_back({name, {}});
        mappings.back().columns.push_back(
            {row.get<std::string>("heading"), row.get<std::optional<LedgerColumn>>("ledger_column")});
    });
    return mappings;
}

}
