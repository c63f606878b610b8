#pragma once
#include "features/contract/contract_store.hpp"
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <memory>

namespace hoshuban::recovery {

/// Recovery media are of the whole contract: who sees one division or site does not see them (404).
Result<void> check_whole(const http::Context&);
/// Whether who asks keeps them for the contractor.
bool may_keep(const http::Context&);
Result<void> check_keeps(const http::Context&);

/// The contract of the path; refuses one without recovery media.
Result<std::shared_ptr<const contract::Profile>> with_media(db::Reader&, const http::Context&, contract::ProfileCache&);

}
