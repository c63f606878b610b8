#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::approval {

audit::Words event_words();

}
