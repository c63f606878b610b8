#pragma once
#include "core/language.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <span>
#include <string>

namespace hoshuban::recovery {

/// A deliverable of an edition, or a spare that needs it.
struct ChecklistLine {
    Text what;
    bool done = false;
    std::string shown; ///< the file, the media, or where the thing is
    std::string said; ///< why it stays as it is; of a spare the edition on it
    std::optional<LocalDay> on;
    std::string by;
    std::string clause;
};

/// The checklist of a delivery as a workbook (REC-04, SPR-12).
Result<std::string> checklist_workbook(
    const std::string& edition, std::span<const ChecklistLine>, Language, Instant now);

/// The same as a Word document: A4 landscape, with places for the signatures of both sides.
Result<std::string> checklist_document(
    const std::string& edition, std::span<const ChecklistLine>, Language, Instant now);

}
