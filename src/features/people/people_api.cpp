#include "features/people/people_api.hpp"

#include "features/people/announce_api.hpp"
#include "features/people/assignment_api.hpp"
#include "features/people/chart_api.hpp"
#include "features/people/people_store.hpp"
#include "features/people/privacy.hpp"
#include "features/people/roster_api.hpp"
#include "features/people/sheet_api.hpp"
#include "features/people/staff_notice_api.hpp"
#include "features/people/worker_api.hpp"

namespace hoshuban::people {

void add_routes(http::Router& router, const Rooms& rooms)
{
    add_roster_routes(router, rooms);
    add_chart_routes(router, rooms);
    add_sheet_routes(router, rooms);
    add_staff_notice_routes(router, rooms);
    add_announce_routes(router, rooms);
    add_worker_routes(router, rooms);
    add_assignment_routes(router, rooms);
}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get_worker(reader, context.path<ContractId>("contract"), context.path<WorkerId>("id")));
    return {};
}

Result<void> check_files(const http::Context& context, db::Reader& reader)
{
    TRY_ASSIGN(
        const auto worker, get_worker(reader, context.path<ContractId>("contract"), context.path<WorkerId>("id")));
    if (sees_contact(context.actor(), worker))
        return {};
    return fail(ErrorKind::forbidden, "people/personal",
        {"従事者のファイルを見られるのは、名簿を管理する人、届出を受ける市の人、本人です。",
            "the files of a worker are for those who keep the roster, the city's section and the worker"});
}

}
