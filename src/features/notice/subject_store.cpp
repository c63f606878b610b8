#include "features/notice/subject_store.hpp"

#include "features/audit/audit_store.hpp"

namespace hoshuban::notice {

About about(db::Reader& reader, const Subjects& subjects, const ContractId& contract, const audit::Subject& subject)
{
    const auto found = subjects.find(subject.kind);
    if (found == subjects.end())
        return {.whole = true};
    About about = found->second(reader, contract, subject.id).value_or(About{.whole = true});
    if (about.asked_by.empty()) {
        if (const auto opener = audit::opened_by(reader, contract, subject))
            about.asked_by.push_back(*opener);
    }
    return about;
}

}
