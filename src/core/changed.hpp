#pragma once
#include "core/result.hpp"

#include <string>

namespace hoshuban {

/// The answer to who changes what somebody else changed since he saw it (`precondition`): `version` is the present one.
std::unexpected<Error> changed_meanwhile(std::string code, int version);

}
