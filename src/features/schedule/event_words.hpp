#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::schedule {

audit::Words event_words();

}
