#pragma once
#include "features/audit/words.hpp"

namespace hoshuban::device {

/// The words of the events of units and their places.
audit::Words event_words();

}
