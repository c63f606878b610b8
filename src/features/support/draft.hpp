#pragma once
#include "features/support/shift.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hoshuban::support {

/// A line of a pasted list or of a pattern, before it is saved.
struct DraftRow {
    int line = 0; ///< of the pasted text, from 1; the place in a pattern
    Shift shift = {};
    std::optional<Error> problem = {}; ///< none: it can be saved
};

/// The shifts of a pasted list, one a line: from, until, person, phone, 正 or 副, note, with tabs or commas between. A
/// first line without a date is a heading. Times as `2026/12/29 17:15`, with `T` or dashes too. Lines that cannot be
/// read have a problem. Refuses a list without a line (`support/list_empty`) and one that is too long.
Result<std::vector<DraftRow>> read_list(std::string_view text);

/// Settles every row without a problem and holds it against what is planned and against the rows above it.
std::vector<DraftRow> drafted(const contract::Profile&, std::vector<DraftRow>, std::span<const Shift> planned);

}
