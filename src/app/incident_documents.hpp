#pragma once
#include "features/search/source_store.hpp"

namespace hoshuban {

/// What is searched about incidents: what was handed over, what was written of their course and what came of them.
/// People of a site find those of that site.
search::Source incident_source();

}
