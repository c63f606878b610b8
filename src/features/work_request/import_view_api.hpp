#pragma once
#include "features/work_request/sheet_vocabulary.hpp"
#include "features/work_request/work_request_import.hpp"
#include "formats/sheet_preview.hpp"

namespace hoshuban::work_request {

using sheet::ImportView;

/// What an import would do. `rows` shows refused and changed rows, those with a notice, and the first of the others;
/// `omitted` counts the rest.
ImportView view_of(const ImportPlan&, const contract::ListForm&);

}
