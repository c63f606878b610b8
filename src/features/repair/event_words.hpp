#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::repair {

/// The words of the events of this room.
audit::Words event_words();

}
