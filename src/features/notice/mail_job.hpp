#pragma once
#include "features/audit/words.hpp"
#include "features/notice/mail.hpp"
#include "features/notice/outside_job.hpp"

#include <functional>
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

/// What became of a letter that was handed over.
struct Handed {
    Attempt attempt;
    bool server_down = false; ///< the next letter would fare no better
    std::string problem = {};
};

/// How a letter leaves the house.
using HandOver = std::function<Handed(const Letter&, const std::stop_token&)>;
HandOver by_smtp(const outbound::SmtpServer&);

struct Postman {
    db::Database& database;
    contract::ProfileCache& profiles;
    const audit::Words& words;
    const Clock& clock;
    const Outside& outside;
    HandOver hand_over;
};

/// Sends the letters whose moment has come, one after the other, until the server is down or `stop` is requested. A
/// letter is marked as on its way, durably, before a byte of it leaves: at most once is the promise. Any number of
/// processes may do it at once. How many letters were settled.
int deliver_letters(const Postman&, const std::stop_token& stop);

}
