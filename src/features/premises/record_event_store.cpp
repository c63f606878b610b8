#include "features/premises/record_event_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"

#include <fmt/format.h>

namespace hoshuban::premises {
namespace {

audit::Facts facts_of(const EntryRecord& record)
{
    const RoomStay& stay = record.stay;
    audit::Facts facts{{"room_id", stay.room.text}, {"name", stay.name}, {"affiliation", stay.affiliation},
        {"in_at", to_text(stay.in_at)}, {"out_at", stay.out_at ? to_text(*stay.out_at) : std::string{}},
        {"purpose", stay.purpose}, {"request_number", stay.request_number}, {"attendant", stay.attendant},
        {"worker_id", stay.worker ? stay.worker->text : std::string{}}, {"withdrawn", record.withdrawn ? "yes" : ""}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}

void tell(db::Tx& tx, const audit::Cause& cause, EntryAct act, const std::optional<EntryRecord>& before,
    const EntryRecord& after, const std::string& reason)
{
    audit::Entry entry = audit::entry(
        cause, after.contract_id, fmt::format("entry_record.{}", name_of(act)), {"entry_record", after.id.text});
    entry.reason = reason;
    audit::put_change(entry, before ? facts_of(*before) : audit::Facts{}, facts_of(after));
    audit::record(tx, entry);
}

void tell_seen(db::Tx& tx, const audit::Cause& cause, const EntryRecord& record)
{
    audit::Entry entry = audit::entry(cause, record.contract_id, "entry_record.seen", {"entry_record", record.id.text});
    audit::put_change(entry, {}, {{"seen_version", std::to_string(record.version)}});
    audit::record(tx, entry);
}

}
