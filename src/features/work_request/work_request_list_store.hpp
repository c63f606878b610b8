#pragma once
#include "features/work_request/reach.hpp"
#include "features/work_request/work_request_list.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// One page of the list; `next` is empty on the last one.
struct ListPage {
    std::vector<WorkRequest> requests;
    std::string next;
};

/// At most `limit` requests after the cursor of an earlier page: one query, read along an index where the order allows.
Result<ListPage> list(db::Reader&, const Reach&, const ListFilter&, std::string_view cursor, int limit);

/// How many requests the filter finds; reads all of them (docs/adr/0004).
int count(db::Reader&, const Reach&, const ListFilter&);

/// Every request the filter finds, one at a time.
void for_each_listed(db::Reader&, const Reach&, const ListFilter&, const std::function<void(const WorkRequest&)>&);

/// Every text this room composes, so that a test can prepare each on both databases.
std::vector<std::string> composed_texts(db::Dialect);

}
