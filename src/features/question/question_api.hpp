#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>

namespace hoshuban {
class Clock;
}
namespace hoshuban::audit {
class ViewLog;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::question {

/// How a procedure is called, or why one cannot ask about it; the room of procedures answers.
using ProcedureLabel = std::function<Result<std::string>(db::Reader&, const ContractId&, const ProcedureId&)>;

/// What the handlers of this room share with others.
struct Rooms {
    contract::ProfileCache& profiles;
    audit::ViewLog& views;
    const Clock& clock;
    ProcedureLabel procedure_label = {}; ///< none: any id is taken as it is
};

/// Whether the caller sees the question of the path {contract}, {id}; for routes about it in other rooms.
Result<void> check_seen(const http::Context&, db::Reader&);
/// Whether he may attach files to it as it is now.
Result<void> check_attach(const http::Context&, db::Reader&);

/// Every route of the room; `rooms` must outlive the router.
void add_routes(http::Router&, const Rooms& rooms);

}
