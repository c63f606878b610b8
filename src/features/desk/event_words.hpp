#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::desk {

audit::Words event_words();

}
