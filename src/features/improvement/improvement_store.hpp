#pragma once
#include "features/audit/audit.hpp"
#include "features/improvement/improvement.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::improvement {

audit::Subject subject_of(const Improvement&);

/// The proposal, or a not_found error with the text for people.
Result<Improvement> get(db::Reader&, const ContractId&, const ImprovementId&);
/// The same, and refuse (`improvement/changed`) when the caller saw another version.
Result<Improvement> get_version(db::Reader&, const ContractId&, const ImprovementId&, int version);

/// What an event tells beside what differs in the proposal.
struct Happening {
    std::string kind = {};
    std::string reason = {};
};

/// Enters a proposal with its event, under the next number of the contract. Refuses (`improvement/not_continued`, at
/// `continues_id`) a round before that does not go on.
Result<Improvement> insert(db::Tx&, const audit::Cause&, Improvement);
/// Stores a proposal in the version before with its event; the proposal as it is then.
Improvement update(db::Tx&, const audit::Cause&, const Happening&, const Improvement& before, Improvement after);

struct Filter {
    bool only_open = false;
    std::optional<State> state = {};
    std::optional<Ground> ground = {};
    std::string ground_id = {};
};

struct Page {
    std::vector<Improvement> improvements = {};
    std::string next = {}; ///< cursor; empty at the end
};

/// The latest first. One query.
Result<Page> list(db::Reader&, const ContractId&, const Filter&, const std::string& cursor, int limit);

}
