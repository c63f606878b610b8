#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::recovery {

/// The words for the events of recovery media and their fields.
audit::Words event_words();

}
