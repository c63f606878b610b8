#pragma once
#include "features/people/people_api.hpp"

namespace hoshuban::people {

/// The papers about people that the contract asks for, as Word documents.
void add_staff_notice_routes(http::Router&, const Rooms&);

}
