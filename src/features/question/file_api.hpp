#pragma once
#include "features/question/question_api.hpp"

namespace hoshuban::question {

/// The list as a workbook: out, and in again (preview first, saved only as it was seen).
void add_export_routes(http::Router&, const Rooms&);
void add_import_routes(http::Router&, const Rooms&);

}
