#pragma once
#include "features/feed/feed_api.hpp"

#include <vector>

namespace hoshuban {

/// What the rooms put into people's calendars.
const std::vector<feed::Source>& feed_sources();

}
