#include "app/ledger_documents.hpp"

#include "app/document_parts.hpp"
#include "features/activity/activity_store.hpp"
#include "features/licence/licence_store.hpp"
#include "features/loan/loan_store.hpp"
#include "features/media/media_store.hpp"
#include "features/people/chart.hpp"
#include "features/people/people_store.hpp"
#include "features/procedure/procedure_store.hpp"
#include "features/security_incident/incident_store.hpp"

#include <fmt/format.h>

namespace hoshuban {
namespace {

using search::Document;

// Edition by edition; steps and files are those of the newest one, which is what people work towards.
std::optional<Document> procedure_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = procedure::get(reader, contract, ProcedureId{id});
    if (!found)
        return std::nullopt;
    Document document{.subject_id = id, .number = found->number, .title = found->title};
    add_field(document, {"発行者", "Issuer"}, found->issuer);
    for (const procedure::Version& version : procedure::versions_of(reader, contract, {id})) {
        add_field(document, {"変更の内容", "What changed"}, version.note);
        if (version.sequence != found->newest)
            continue;
        add_field(document, {"版", "Version"}, procedure::edition_name(version));
        for (const procedure::Step& step : procedure::steps_of(reader, contract, version.id))
            add_field(document, {fmt::format("手順{}", step.number), fmt::format("Step {}", step.number)}, step.text);
        document.files = files_of_row(reader, contract, procedure::subject_of(version.id));
    }
    document.reaches = {search::everyone()};
    return document;
}

/// The entry that holds now or will, else what was said last.
const people::Entry& entry_of(const people::Worker& worker)
{
    const people::RosterChange* const latest = people::latest(worker);
    return latest ? latest->entry : worker.changes.back().entry;
}

// Contacts are personal and stay out of the index; so do the files, which are pledges.
std::optional<Document> worker_document(
    db::Reader& reader, contract::ProfileCache& profiles, const ContractId& contract, const std::string& id)
{
    const auto found = people::get_worker(reader, contract, {id});
    if (!found || found->changes.empty())
        return std::nullopt;
    const people::Entry& entry = entry_of(*found);
    Document document{.subject_id = id, .number = {}, .title = entry.name};
    add_field(document, {"ふりがな", "Reading"}, entry.kana);
    add_field(document, {"所属", "Affiliation"}, entry.company);
    if (const auto profile = contract::profile(reader, profiles, contract)) {
        for (const people::StaffDuty duty : entry.duties)
            add_field(document, {"役割", "Duty"}, people::duty_label(**profile, duty).ja);
    }
    add_field(document, {"作業内容", "Work"}, entry.work);
    add_field(document, {"取り扱う情報資産", "Information assets handled"}, entry.assets);
    return document;
}

/// What the contract calls the duties comes with its profile.
std::vector<std::string> touched_workers(db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    std::vector<std::string> ids;
    if (subject.kind == "worker" && !subject.id.empty())
        ids.push_back(subject.id);
    if (subject.kind == "contract") {
        for (const people::Worker& worker : people::list_workers(reader, contract))
            ids.push_back(worker.id.text);
    }
    return ids;
}

std::optional<Document> medium_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = media::get(reader, contract, MediumId{id});
    if (!found)
        return std::nullopt;
    Document document{.subject_id = id, .number = found->label, .title = found->name};
    add_field(document, {"目的", "Purpose"}, found->purpose);
    add_field(document, {"管理者", "Keeper"}, found->keeper);
    add_field(document, {"保管場所", "Place of storage"}, found->storage_place);
    add_field(document, {"持っている人", "Holder"}, found->holder);
    return document;
}

std::optional<Document> loan_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = loan::get(reader, contract, LoanId{id});
    if (!found)
        return std::nullopt;
    Document document{.subject_id = id, .number = found->number, .title = found->title};
    add_field(document, {"貸与者", "Lent by"}, found->lent_by);
    add_field(document, {"貸与先", "Lent to"}, found->lent_to);
    add_field(document, {"保管者", "Holder"}, found->holder);
    add_field(document, {"保管場所", "Place of storage"}, found->storage_place);
    add_field(document, {"備考", "Note"}, found->note);
    document.files = files_of_row(reader, contract, {"loan", id});
    return document;
}

std::optional<Document> licence_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = licence::get(reader, contract, licence::LicenceId{id});
    if (!found)
        return std::nullopt;
    const licence::Terms& terms = found->terms;
    Document document{.subject_id = id, .number = std::to_string(found->number), .title = terms.software};
    add_field(document, {"版", "Edition"}, terms.edition);
    add_field(document, {"権利者", "Publisher"}, terms.publisher);
    add_field(document, {"使用者", "Licensee"}, terms.licensee);
    add_field(document, {"用途", "What it is for"}, terms.purpose);
    add_field(document, {"証書の保管場所", "Certificate kept at"}, terms.certificate_place);
    add_field(document, {"備考", "Note"}, terms.note);
    document.files = files_of_row(reader, contract, {"licence", id});
    return document;
}

// Without marks of divisions and sites: seen by who reaches the whole contract.
std::optional<Document> activity_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = activity::get(reader, contract, activity::ActivityId{id});
    if (!found)
        return std::nullopt;
    const activity::Written& written = found->written;
    Document document{.subject_id = id, .number = found->number, .title = written.title};
    add_field(document, {"対応の内容", "What was done"}, written.what);
    add_field(document, {"結果", "Result"}, written.result);
    add_field(document, {"求めた人", "Asked by"}, written.asked_by);
    add_field(document, {"対応した人", "Performed by"}, written.performed_by);
    document.files = files_of_row(reader, contract, {"activity", id});
    return document;
}

std::optional<Document> security_incident_document(
    db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = security_incident::get(reader, contract, SecurityIncidentId{id});
    if (!found)
        return std::nullopt;
    Document document{.subject_id = id, .number = found->number, .title = found->intake.title};
    add_field(document, {"内容", "What happened"}, found->intake.what);
    add_field(document, {"場所", "Place"}, found->intake.place);
    add_field(document, {"関係する情報資産", "Information assets"}, found->intake.assets);
    add_field(document, {"被害を受けた人・物", "Who or what was hit"}, found->intake.harm.affected);
    add_field(document, {"原因", "Cause"}, found->intake.harm.cause);
    add_field(document, {"被害の状況", "Damage done"}, found->intake.harm.extent);
    for (const auto& entry : security_incident::entries_of(reader, contract, {id}))
        add_field(document, {"経過・措置", "Course and measures"}, entry.text);
    add_field(document, {"市の結論", "The city's conclusion"}, found->closing);
    document.files = files_of_row(reader, contract, {"security_incident", id});
    return document;
}

}

search::Source procedure_source()
{
    return {"procedure", {"手順書", "Procedures"}, Permission::view_procedure, search::same_subject("procedure"),
        procedure_document};
}

search::Source worker_source(contract::ProfileCache& profiles)
{
    return {"worker", {"従事者", "Roster"}, Permission::view_roster, touched_workers,
        [&profiles](db::Reader& reader, const ContractId& contract, const std::string& id) {
            return worker_document(reader, profiles, contract, id);
        }};
}

search::Source medium_source()
{
    return {"medium", {"媒体", "Media"}, Permission::view_media, search::same_subject("medium"), medium_document};
}

search::Source activity_source()
{
    return {"activity", {"対応記録", "Activities"}, Permission::view_activity, search::same_subject("activity"),
        activity_document};
}

search::Source loan_source()
{
    return {"loan", {"貸与品", "Loans"}, Permission::view_loan, search::same_subject("loan"), loan_document};
}

search::Source licence_source()
{
    return {"licence", {"ライセンス", "Licences"}, Permission::view_licence, search::same_subject("licence"),
        licence_document};
}

search::Source security_incident_source()
{
    return {"security_incident", {"事故・損害", "Incidents"}, Permission::view_security_incident,
        search::same_subject("security_incident"), security_incident_document};
}

}
