#include "features/work_request/import_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/number_store.hpp"
#include "features/work_request/opening.hpp"
#include "features/work_request/sql.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/clock.hpp"
#include "platform/uuid.hpp"

#include <unordered_map>
#include <unordered_set>

namespace hoshuban::work_request {
namespace {

using Stored = std::unordered_map<std::string, WorkRequest>;

Stored stored_requests(db::Reader& reader, const Reach& reach, const std::vector<ImportedRow>& rows)
{
    std::unordered_set<std::string> wanted;
    for (const ImportedRow& row : rows) {
        if (const auto number = row.values.find(Column::number); number != row.values.end() && !number->second.empty())
            wanted.insert(number->second);
    }
    Stored stored;
    if (wanted.empty())
        return stored;
    for_each(reader, reach, [&](const WorkRequest& request) {
        if (wanted.contains(request.number))
            stored.emplace(request.number, request);
    });
    return stored;
}

std::unexpected<Error> no_series()
{
    return fail(ErrorKind::conflict, "work_request/no_series",
        {"この契約には作業依頼の管理番号の形がありません。契約の設定を確かめてください。",
            "this contract has no number pattern for work requests: check its profile"});
}

Result<NumberKey> give_number(db::Tx& tx, const contract::NumberSeries& series, WorkRequest& request)
{
    if (request.number.empty()) {
        const int year = contract::series_year(series, request.entered_on);
        const int sequence = contract::next_number(tx, request.contract_id, number_series, year);
        request.number = contract::format_number(series, year, sequence);
        return NumberKey{year, sequence};
    }
    const auto number = contract::parse_number(series, request.number);
    if (!number)
        return no_series();
    const NumberKey key{number->year.value_or(0), number->sequence};
    contract::raise_number(tx, request.contract_id, number_series, key.year, key.sequence);
    return key;
}

std::optional<ImportTerms::Place> place_of(const contract::NumberSeries* series, std::string_view number)
{
    const auto parsed = series ? contract::parse_number(*series, number) : std::nullopt;
    if (!parsed)
        return std::nullopt;
    return ImportTerms::Place{parsed->year.value_or(0), parsed->sequence};
}

std::map<int, int> last_numbers(db::Reader& reader, const ContractId& contract)
{
    std::map<int, int> last;
    reader.query(sql::last_numbers, contract, number_series).for_each([&](const db::Row& row) {
        last.emplace(row.get<int>("year"), row.get<int>("last"));
    });
    return last;
}

}

ImportPlan plan_file(db::Reader& reader, const Importer& importer, const std::vector<ImportedRow>& rows)
{
    const ContractId& contract = importer.profile.id;
    const contract::NumberSeries* series = contract::find_numbers(importer.profile, number_series);
    const ImportTerms terms{
        .contract = contract,
        .side = importer.actor.side(contract),
        .may_create = importer.actor.may(Permission::write_work_request, contract),
        .contractor = "",
        .today = importer.today,
        .period = importer.profile.period,
        .place_of = [series](std::string_view number) { return place_of(series, number); },
        .number_example =
            series ? contract::format_number(*series, contract::series_year(*series, importer.today), 1) : "",
        .last_numbers = last_numbers(reader, contract),
    };
    const Stored stored = stored_requests(reader, reach_of(importer.actor, contract), rows);
    return plan_import(terms, rows, [&](const std::string& number) {
        const auto found = stored.find(number);
        return found == stored.end() ? nullptr : &found->second;
    });
}

Result<SavedImport> save_plan(
    db::Tx& tx, const contract::Profile& profile, const ImportPlan& plan, const Clock& clock, const ImportEntry& entry)
{
    const contract::NumberSeries* series = contract::find_numbers(profile, number_series);
    if (!series)
        return no_series();
    SavedImport saved;
    std::vector<audit::Entry> entries;
    for (const PlannedRow& row : plan.rows) {
        if (!row.saved)
            continue;
        WorkRequest request = *row.saved;
        if (row.outcome == Outcome::created) {
            request.id = new_id<WorkRequestId>(clock);
            TRY_ASSIGN(const auto key, give_number(tx, *series, request));
            entries.push_back(entry(nullptr, request));
            TRY(insert(tx, request, key, entries.back().at));
            ++saved.created;
            continue;
        }
        TRY_ASSIGN(const auto before, get_version(tx, whole(request.contract_id), request.id, request.version));
        entries.push_back(entry(&before, request));
        TRY(update(tx, std::move(request), entries.back().at));
        ++saved.changed;
    }
    audit::record_all(tx, entries);
    return saved;
}

}
