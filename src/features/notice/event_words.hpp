#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::notice {

audit::Words event_words();

}
