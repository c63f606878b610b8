#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::page_count {

audit::Words event_words();

}
