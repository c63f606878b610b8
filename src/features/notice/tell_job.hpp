#pragma once
#include "features/audit/words.hpp"
#include "features/notice/subject_store.hpp"

#include <stop_token>

namespace hoshuban {
class Clock;
}
namespace hoshuban::contract {
class ProfileCache;
}
namespace hoshuban::db {
class Database;
}

namespace hoshuban::notice {

/// What telling needs to know.
struct Teller {
    db::Database& database;
    contract::ProfileCache& profiles;
    const Subjects& subjects;
    const audit::Words& words;
    const Clock& clock;
    const Details& details;
    bool mailing = false; ///< letters are written only where a mail server is named
};

/// Tells every event that was not looked at yet: the notices of the people concerned, their letters, and what programs
/// are told. Cursor, notices and letters change in one transaction, so nothing is told twice and nothing of what was
/// undone. Any number of processes may do it at once. Ends early, between two small writes,
/// when it is asked to stop. How many events were looked at.
int tell(const Teller&, const std::stop_token& stop = {});

}
