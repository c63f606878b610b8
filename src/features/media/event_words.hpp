#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::media {

audit::Words event_words();

}
