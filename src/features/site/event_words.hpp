#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::site {

audit::Words event_words();

}
