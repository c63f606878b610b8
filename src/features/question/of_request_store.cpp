#include "features/question/of_request_store.hpp"

#include "features/question/sql.hpp"

namespace hoshuban::question {

std::vector<QuestionId> ids_of_request(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::question_ids_of_request, contract, request).map([](const db::Row& row) {
        return row.get<QuestionId>("id");
    });
}

}
