#pragma once
#include "features/attachment/attachment.hpp"
#include "features/audit/audit.hpp"
#include "platform/db/blob.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <vector>

namespace hoshuban::attachment {

/// Stores the row and its bytes; the event is the caller's.
void add(db::Tx&, const ContractId&, const audit::Subject&, const Attachment&, const db::PackedBlob&);
/// Stores the row of a file whose bytes are stored already.
void add_stored(db::Tx&, const ContractId&, const audit::Subject&, const Attachment&);
/// Takes a file from a row again; its bytes stay. Whether there was one.
bool remove(db::Tx&, const ContractId&, const audit::Subject&, const AttachmentId&);
/// The files of a row in the order in which they were added.
std::vector<Attachment> list(db::Reader&, const ContractId&, const audit::Subject&);
std::optional<Attachment> find(db::Reader&, const ContractId&, const audit::Subject&, const AttachmentId&);

}
