#include "features/recovery/ledger_check_job.hpp"

#include "features/audit/ledger_check_job.hpp"
#include "features/recovery/event_words.hpp"
#include "features/recovery/sql.hpp"

#include <algorithm>
#include <array>

namespace hoshuban::recovery {
namespace {

constexpr auto stored_fields = std::to_array<std::string_view>({"name", "family", "model", "origin", "state", "changes",
    "request", "instruction", "agreement", "planned_on", "released_on"});

audit::LedgerRow stored_row(const db::Row& row)
{
    audit::LedgerRow read{.id = row.get<std::string>("id"), .number = row.get<std::string>("name"), .facts = {}};
    for (const std::string_view field : stored_fields)
        read.facts[std::string{field}] = row.get<std::string>(field);
    return read;
}

// Papers, media and units are told in the timeline of an edition, and are no facts of its row; a file has a name too.
void take_event(audit::LedgerFacts& facts, const audit::Event& event, const audit::LedgerFacts& after)
{
    if (event.entry.kind == "recovery.file_attached")
        return;
    for (const auto& [field, value] : after) {
        if (std::ranges::find(stored_fields, field) != stored_fields.end())
            facts[field] = value;
    }
}

std::string name_in(const audit::LedgerFacts& facts)
{
    const auto found = facts.find("name");
    return found == facts.end() ? std::string{} : found->second;
}

}

audit::LedgerVerification verify_ledger(db::Reader& reader, const ContractId& contract)
{
    const audit::Words words = event_words();
    return audit::verify_ledger(reader, contract,
        {.name = "recovery_editions",
            .subject_kind = "recovery",
            .rows =
                [&](const std::string& after, int limit) {
                    return reader.query(sql::list_stored_editions, contract, after, limit).map(stored_row);
                },
            .take = take_event,
            .derive = [](audit::LedgerFacts&) {},
            .number = name_in,
            .label = [&](std::string_view field) { return words.field("recovery", field); }});
}

}
