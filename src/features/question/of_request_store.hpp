#pragma once
#include "core/id.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::question {

/// The questions asked about a request, whatever became of them.
std::vector<QuestionId> ids_of_request(db::Reader&, const ContractId&, const WorkRequestId&);

}
