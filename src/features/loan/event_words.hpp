#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::loan {

audit::Words event_words();

}
