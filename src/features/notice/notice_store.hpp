#pragma once
#include "features/notice/notice.hpp"
#include "features/notice/telling.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::notice {

/// Contracts in whose chains stands something that was not looked at yet.
std::vector<ContractId> behind(db::Reader&);
/// The last event that was looked at; 0 before the first.
std::int64_t cursor_of(db::Reader&, const ContractId&);
/// False when another process was there first: then nothing of this transaction may be kept.
[[nodiscard]] bool move_cursor(db::Tx&, const ContractId&, std::int64_t from, std::int64_t to);

/// Number, title and place of what was told of before follow their row.
void follow(db::Tx&, const ContractId&, const audit::Subject&, const About&);

/// False when this event was told to this person before.
[[nodiscard]] bool insert(db::Tx&, const Notice&, const About&, Instant now);

struct Filter {
    std::optional<Group> group = {};
    bool unread = false;
    std::optional<std::int64_t> before = {}; ///< only events with a smaller number
    int limit = 50;
};

/// The notices of a person that he may still see, newest first.
std::vector<Notice> list(db::Reader&, const Sight&, const Filter&);
int count_unread(db::Reader&, const Sight&);

/// Marks those of one's own as read; how many were not before.
int mark_read(db::Tx&, const ContractId&, const PersonId&, const std::vector<std::int64_t>& sequences, Instant now);
int mark_all_read(db::Tx&, const ContractId&, const PersonId&, std::int64_t until, Instant now);

/// Reads one row of `SELECT … FROM notice`.
Notice notice_from(const db::Row&);
/// The condition under which a row is seen, for composed statements; adds its values to `params`.
std::string seen_condition(const Sight&, std::vector<db::Param>& params);

/// Every form of the composed statements, for the test that prepares them.
std::vector<std::string> composed_texts();

}
