#include "features/work_request/today_store.hpp"

#include "features/work_request/sql.hpp"
#include "features/work_request/statement_store.hpp"

namespace hoshuban::work_request {
namespace {

DueRequest due_from(const db::Row& row)
{
    return {.id = row.get<WorkRequestId>("id"),
        .number = row.get<std::string>("number"),
        .title = row.get<std::string>("title"),
        .status = row.get<Status>("status"),
        .wish_on = row.get<std::optional<LocalDay>>("wish_on"),
        .contractor_person = row.get<std::string>("contractor_person")};
}

std::vector<DueRequest> first_of(db::Reader& reader, Statement& statement, std::string_view order, int limit)
{
    statement.append(order);
    statement.append(" LIMIT " + statement.place(limit));
    return reader.query(statement.query(), statement.params()).map(due_from);
}

}

std::vector<DueRequest> open_by_wish(db::Reader& reader, const Reach& reach, int limit)
{
    Statement statement{sql::due_requests.sqlite, reach};
    statement.where("status <> ?", Status::done);
    return first_of(reader, statement, " ORDER BY CASE WHEN wish_on IS NULL THEN 1 ELSE 0 END, wish_on, id", limit);
}

std::vector<DueRequest> waiting_in(db::Reader& reader, const Reach& reach, Status status, int limit)
{
    Statement statement{sql::due_requests.sqlite, reach};
    statement.where("status = ?", status);
    return first_of(reader, statement, " ORDER BY number_year, number_seq, id", limit);
}

std::map<SiteId, int> open_by_site(db::Reader& reader, const ContractId& contract)
{
    std::map<SiteId, int> requests;
    reader.query(sql::count_open_by_site, contract).for_each([&](const db::Row& row) {
        requests.emplace(row.get<SiteId>("site_id"), row.get<int>("requests"));
    });
    return requests;
}

}
