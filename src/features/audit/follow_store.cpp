#include "features/audit/follow_store.hpp"

#include "features/audit/sql.hpp"

namespace hoshuban::audit {

std::vector<Head> list_ends(db::Reader& reader)
{
    return reader.query(sql::list_ends).map([](const db::Row& row) {
        return Head{
            row.get<ContractId>("contract_id"), row.get<std::int64_t>("sequence"), row.get<std::string>("hash")};
    });
}

std::vector<Mark> changes_between(db::Reader& reader, const ContractId& chain, std::int64_t after, std::int64_t until)
{
    return reader.query(sql::list_changes_after, chain, after, until).map([](const db::Row& row) {
        return Mark{row.get<std::int64_t>("sequence"), row.get<std::string>("kind"),
            {row.get<std::string>("subject_kind"), row.get<std::string>("subject_id")}};
    });
}

}
