#pragma once
#include "features/notice/outside_job.hpp"
#include "features/notice/webhook.hpp"

#include <stop_token>

namespace hoshuban {
class Clock;
}
namespace hoshuban::db {
class Database;
}

namespace hoshuban::notice {

struct Messenger {
    db::Database& database;
    const Clock& clock;
    const Outside& outside;
};

/// The signature of a body: `v1=` and the HMAC-SHA256 over `timestamp.body` in hexadecimal digits.
std::string signature(const std::string& secret, std::int64_t timestamp, const std::string& body);

/// Posts what programs are to be told and its moment has come. A webhook that does not answer does not hold up the
/// others, and after many failures in a row it is switched off, which is an event of its contract. Any number of
/// processes may do it at once. How many deliveries were settled.
int deliver_webhooks(const Messenger&, const std::stop_token& stop);

}
