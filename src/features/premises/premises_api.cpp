#include "features/premises/premises_api.hpp"

#include "features/premises/drill_api.hpp"
#include "features/premises/record_api.hpp"
#include "features/premises/room_api.hpp"

namespace hoshuban::premises {

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    add_room_routes(router, profiles);
    add_record_routes(router, profiles);
    add_drill_routes(router, profiles);
}

}
