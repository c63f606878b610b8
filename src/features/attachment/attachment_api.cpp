#include "features/attachment/attachment_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/attachment/passage_doc.hpp"
#include "features/audit/audit_store.hpp"
#include "formats/json.hpp"
#include "platform/db/blob.hpp"

namespace hoshuban::attachment {

static auto describe(const Attachment*)
{
    using A = Attachment;
    return json::object<A>("Attachment", json::field("id", &A::id),
        json::field("name", &A::name, {"ファイル名", "File name"}), json::field("content_type", &A::content_type),
        json::field("size", &A::size, {"大きさ（バイト）", "Size in bytes"}), json::field("sha256", &A::sha256),
        json::field("added_at", &A::added_at, {"添付日時", "Added at"}),
        json::field("added_by", &A::added_by, {"添付した人", "Added by"}));
}

struct AttachmentList {
    std::vector<Attachment> items;
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

audit::Subject subject_of(const http::Context& context, const Place& place)
{
    return {place.subject_kind, context.path_text(place.parameter)};
}

std::unexpected<Error> no_such_attachment()
{
    return fail(ErrorKind::not_found, "attachment/not_found", {"添付ファイルが見つかりません。", "no such attachment"});
}

// Whatever cannot be opened is kept as it came, like any file of another kind: nobody reads it here, so nothing is told
// about what it holds.
Result<void> check_content(const http::Upload& upload, std::string_view name)
{
    const auto passages = passages_of(upload.bytes, name);
    return passages ? check_passages(*passages) : Result<void>{};
}

Result<http::Created<Attachment>> attach(
    http::Context& context, const AttachmentQuery& query, const http::Upload& upload, const Place& place)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(check_file_name(query.name));
    TRY(check_content(upload, query.name));
    const auto bytes = db::pack_blob(upload.bytes);
    const Attachment file{context.new_id<AttachmentId>(), query.name, content_type_of(query.name),
        static_cast<int>(upload.bytes.size()), bytes.sha256, context.now(), context.actor().name};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<Attachment>> {
        TRY(place.check_add(context, tx));
        const audit::Subject subject = subject_of(context, place);
        add(tx, contract, subject, file, bytes);
        audit::Entry entry = audit::entry(context, contract, place.subject_kind + ".file_attached", subject);
        entry.after = json::print(std::map<std::string, std::string>{{"name", file.name}, {"sha256", file.sha256}});
        audit::record(tx, entry);
        return http::Created<Attachment>{file, context.request().path + "/" + file.id.text};
    });
}

Result<AttachmentList> list_files(http::Context& context, const Place& place)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<AttachmentList> {
        TRY(place.check_seen(context, reader));
        return AttachmentList{list(reader, contract, subject_of(context, place))};
    });
}

Result<http::File> fetch_file(http::Context& context, const Place& place)
{
    const auto contract = context.path<ContractId>("contract");
    const auto attachment = context.path<AttachmentId>("attachment");
    return context.database().read([&](db::Reader& reader) -> Result<http::File> {
        TRY(place.check_seen(context, reader));
        const auto found = find(reader, contract, subject_of(context, place), attachment);
        if (!found)
            return no_such_attachment();
        TRY_ASSIGN(auto bytes, db::find_blob(reader, found->sha256, most_attachment_bytes));
        return http::File{found->content_type, found->name, std::move(bytes)};
    });
}

}

void add_routes(http::Router& router, const Place& place)
{
    const std::string all = place.pattern + "/attachments";
    router
        .post(all,
            [place](http::Context& context, const AttachmentQuery& query, const http::Upload& upload) {
                return attach(context, query, upload, place);
            })
        .permission(place.add)
        .max_body(most_attachment_bytes)
        .takes_long()
        .summary(place.how_to_add);
    router.get(all, [place](http::Context& context) { return list_files(context, place); })
        .permission(place.see)
        .summary(place.how_to_list);
    router.get(all + "/{attachment}", [place](http::Context& context) { return fetch_file(context, place); })
        .permission(place.see)
        .summary({"添付ファイルを取り出す", "Fetch an attached file"});
}

}
