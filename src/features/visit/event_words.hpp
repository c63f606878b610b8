#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::visit {

audit::Words event_words();

}
