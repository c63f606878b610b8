#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::licence {

audit::Words event_words();

}
