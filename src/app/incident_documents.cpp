#include "app/incident_documents.hpp"

#include "app/document_parts.hpp"
#include "features/incident/incident_store.hpp"

namespace hoshuban {
namespace {

std::optional<search::Document> incident_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = incident::get(reader, contract, incident::IncidentId{id});
    if (!found)
        return std::nullopt;
    const incident::Incident& incident = found->incident;
    search::Document document{.subject_id = id, .number = incident.case_number, .title = incident.intake.phenomenon};
    add_field(document, {"拠点", "Site"}, found->site_name);
    add_field(document, {"場所", "Place"}, incident.intake.place);
    add_field(document, {"機器ID", "Device"}, found->device_number);
    add_field(document, {"機種名", "Model"}, found->device_model);
    add_field(document, {"エラー文言", "Error text"}, incident.intake.error_text);
    add_field(document, {"現地担当者", "Site contact"}, incident.intake.contact_person);
    for (const incident::Entry& entry : incident::holding(incident::entries_of(reader, contract, incident.id)))
        add_field(document, {"経過", "Course"}, entry.text);
    add_field(document, {"対応と結果", "Action and result"}, incident.outcome.action);
    add_field(document, {"原因", "Cause"}, incident.outcome.cause);
    add_field(document, {"特記事項", "Notes"}, incident.outcome.notes);
    document.files = files_of_row(reader, contract, {"incident", id});
    if (incident.intake.site)
        document.reaches = {search::site(incident.intake.site->text)};
    return document;
}

}

search::Source incident_source()
{
    return {"incident", {"障害", "Incidents"}, Permission::view_incident, search::same_subject("incident"),
        incident_document};
}

}
