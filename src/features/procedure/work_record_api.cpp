#include "features/procedure/work_record_api.hpp"

#include "features/approval/approval_store.hpp"
#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/procedure/step_record_store.hpp"
#include "features/procedure/work_record_doc.hpp"
#include "features/work_request/work_request_store.hpp"
#include "formats/json.hpp"

#include <map>

namespace hoshuban::procedure {
namespace {

Result<WorkRecord> read(db::Reader& reader, const http::Context& context, const contract::Profile& profile)
{
    const auto reach = work_request::reach_of(context.actor(), profile.id, Permission::export_work_request);
    TRY_ASSIGN(const auto request, work_request::get(reader, reach, context.path<WorkRequestId>("id")));
    WorkRecord record;
    record.records = records_of(reader, profile.id, request.id);
    record.job = job_of(reader, profile, request, record.records);
    record.procedures = followed_by(reader, profile.id, request.id);
    record.files = files_of_job(reader, profile.id, request.id);
    record.approvals = approval::of_request(reader, profile.id, request.id);
    record.photos = photos_of(reader, profile.id, request.id);
    return record;
}

Result<http::File> export_work_record(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto record,
        context.database().read([&](db::Reader& reader) { return read(reader, context, *profile); }));
    TRY_ASSIGN(auto bytes, work_record_xlsx(*profile, record, context.now()));
    audit::Entry entry =
        audit::entry(context, contract, "work_record.exported", {"work_record", record.job.request.id.text});
    entry.act = audit::Act::reading;
    entry.after = json::print(std::map<std::string, std::string>{{"work_request", record.job.request.number}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = work_record_name(record, day_of(context.now()));
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

}

void add_work_record_routes(http::Router& router, const Rooms& rooms)
{
    contract::ProfileCache& profiles = rooms.profiles;
    router
        .get("/api/v1/contracts/{contract}/work-requests/{id}/work-record",
            [&profiles](http::Context& context) { return export_work_record(context, profiles); })
        .permission(Permission::export_work_request)
        .takes_long()
        .summary({"作業の書類を作業記録として書き出す", "Export a job's documents as a work record"});
}

}
