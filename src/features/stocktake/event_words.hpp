#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::stocktake {

audit::Words event_words();

}
