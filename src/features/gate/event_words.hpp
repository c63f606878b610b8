#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::gate {

audit::Words event_words();

}
