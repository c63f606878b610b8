#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::due {

audit::Words event_words();

}
