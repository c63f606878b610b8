#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::activity {

audit::Words event_words();

}
