#pragma once
#include "features/audit/audit.hpp"
#include "features/premises/entry_record.hpp"
#include "features/premises/sight.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::premises {

/// The record if these sites show it, or a not_found error with the text for people.
Result<PlacedRecord> get_record(db::Reader&, const ContractId&, const Sight&, const EntryRecordId&);
/// `get_record`, and refuse when the caller saw another version (412).
Result<PlacedRecord> get_record_version(
    db::Reader&, const ContractId&, const Sight&, const EntryRecordId&, int version);
/// The latest first, at most 200.
std::vector<RecordVersion> versions_of(db::Reader&, const ContractId&, const EntryRecordId&);

/// Stores a new record with its first version. Refuses (`premises/elsewhere`, at `in_at`) somebody who is or was in a
/// controlled room in that time, and says which.
Result<void> insert(db::Tx&, const audit::Cause&, const EntryRecord&);
/// Stores the next version of a record. Refuses like `insert`.
Result<EntryRecord> update(
    db::Tx&, const audit::Cause&, EntryAct, const EntryRecord& before, EntryRecord after, const std::string& reason);
/// Stores that the city saw the present version.
void mark_seen(db::Tx&, const audit::Cause&, const EntryRecord&);

enum class RecordsShown { inside, past, all };

constexpr auto names_of(const RecordsShown*)
{
    return std::to_array<Name<RecordsShown>>(
        {{RecordsShown::inside, "inside"}, {RecordsShown::past, "past"}, {RecordsShown::all, "all"}});
}

struct RecordFilter {
    RecordsShown shown = RecordsShown::all;
    std::string site = {};
    std::string room = {};
    std::string person = {}; ///< words of the name or affiliation, as typed
    std::optional<LocalDay> from = {}; ///< of the entry
    std::optional<LocalDay> until = {};
};

struct RecordPage {
    std::vector<PlacedRecord> records = {};
    std::string next = {}; ///< cursor of the next page; empty at the end
};

/// The latest entry first. Refuses a cursor that is none (`list/cursor`). One query.
Result<RecordPage> list_records(
    db::Reader&, const ContractId&, const Sight&, const RecordFilter&, const std::string& cursor, int limit);

}
