#include "features/procedure/procedure_api.hpp"

#include "features/procedure/comparison_api.hpp"
#include "features/procedure/job_api.hpp"
#include "features/procedure/library_api.hpp"
#include "features/procedure/library_list_api.hpp"
#include "features/procedure/step_api.hpp"
#include "features/procedure/version_api.hpp"
#include "features/procedure/work_record_api.hpp"

namespace hoshuban::procedure {

void add_routes(http::Router& router, const Rooms& rooms)
{
    add_library_list_route(router, rooms);
    add_library_routes(router, rooms);
    add_version_routes(router);
    add_comparison_routes(router);
    add_job_routes(router, rooms);
    add_step_routes(router, rooms);
    add_work_record_routes(router, rooms);
}

}
