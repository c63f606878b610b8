#include "features/attachment/attachment_store.hpp"

#include "features/attachment/sql.hpp"

namespace hoshuban::attachment {
namespace {

Attachment attachment_from(const db::Row& row)
{
    return {.id = row.get<AttachmentId>("id"),
        .name = row.get<std::string>("name"),
        .content_type = row.get<std::string>("content_type"),
        .size = row.get<int>("size"),
        .sha256 = row.get<std::string>("sha256"),
        .added_at = row.get<Instant>("added_at"),
        .added_by = row.get<std::string>("added_by")};
}

}

void add(db::Tx& tx, const ContractId& contract, const audit::Subject& subject, const Attachment& file,
    const db::PackedBlob& bytes)
{
    db::put_blob(tx, bytes);
    add_stored(tx, contract, subject, file);
}

void add_stored(db::Tx& tx, const ContractId& contract, const audit::Subject& subject, const Attachment& file)
{
    tx.execute(sql::insert_attachment, contract, file.id, subject.kind, subject.id, file.name, file.content_type,
        file.size, file.sha256, file.added_at, file.added_by);
}

bool remove(db::Tx& tx, const ContractId& contract, const audit::Subject& subject, const AttachmentId& id)
{
    return tx.execute(sql::delete_attachment, contract, subject.kind, subject.id, id) == 1;
}

std::vector<Attachment> list(db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    return reader.query(sql::list_attachments, contract, subject.kind, subject.id).map(attachment_from);
}

std::optional<Attachment> find(
    db::Reader& reader, const ContractId& contract, const audit::Subject& subject, const AttachmentId& id)
{
    return reader.query(sql::find_attachment, contract, subject.kind, subject.id, id).one_or_none(attachment_from);
}

}
