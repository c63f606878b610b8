#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::incident {

/// The kinds of event and the fields of incidents, as people read them.
audit::Words event_words();

}
