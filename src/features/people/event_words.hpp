#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::people {

/// The words for what this room records.
audit::Words event_words();

}
