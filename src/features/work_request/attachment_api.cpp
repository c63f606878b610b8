#include "features/work_request/attachment_api.hpp"

#include "features/work_request/attachment.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/sql.hpp"
#include "features/work_request/work_request_store.hpp"
#include "formats/json.hpp"
#include "platform/db/blob.hpp"

namespace hoshuban::work_request {

struct AttachmentView {
    AttachmentId id;
    std::string name;
    std::string content_type;
    int size = 0;
    std::string sha256;
    Instant added_at;
    std::string added_by;
};

static auto describe(const AttachmentView*)
{
    using V = AttachmentView;
    return json::object<V>("Attachment", json::field("id", &V::id),
        json::field("name", &V::name, {"ファイル名", "File name"}), json::field("content_type", &V::content_type),
        json::field("size", &V::size, {"大きさ（バイト）", "Size in bytes"}), json::field("sha256", &V::sha256),
        json::field("added_at", &V::added_at, {"添付日時", "Added at"}),
        json::field("added_by", &V::added_by, {"添付した人", "Added by"}));
}

struct AttachmentList {
    std::vector<AttachmentView> items;
};

static auto describe(const AttachmentList*)
{
    return json::object<AttachmentList>("AttachmentList", json::field("items", &AttachmentList::items));
}

struct AttachmentQuery {
    std::string name;
};

static auto describe(const AttachmentQuery*)
{
    return json::object<AttachmentQuery>("AttachmentQuery",
        json::field("name", &AttachmentQuery::name, {"ファイル名", "File name"}, json::length(1, 200)));
}

namespace {

AttachmentView attachment_from(const db::Row& row)
{
    return {.id = row.get<AttachmentId>("id"),
        .name = row.get<std::string>("name"),
        .content_type = row.get<std::string>("content_type"),
        .size = row.get<int>("size"),
        .sha256 = row.get<std::string>("sha256"),
        .added_at = row.get<Instant>("added_at"),
        .added_by = row.get<std::string>("added_by")};
}

std::unexpected<Error> no_such_attachment()
{
    return fail(ErrorKind::not_found, "attachment/not_found", {"添付ファイルが見つかりません。", "no such attachment"});
}

// Both sides attach until the request is completed; afterwards the file set is what was confirmed.
Result<void> check_open(const WorkRequest& request)
{
    if (request.status != Status::done)
        return {};
    return fail(ErrorKind::conflict, "work_request/wrong_state",
        {"完了した依頼には添付できません。", "nothing can be attached to a completed request"});
}

Result<http::Created<AttachmentView>> attach(
    http::Context& context, const AttachmentQuery& query, const http::Upload& upload)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<WorkRequestId>("id");
    TRY(check_file_name(query.name));
    const auto bytes = db::pack_blob(upload.bytes);
    AttachmentView view{context.new_id<AttachmentId>(), query.name, content_type_of(query.name),
        static_cast<int>(upload.bytes.size()), bytes.sha256, context.now(), context.actor().name};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<AttachmentView>> {
        TRY_ASSIGN(const auto request, get(tx, reach_of(context.actor(), contract), id));
        TRY(check_may(context.actor(), Permission::comment, request));
        TRY(check_open(request));
        db::put_blob(tx, bytes);
        tx.execute(sql::insert_attachment, contract, view.id, id, view.name, view.content_type, view.size, view.sha256,
            view.added_at, view.added_by);
        audit::Entry entry = entry_of(context, {"work_request.file_attached"}, request);
        entry.after = facts_json({{"name", view.name}, {"sha256", view.sha256}});
        record_entry(tx, entry);
        return http::Created<AttachmentView>{view, context.request().path + "/" + view.id.text};
    });
}

Result<AttachmentList> list_files(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<WorkRequestId>("id");
    return context.database().read([&](db::Reader& reader) -> Result<AttachmentList> {
        TRY(get(reader, reach_of(context.actor(), contract), id));
        return AttachmentList{reader.query(sql::list_attachments, contract, id).map(attachment_from)};
    });
}

Result<http::File> fetch_file(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<WorkRequestId>("id");
    const auto attachment = context.path<AttachmentId>("attachment");
    return context.database().read([&](db::Reader& reader) -> Result<http::File> {
        TRY(get(reader, reach_of(context.actor(), contract), id));
        auto found = reader.query(sql::find_attachment, contract, id, attachment).one_or_none(attachment_from);
        if (!found)
            return no_such_attachment();
        TRY_ASSIGN(auto bytes, db::find_blob(reader, found->sha256, most_attachment_bytes));
        return http::File{found->content_type, found->name, std::move(bytes)};
    });
}

}

void add_attachment_routes(http::Router& router)
{
    const std::string all = "/api/v1/contracts/{contract}/work-requests/{id}/attachments";
    router.post(all, attach)
        .permission(Permission::comment)
        .max_body(most_attachment_bytes)
        .summary({"作業依頼にファイルを添付する", "Attach a file to a work request"});
    router.get(all, list_files)
        .permission(Permission::view_work_request)
        .summary({"作業依頼の添付ファイル", "List the files of a work request"});
    router.get(all + "/{attachment}", fetch_file)
        .permission(Permission::view_work_request)
        .summary({"添付ファイルを取り出す", "Fetch an attached file"});
}

}
