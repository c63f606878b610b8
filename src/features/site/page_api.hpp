#pragma once
#include "features/site/reach_api.hpp"
#include "features/site/view_api.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::site {

/// The page of a site on a day: five queries.
Result<SitePageView> site_page(
    db::Reader&, const http::Context&, const contract::Profile&, const contract::Site&, LocalDay on);

}
