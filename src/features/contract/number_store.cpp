#include "features/contract/number_store.hpp"

#include "features/contract/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {

int next_number(db::Tx& tx, const ContractId& contract, std::string_view series, int year)
{
    return tx.query(sql::next_number, contract, series, year).one([](const db::Row& row) {
        return row.get<int>("last");
    });
}

void raise_number(db::Tx& tx, const ContractId& contract, std::string_view series, int year, int sequence)
{
    tx.execute(sql::raise_number, contract, series, year, sequence);
}

Result<std::string> numbered(db::Tx& tx, const Profile& profile, std::string_view series, LocalDay day)
{
    const NumberSeries* found = find_numbers(profile, series);
    if (!found || found->numbered_by != NumberedBy::product) {
        return fail(ErrorKind::conflict, "contract/no_series",
            {fmt::format("この契約には「{}」の番号の形がありません。契約の設定を確かめてください。", series),
                fmt::format("this contract has no number pattern for \"{}\": check its profile", series)});
    }
    const int year = series_year(*found, day);
    return format_number(*found, year, next_number(tx, profile.id, series, year));
}

}
