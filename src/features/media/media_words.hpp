#pragma once
#include "features/media/medium.hpp"

namespace hoshuban::media {

/// What people call these, on paper and in messages.
Text label(Kind);
Text label(State);
Text label(CheckState);

}
