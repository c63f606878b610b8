#pragma once
#include "features/search/source_store.hpp"

#include <vector>

namespace hoshuban {

/// What every room gives to the search, in the order in which kinds are shown.
const std::vector<search::Source>& search_sources();

}
