#include "features/account/addressee_store.hpp"

#include "features/account/sql.hpp"

namespace hoshuban::account {

std::vector<Addressee> addressees(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    std::vector<Addressee> people;
    reader.query(sql::list_addressees, contract, day).for_each([&](const db::Row& row) {
        const auto person = row.get<PersonId>("person_id");
        if (people.empty() || people.back().person != person)
            people.push_back({person, row.get<std::string>("name"), row.get<Language>("language"),
                row.get<std::string>("mail"), {}});
        people.back().memberships.push_back({.contract = contract,
            .role = row.get<Role>("role"),
            .from = row.get<LocalDay>("from_day"),
            .to = row.get<std::optional<LocalDay>>("to_day"),
            .division = row.get<std::optional<std::string>>("division").value_or(""),
            .site = row.get<std::optional<SiteId>>("site_id")});
    });
    return people;
}

}
