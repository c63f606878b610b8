#include "features/loan/unlent_spare_store.hpp"

#include "features/loan/sql.hpp"

namespace hoshuban::loan {

std::vector<UnlentSpare> unlent_spares(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    return reader.query(sql::list_unlent_spares, contract, day, most_unlent_spares).map([](const db::Row& row) {
        return UnlentSpare{.id = row.get<DeviceId>("id"),
            .number = row.get<std::string>("number"),
            .kind = row.get<std::string>("kind"),
            .model = row.get<std::string>("model"),
            .site = row.get<std::optional<std::string>>("site_name").value_or(""),
            .place = row.get<std::string>("place"),
            .entered = row.get<std::optional<LoanId>>("entered")};
    });
}

}
