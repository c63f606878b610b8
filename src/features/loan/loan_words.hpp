#pragma once
#include "features/loan/loan.hpp"

namespace hoshuban::loan {

/// What people call these on paper.
Text label(Kind);
Text label(State);

}
