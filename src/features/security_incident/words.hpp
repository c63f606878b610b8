#pragma once
#include "features/security_incident/incident.hpp"

namespace hoshuban::security_incident {

/// What people call these on paper.
Text label(Category);
Text label(Kind);
Text label(State);
Text label(Party);
Text label(Verdict);
Text label(EntryKind);

}
