#include "features/site/heading_store.hpp"

#include "core/fold.hpp"
#include "features/site/sql.hpp"

namespace hoshuban::site {

std::vector<HeadingChoice> remembered_headings(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_headings, contract).map([](const db::Row& row) {
        return HeadingChoice{row.get<std::string>("heading"), row.get<std::optional<SiteColumn>>("meaning")};
    });
}

void remember(
    db::Tx& tx, const ContractId& contract, std::span<const HeadingChoice> choices, const std::string& by, Instant at)
{
    for (const HeadingChoice& each : choices)
        tx.execute(sql::put_heading, contract, fold(each.heading), each.heading, each.column, by, at);
}

}
