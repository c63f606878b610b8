#pragma once
#include "features/contract/contract_store.hpp"
#include "features/live/feed_job.hpp"
#include "features/search/source_store.hpp"

#include <vector>

namespace hoshuban {

/// What every room gives to the search, in the order in which kinds are shown. `profiles` must outlive it.
std::vector<search::Source> search_sources(contract::ProfileCache& profiles);

/// The kinds of rows that are not searched but whose pages keep up with changes, each with the right to see them.
/// People of one division or site are not told about them.
live::WholeKinds live_kinds();

}
