#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::security_incident {

audit::Words event_words();

}
