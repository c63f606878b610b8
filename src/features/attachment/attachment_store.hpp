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
/// The files of a row in the order in which they were added.
std::vector<Attachment> list(db::Reader&, const ContractId&, const audit::Subject&);
std::optional<Attachment> find(db::Reader&, const ContractId&, const audit::Subject&, const AttachmentId&);

}
