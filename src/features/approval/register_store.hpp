#pragma once
#include "features/approval/approval.hpp"
#include "features/approval/decision.hpp"
#include "features/approval/register.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::approval {

struct Page {
    std::vector<Listed> items;
    std::string next; ///< empty on the last page
};

/// At most `limit` rows after the cursor of an earlier page: one query.
Result<Page> list(db::Reader&, const work_request::Reach&, const Filter&, std::string_view cursor, int limit);
int count(db::Reader&, const work_request::Reach&, const Filter&);
/// Every row the filter finds, one at a time.
void for_each_listed(db::Reader&, const work_request::Reach&, const Filter&, const std::function<void(const Listed&)>&);

/// One row; what lies outside of the reach does not exist.
Result<Listed> get(db::Reader&, const work_request::Reach&, const ApprovalId&);

/// The last decision on every application of a contract.
std::vector<LastDecision> last_decisions(db::Reader&, const ContractId&);

/// Every text this room composes, so that a test can prepare each on both databases.
std::vector<std::string> composed_texts(db::Dialect);

}
