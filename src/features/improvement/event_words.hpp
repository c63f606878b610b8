#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::improvement {

audit::Words event_words();

}
