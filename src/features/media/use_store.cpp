#include "features/media/media_store.hpp"
#include "features/media/sql.hpp"

namespace hoshuban::media {
namespace {

Use use_from(const db::Row& row)
{
    return {.id = row.get<MediumUseId>("id"),
        .medium = row.get<MediumId>("medium_id"),
        .request = row.get<WorkRequestId>("request_id"),
        .device = row.get<std::optional<DeviceId>>("device_id"),
        .planned_at = row.get<Instant>("planned_at"),
        .purpose = row.get<std::string>("purpose"),
        .state = row.get<UseState>("state"),
        .used_at = row.get<std::optional<Instant>>("used_at"),
        .used_by = row.get<std::string>("used_by"),
        .permission = row.get<std::string>("permission"),
        .check = row.get<std::optional<ScanId>>("check_id"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at")};
}

}

void insert_use(db::Tx& tx, const ContractId& contract, const Use& use)
{
    tx.execute(sql::insert_use, contract, use.id, use.medium, use.request, use.device, use.planned_at, use.purpose,
        use.state, use.used_at, use.used_by, use.permission, use.check, use.entered_by, use.entered_at);
}

void update_use(db::Tx& tx, const ContractId& contract, const Use& use)
{
    tx.execute(sql::update_use, contract, use.id, use.state, use.used_at, use.used_by, use.permission, use.check);
}

Result<Use> get_use(db::Reader& reader, const ContractId& contract, const MediumId& medium, const MediumUseId& id)
{
    auto found = reader.query(sql::find_use, contract, medium, id).one_or_none(use_from);
    if (!found)
        return fail(ErrorKind::not_found, "media/use_not_found",
            {"媒体の使用の予定が見つかりません。", "no such planned use of the medium"});
    return *std::move(found);
}

std::vector<UseOfJob> uses_of(db::Reader& reader, const ContractId& contract, const MediumId& medium)
{
    return reader.query(sql::list_uses, contract, medium).map([](const db::Row& row) {
        return UseOfJob{use_from(row), row.get<std::string>("request_number"), row.get<std::string>("request_title")};
    });
}

}
