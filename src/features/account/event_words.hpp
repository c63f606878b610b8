#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::account {

/// How the events of this room are told.
audit::Words event_words();

}
