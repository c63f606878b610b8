#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::gate {

/// Tells the instruction of an emergency start again, after the city did not confirm it.
void add_instruction_routes(http::Router&, contract::ProfileCache&);

}
