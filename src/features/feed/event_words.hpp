#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::feed {

/// What the events of this room are called.
audit::Words event_words();

}
