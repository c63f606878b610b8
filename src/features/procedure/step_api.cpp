#include "features/procedure/step_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/contract/contract_store.hpp"
#include "features/procedure/photo.hpp"
#include "features/procedure/step_view_api.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::procedure {

struct RecordStep {
    ProcedureVersionId version_id;
    int step;
    std::optional<DeviceId> device_id;
    StepResult result;
    std::optional<std::string> note;
    std::optional<std::string> done_by;
    std::optional<Instant> done_at;
    std::optional<StepRecordId> replaces;
    std::optional<std::string> reason;
};

static auto describe(const RecordStep*)
{
    using R = RecordStep;
    return json::object<R>("RecordStep", json::field("version_id", &R::version_id, {"版", "Version"}),
        json::field("step", &R::step, {"手順", "Step"}, json::range(0, most_steps)),
        json::field("device_id", &R::device_id, {"機器", "Device"}),
        json::field("result", &R::result, {"結果", "Result"}),
        json::field("note", &R::note, {"備考", "Note"}, json::length(0, 2000)),
        json::field("done_by", &R::done_by, {"実施者。なければ記録する人", "Done by; without: who records"},
            json::length(0, 100)),
        json::field("done_at", &R::done_at, {"実施日時。なければ今", "Done at; without: now"}),
        json::field("replaces", &R::replaces, {"訂正する記録", "Record to correct"}),
        json::field("reason", &R::reason, {"訂正の理由", "Why it is corrected"}, json::length(0, 1000)));
}

struct ExecutionView {
    std::string procedures;
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;
    std::vector<std::string> people;
    int devices;
    int devices_done;
    std::vector<OpenStep> open;
};

static auto describe(const ExecutionView*)
{
    using E = ExecutionView;
    return json::object<E>("Execution",
        json::field("procedures", &E::procedures, {"実施した手順", "Procedures followed, one a line"}),
        json::field("first", &E::first, {"実施日", "First day"}),
        json::field("last", &E::last, {"実施終了日", "Last day"}),
        json::field("people", &E::people, {"実施者", "People"}),
        json::field("devices", &E::devices, {"機器の数", "Devices"}),
        json::field("devices_done", &E::devices_done, {"終わった機器の数", "Devices that are done"}),
        json::field("open", &E::open, {"残っている手順", "Open steps"}));
}

namespace {

using work_request::WorkRequest;

Result<WorkRequest> request_of(db::Reader& reader, const http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    return work_request::get(
        reader, work_request::reach_of(context.actor(), contract), context.path<WorkRequestId>("id"));
}

Result<std::optional<Instant>> begun_at(
    db::Reader& reader, const Rooms& rooms, const contract::Profile& profile, const WorkRequest& request, Instant now)
{
    if (request.status != work_request::Status::in_progress)
        return fail(ErrorKind::conflict, "procedure/not_in_progress",
            {"実施中の作業だけに記録できます。", "only a job in progress can be recorded"});
    return rooms.begun(reader, profile, request, now);
}

SheetView sheet(db::Reader& reader, const http::Context& context, const Rooms& rooms, const contract::Profile& profile,
    const WorkRequest& request)
{
    const auto records = records_of(reader, request.contract_id, request.id);
    const auto photos = photos_of(reader, request.contract_id, request.id);
    SheetView view = view_of(profile, job_of(reader, profile, request, records), records, photos);
    const auto begun = begun_at(reader, rooms, profile, request, context.now());
    view.can_record = begun && work_request::may(context.actor(), Permission::record_step, request);
    if (!begun)
        view.shut = begun.error().text;
    return view;
}

Result<SheetView> show_sheet(http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    return context.database().read([&](db::Reader& reader) -> Result<SheetView> {
        TRY_ASSIGN(const auto request, request_of(reader, context));
        return sheet(reader, context, rooms, *profile, request);
    });
}

StepRecord record_from(const http::Context& context, const RecordStep& body)
{
    StepRecord record{.id = context.new_id<StepRecordId>(),
        .request = context.path<WorkRequestId>("id"),
        .version = body.version_id,
        .step = body.step,
        .device = body.device_id,
        .result = body.result,
        .note = body.note.value_or(""),
        .done_by = body.done_by.value_or(""),
        .done_at = body.done_at.value_or(context.now()),
        .recorded_by = context.actor().person,
        .recorded_by_name = context.actor().name,
        .recorded_at = context.now(),
        .replaces = body.replaces,
        .reason = body.reason.value_or("")};
    if (record.done_by.empty())
        record.done_by = context.actor().name;
    return record;
}

Result<SheetView> record_step(http::Context& context, const RecordStep& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    return context.database().write([&](db::Tx& tx) -> Result<SheetView> {
        TRY_ASSIGN(const auto request, request_of(tx, context));
        TRY(work_request::check_may(context.actor(), Permission::record_step, request));
        TRY_ASSIGN(const auto begun, begun_at(tx, rooms, *profile, request, context.now()));
        const auto records = records_of(tx, contract, request.id);
        Job job = job_of(tx, *profile, request, records);
        job.begun = begun;
        const StepRecord record = record_from(context, body);
        TRY(check_record(job, record, records));
        insert(tx, audit::cause_of(context), job, record);
        return sheet(tx, context, rooms, *profile, request);
    });
}

Result<ExecutionView> show_execution(http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    return context.database().read([&](db::Reader& reader) -> Result<ExecutionView> {
        TRY_ASSIGN(const auto request, request_of(reader, context));
        const auto records = records_of(reader, contract, request.id);
        const Job job = job_of(reader, *profile, request, records);
        const Completeness state = completeness(job, records);
        const Execution done = execution(job.followed, records);
        return ExecutionView{
            done.procedures, done.first, done.last, done.people, state.devices, state.devices_done, state.open};
    });
}

}

Result<void> check_photo_seen(const http::Context& context, db::Reader& reader)
{
    TRY_ASSIGN(const auto request, request_of(reader, context));
    const auto job = job_of(reader, request.contract_id, context.path<StepRecordId>("record"));
    if (job == request.id)
        return {};
    return fail(ErrorKind::not_found, "procedure/no_record", {"記録が見つかりません。", "no such record"});
}

Result<void> check_photo_added(const http::Context& context, db::Reader& reader, const Rooms& rooms)
{
    TRY(check_photo_seen(context, reader));
    TRY_ASSIGN(const auto request, request_of(reader, context));
    TRY(work_request::check_may(context.actor(), Permission::record_step, request));
    TRY_ASSIGN(const auto profile, contract::profile(reader, rooms.profiles, request.contract_id));
    TRY(begun_at(reader, rooms, *profile, request, context.now()));
    const auto name = context.request().query_value("name").value_or("");
    return check_photo(context.request().body, attachment::content_type_of(name));
}

void add_step_routes(http::Router& router, const Rooms& rooms)
{
    const std::string one = "/api/v1/contracts/{contract}/work-requests/{id}";
    router.get(one + "/steps", [rooms](http::Context& context) { return show_sheet(context, rooms); })
        .permission(Permission::view_procedure)
        .summary({"作業の手順と記録", "Steps of a job and their records"});
    router
        .post(one + "/steps/records",
            [rooms](http::Context& context, const RecordStep& body) { return record_step(context, body, rooms); })
        .permission(Permission::record_step)
        .summary({"手順の実施を記録する、訂正する", "Record what was done, or correct a record"});
    router.get(one + "/execution", [rooms](http::Context& context) { return show_execution(context, rooms); })
        .permission(Permission::view_procedure)
        .summary({"結果に書く手順・実施日・実施者", "Procedures, days and people for the result"});
}

}
