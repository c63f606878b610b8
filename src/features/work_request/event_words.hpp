#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::work_request {

/// How the events of this room are told.
audit::Words event_words();

}
