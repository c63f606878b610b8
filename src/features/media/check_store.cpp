#include "features/media/media_store.hpp"
#include "features/media/sql.hpp"

namespace hoshuban::media {
namespace {

Check check_from(const db::Row& row)
{
    return {.id = row.get<ScanId>("id"),
        .method = row.get<Method>("method"),
        .started_at = row.get<Instant>("started_at"),
        .finished_at = row.get<std::optional<Instant>>("finished_at"),
        .checked_by = row.get<std::string>("checked_by"),
        .tool = row.get<std::string>("tool"),
        .definitions_on = row.get<std::optional<LocalDay>>("definitions_on"),
        .verdict = row.get<Verdict>("verdict"),
        .note = row.get<std::string>("note"),
        .entered_by = row.get<std::string>("entered_by")};
}

}

void insert_check(db::Tx& tx, const ContractId& contract, const MediumId& medium, const Check& check)
{
    tx.execute(sql::insert_check, contract, medium, check.id, check.method, check.started_at, check.finished_at,
        check.checked_by, check.tool, check.definitions_on, check.verdict, check.note, check.entered_by);
}

void update_check(db::Tx& tx, const ContractId& contract, const MediumId& medium, const Check& check)
{
    tx.execute(sql::update_check, contract, medium, check.id, check.finished_at, check.tool, check.definitions_on,
        check.verdict);
}

Result<Check> get_check(db::Reader& reader, const ContractId& contract, const MediumId& medium, const ScanId& id)
{
    auto found = reader.query(sql::find_check, contract, medium, id).one_or_none(check_from);
    if (!found)
        return fail(ErrorKind::not_found, "media/check_not_found",
            {"ウイルスチェックが見つかりません。", "no such virus check"});
    return *std::move(found);
}

std::vector<Check> checks_of(db::Reader& reader, const ContractId& contract, const MediumId& medium)
{
    return reader.query(sql::list_checks, contract, medium).map(check_from);
}

void insert_file(
    db::Tx& tx, const ContractId& contract, const MediumId& medium, const ScanId& check, const CheckedFile& file)
{
    tx.execute(sql::insert_file, contract, medium, check, file.id, file.name, file.size, file.sha256, file.verdict,
        file.threat, file.engine, file.definitions_on, file.scanned_at);
}

std::vector<CheckedFile> files_of(
    db::Reader& reader, const ContractId& contract, const MediumId& medium, const ScanId& check)
{
    return reader.query(sql::list_files, contract, medium, check).map([](const db::Row& row) {
        return CheckedFile{.id = row.get<CheckedFileId>("id"),
            .name = row.get<std::string>("name"),
            .size = row.get<std::int64_t>("size"),
            .sha256 = row.get<std::string>("sha256"),
            .verdict = row.get<Verdict>("verdict"),
            .threat = row.get<std::string>("threat"),
            .engine = row.get<std::string>("engine"),
            .definitions_on = row.get<std::optional<LocalDay>>("definitions_on"),
            .scanned_at = row.get<Instant>("scanned_at")};
    });
}

int count_files(db::Reader& reader, const ContractId& contract, const MediumId& medium, const ScanId& check)
{
    return reader.query(sql::count_files, contract, medium, check).one([](const db::Row& row) {
        return row.get<int>("files");
    });
}

}
