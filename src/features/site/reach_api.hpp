#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/context.hpp"

#include <memory>
#include <optional>

namespace hoshuban::site {

using SharedProfile = std::shared_ptr<const contract::Profile>;

Result<SharedProfile> profile_of(const http::Context&, contract::ProfileCache&);

/// Whether somebody sees this site: people of one site see their own.
bool sees(const http::Context&, const SiteId&);
/// The site of the path {site}; what is not there or not seen is not found.
Result<const contract::Site*> seen_site(const http::Context&, const contract::Profile&);

bool may_keep(const http::Context&);
/// The day that was asked for, today otherwise.
LocalDay day_of_query(const http::Context&, const std::optional<LocalDay>&);

}
