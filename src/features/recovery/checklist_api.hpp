#pragma once
#include "features/recovery/checklist_doc.hpp"
#include "features/recovery/view_api.hpp"

#include <vector>

namespace hoshuban::recovery {

/// The deliverables of an edition in the contract's order, then its spares.
std::vector<ChecklistLine> checklist_of(const EditionView&);

}
