#pragma once
#include "features/audit/audit.hpp"
#include "features/site/layout.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::site {

/// The floors of a site with their seats; empty in version 1 when nobody entered any. Three queries.
Layout layout_of(db::Reader&, const ContractId&, const SiteId&);

/// Puts a layout in the place of the one that was seen. Refuses (`site/changed`) when somebody else was first. The
/// pictures of floors that are gone go with them.
Result<Layout> put_layout(
    db::Tx&, const ContractId&, const SiteId&, const audit::Cause&, const Layout& before, Layout after);

/// The attachments of one floor.
audit::Subject subject_of(const FloorId&);

}
