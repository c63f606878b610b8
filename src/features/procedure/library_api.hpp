#pragma once
#include "features/procedure/procedure_api.hpp"
#include "features/procedure/procedure_view_api.hpp"

#include <map>
#include <string>
#include <string_view>

namespace hoshuban::procedure {

/// One procedure as the caller sees it now.
Result<http::Versioned<ProcedureView>> view_of(db::Reader&, const http::Context&, const Procedure&);
/// An event about a procedure.
void record_event(db::Tx&, const http::Context&, std::string_view kind, const Procedure&,
    std::map<std::string, std::string> facts, const std::string& reason = {});

/// Register, show, change and retire procedures, add versions.
void add_library_routes(http::Router&, const Rooms&);

}
