#pragma once
#include "features/device/register_row.hpp"

namespace hoshuban::device {

/// Reads what the row says of the facts of its unit over what is known of it; a column that is there and blank takes
/// the fact away. Cells that cannot be so become problems. The unit that the row is about is settled before.
void take_facts(const ImportTerms&, const RegisterState&, RowDraft&);

/// Refuses rows by which two units that are not retired would have one serial number, or two one address on one day.
/// Units that the list does not name keep theirs; of two rows the later one is refused and names the other.
void refuse_clashes(const ImportTerms&, const RegisterState&, std::vector<RowDraft>&);

}
