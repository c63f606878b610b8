#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::procedure {

/// The kinds of event of this room and the fields of their subjects.
audit::Words event_words();

}
