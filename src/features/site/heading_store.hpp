#pragma once
#include "features/site/site_list.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::site {

/// What somebody said of the headings of the city's lists of sites, remembered for the next list.
std::vector<HeadingChoice> remembered_headings(db::Reader&, const ContractId&);
void remember(db::Tx&, const ContractId&, std::span<const HeadingChoice>, const std::string& by, Instant at);

}
