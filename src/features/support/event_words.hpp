#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::support {

audit::Words event_words();

}
