#include "features/procedure/version_api.hpp"

#include "core/fold.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/attachment/passage_doc.hpp"
#include "features/procedure/job_store.hpp"
#include "features/procedure/library_api.hpp"
#include "features/procedure/procedure_store.hpp"
#include "platform/db/blob.hpp"

#include <algorithm>
#include <functional>

namespace hoshuban::procedure {

struct StepsOfVersion {
    std::vector<Step> steps;
};

static auto describe(const StepsOfVersion*)
{
    using S = StepsOfVersion;
    return json::object<S>("ProcedureSteps", json::field("steps", &S::steps, {"手順", "Steps"}));
}

/// A step as somebody writes it; its number is its place.
struct WrittenStep {
    std::string text;
    bool per_device = false;
    bool operation_check = false;
    bool photo = false;
};

static auto describe(const WrittenStep*)
{
    using S = WrittenStep;
    return json::object<S>("WrittenStep",
        json::field("text", &S::text, {"内容", "What is done"}, json::length(1, 1000)),
        json::field("per_device", &S::per_device, {"機器ごと", "On each device"}, json::defaulted()),
        json::field("operation_check", &S::operation_check, {"動作確認", "Operation check"}, json::defaulted()),
        json::field("photo", &S::photo, {"写真が必要", "Needs a photo"}, json::defaulted()));
}

struct WriteSteps {
    std::vector<WrittenStep> steps;
};

static auto describe(const WriteSteps*)
{
    using W = WriteSteps;
    return json::object<W>(
        "WriteProcedureSteps", json::field("steps", &W::steps, {"手順", "Steps"}, json::items(0, most_steps)));
}

struct FileQuery {
    std::string name;
};

static auto describe(const FileQuery*)
{
    return json::object<FileQuery>(
        "ProcedureFileQuery", json::field("name", &FileQuery::name, {"ファイル名", "File name"}, json::length(1, 200)));
}

namespace {

using One = http::Versioned<ProcedureView>;

struct Opened {
    Procedure procedure;
    Version version;
};

Result<Opened> open(db::Reader& reader, const http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    Opened opened;
    TRY_ASSIGN(opened.procedure, get(reader, contract, context.path<ProcedureId>("procedure")));
    TRY_ASSIGN(opened.version, get(reader, contract, opened.procedure.id, context.path<ProcedureVersionId>("version")));
    return opened;
}

/// The frame of every change of a version: right, version seen, whether it may change, the change, voided approvals.
Result<One> change(http::Context& context, const std::function<Result<void>(db::Tx&, const Opened&)>& make)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int seen, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(auto opened, open(tx, context));
        TRY(context.require(permission_to_edit(opened.procedure.kind), contract));
        TRY(check_changeable(opened.procedure.kind, use_of(tx, opened.procedure, opened.version)));
        opened.version.version = seen;
        TRY(touch(tx, opened.version, context.now()));
        TRY(make(tx, opened));
        void_approvals(tx, audit::cause_of(context), contract, opened.version.id,
            edition_name(opened.version) + "の内容を変えたため", context.now());
        return view_of(tx, context, opened.procedure);
    });
}

Result<StepsOfVersion> show_steps(http::Context& context)
{
    return context.database().read([&](db::Reader& reader) -> Result<StepsOfVersion> {
        TRY_ASSIGN(const auto opened, open(reader, context));
        return StepsOfVersion{steps_of(reader, opened.procedure.contract_id, opened.version.id)};
    });
}

Result<One> write_steps(http::Context& context, const WriteSteps& body)
{
    std::vector<Step> written;
    for (const WrittenStep& step : body.steps)
        written.push_back({0, step.text, step.per_device, step.operation_check, step.photo});
    TRY_ASSIGN(const auto steps, numbered_steps(std::move(written)));
    return change(context, [&](db::Tx& tx, const Opened& opened) -> Result<void> {
        replace_steps(tx, opened.procedure.contract_id, opened.version.id, steps);
        record_event(tx, context, "procedure.steps_changed", opened.procedure,
            {{"version", edition_name(opened.version)}, {"steps", std::to_string(steps.size())}});
        return {};
    });
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings)
{
    const std::string folded = fold(name);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return folded.ends_with(ending); });
}

// A procedure has to be read by both sides for years, and to be compared: only kinds of file for which that holds.
Result<void> check_file(const http::Upload& upload, const std::string& name)
{
    TRY(attachment::check_file_name(name));
    if (!ends_with_any(name, {".docx", ".xlsx", ".pdf", ".txt"}))
        return fail(ErrorKind::invalid, "procedure/file_kind",
            {"手順書のファイルは、.docx、.xlsx、.pdf、.txt のどれかにしてください。",
                "a procedure's file is a .docx, .xlsx, .pdf or .txt"});
    if (upload.bytes.empty())
        return fail(ErrorKind::invalid, "procedure/empty_file",
            {"ファイルが空です。別のファイルを選んでください。", "the file is empty: choose another"});
    if (ends_with_any(name, {".pdf"}) && !upload.bytes.starts_with("%PDF-"))
        return fail(ErrorKind::invalid, "procedure/not_a_pdf",
            {"PDFではありません。PDFで保存し直してください。", "this is no PDF: save it as one"});
    TRY_ASSIGN(const auto passages, attachment::passages_of(upload.bytes, name));
    return attachment::check_passages(passages);
}

std::unexpected<Error> no_such_file()
{
    return fail(ErrorKind::not_found, "procedure/no_file", {"ファイルが見つかりません。", "no such file"});
}

// A file of the same name takes the place of the one before.
Result<void> put_file(db::Tx& tx, const http::Context& context, const Opened& opened,
    const attachment::Attachment& file, const db::PackedBlob& bytes)
{
    const auto subject = subject_of(opened.version.id);
    const auto present = attachment::list(tx, opened.procedure.contract_id, subject);
    const auto same = std::ranges::find(present, file.name, &attachment::Attachment::name);
    if (same == present.end() && present.size() >= most_files)
        return fail(ErrorKind::conflict, "procedure/too_many_files",
            {"一つの版のファイルは20個までです。", "a version holds at most 20 files"});
    if (same != present.end())
        attachment::remove(tx, opened.procedure.contract_id, subject, same->id);
    attachment::add(tx, opened.procedure.contract_id, subject, file, bytes);
    record_event(tx, context, "procedure.file_added", opened.procedure,
        {{"version", edition_name(opened.version)}, {"file", file.name}, {"sha256", file.sha256}});
    return {};
}

Result<One> add_file(http::Context& context, const FileQuery& query, const http::Upload& upload)
{
    TRY(check_file(upload, query.name));
    const auto bytes = db::pack_blob(upload.bytes);
    const attachment::Attachment file{context.new_id<AttachmentId>(), query.name,
        attachment::content_type_of(query.name), static_cast<int>(upload.bytes.size()), bytes.sha256, context.now(),
        context.actor().name};
    return change(
        context, [&](db::Tx& tx, const Opened& opened) { return put_file(tx, context, opened, file, bytes); });
}

Result<One> remove_file(http::Context& context)
{
    return change(context, [&](db::Tx& tx, const Opened& opened) -> Result<void> {
        const auto subject = subject_of(opened.version.id);
        const auto id = context.path<AttachmentId>("file");
        const auto found = attachment::find(tx, opened.procedure.contract_id, subject, id);
        if (!found)
            return no_such_file();
        attachment::remove(tx, opened.procedure.contract_id, subject, id);
        record_event(tx, context, "procedure.file_removed", opened.procedure,
            {{"version", edition_name(opened.version)}, {"file", found->name}, {"sha256", found->sha256}});
        return {};
    });
}

Result<http::File> fetch_file(http::Context& context)
{
    return context.database().read([&](db::Reader& reader) -> Result<http::File> {
        TRY_ASSIGN(const auto opened, open(reader, context));
        const auto found = attachment::find(
            reader, opened.procedure.contract_id, subject_of(opened.version.id), context.path<AttachmentId>("file"));
        if (!found)
            return no_such_file();
        TRY_ASSIGN(auto bytes, db::find_blob(reader, found->sha256, attachment::most_attachment_bytes));
        return http::File{found->content_type, found->name, std::move(bytes)};
    });
}

}

void add_version_routes(http::Router& router)
{
    const std::string one = "/api/v1/contracts/{contract}/procedures/{procedure}/versions/{version}";
    router.get(one + "/steps", show_steps)
        .permission(Permission::view_procedure)
        .summary({"版の手順", "Steps of a version"});
    router.put(one + "/steps", write_steps)
        .permission(Permission::view_procedure)
        .summary({"版の手順を書く", "Write the steps of a version"});
    router.post(one + "/files", add_file)
        .permission(Permission::view_procedure)
        .max_body(attachment::most_attachment_bytes)
        .takes_long()
        .summary({"版にファイルを登録する", "Add a file to a version"});
    router.get(one + "/files/{file}", fetch_file)
        .permission(Permission::view_procedure)
        .summary({"版のファイルを取り出す", "Fetch a file of a version"});
    router.del(one + "/files/{file}", remove_file)
        .permission(Permission::view_procedure)
        .summary({"版からファイルを外す", "Take a file from a version"});
}

}
