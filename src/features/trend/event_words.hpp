#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::trend {

audit::Words event_words();

}
