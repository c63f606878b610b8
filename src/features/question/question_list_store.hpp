#pragma once
#include "features/question/question_list.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hoshuban::question {

/// Reads one row of `SELECT … FROM question`.
Question question_from(const db::Row&);

/// One page of the list; `next` is empty on the last one.
struct ListPage {
    std::vector<Question> questions;
    std::string next;
};

/// At most `limit` questions after the cursor of an earlier page, in one query.
Result<ListPage> list(db::Reader&, const work_request::Reach&, const ListFilter&, std::string_view cursor, int limit);
/// How many questions the filter finds; reads all of them (docs/adr/0004).
int count(db::Reader&, const work_request::Reach&, const ListFilter&);
/// Every question the filter finds, one at a time.
void for_each_listed(
    db::Reader&, const work_request::Reach&, const ListFilter&, const std::function<void(const Question&)>&);

/// Every text this room composes, so that a test can prepare each on both databases.
std::vector<std::string> composed_texts(db::Dialect);

}
