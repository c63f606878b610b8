#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::attachment {

audit::Words event_words();

}
