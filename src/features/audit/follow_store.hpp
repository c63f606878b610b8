#pragma once
#include "features/audit/audit.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::audit {

/// The recorded end of every chain.
std::vector<Head> list_ends(db::Reader&);

/// What an event of a change is about, for whoever follows a chain.
struct Mark {
    std::int64_t sequence = 0;
    std::string kind;
    Subject subject;
};

/// The changes numbered from `after` + 1 to `until`, in order; readings are left out. An event once read is final: no
/// smaller number is committed later.
std::vector<Mark> changes_between(db::Reader&, const ContractId& chain, std::int64_t after, std::int64_t until);

}
