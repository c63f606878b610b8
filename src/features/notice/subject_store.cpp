#include "features/notice/subject_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/notice/sql.hpp"

namespace hoshuban::notice {
namespace {

// As it was told last; the whole contract's when it never was.
About last_known(db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    About about{.whole = true};
    reader.query(sql::told_of_subject, contract, subject.kind, subject.id).for_each([&](const db::Row& row) {
        about.number = row.get<std::string>("number");
        about.title = row.get<std::string>("title");
        about.see = row.get<Permission>("need");
        about.division = row.get<std::string>("division_key");
        if (auto site = row.get<std::string>("site_id"); !site.empty())
            about.site = SiteId{std::move(site)};
        about.whole = false;
        about.involved.push_back(row.get<PersonId>("person_id"));
    });
    return about;
}

}

About about(db::Reader& reader, const Subjects& subjects, const ContractId& contract, const audit::Subject& subject)
{
    const auto found = subjects.find(subject.kind);
    if (found == subjects.end())
        return {.whole = true};
    auto described = found->second(reader, contract, subject.id);
    if (!described)
        return last_known(reader, contract, subject);
    About about = *std::move(described);
    if (about.asked_by.empty()) {
        if (const auto opener = audit::opened_by(reader, contract, subject))
            about.asked_by.push_back(*opener);
    }
    return about;
}

}
