#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::premises {

audit::Words event_words();

}
