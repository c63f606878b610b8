#pragma once
#include "core/language.hpp"
#include "features/site/site_list.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::site {

/// Reads a list of sites: a workbook or a CSV (UTF-8 or CP932) with its columns in any order under a row of headings in
/// one of the first rows. `said` tells of headings that are not known otherwise. Refuses files without such a row, and
/// more than 2,000 sites.
Result<SiteSheet> read_site_list(std::string_view bytes, std::span<const HeadingChoice> said);

/// The sites as a sheet that comes back.
Result<std::string> site_workbook(std::span<const SiteFact>, Language, Instant now);

}
