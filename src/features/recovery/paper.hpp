#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/equipment_terms.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::recovery {

/// What was said of a paper of an update: the file that is it, or why it stays as it is.
struct Paper {
    std::string id = {}; ///< of the contract's list
    std::optional<AttachmentId> file = {};
    std::string unchanged = {};
    std::string entered_by = {};
    Instant entered_at = {};
};

/// What shows the papers that are no files.
struct Shown {
    bool master = false; ///< the family has a master PC
    int media = 0; ///< media of the register that carry the edition
};

/// Settles what is said. Refuses both and neither, a reason where the paper comes with every edition, and a file where
/// the thing itself is what counts.
Result<Paper> take(Paper, const contract::RecoveryPaper&);

/// The paper of an id; null while nothing was said of it.
const Paper* find_paper(std::span<const Paper>, std::string_view id);
bool is_there(const contract::RecoveryPaper&, const Paper*, const Shown&);
/// The papers of the contract that are not there yet, in its order.
std::vector<Text> missing(std::span<const contract::RecoveryPaper>, std::span<const Paper>, const Shown&);

}
