#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::question {

audit::Words event_words();

}
