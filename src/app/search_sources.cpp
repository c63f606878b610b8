#include "app/search_sources.hpp"

#include "app/document_parts.hpp"
#include "app/incident_documents.hpp"
#include "app/ledger_documents.hpp"
#include "core/fold.hpp"
#include "features/approval/approval_store.hpp"
#include "features/contract/device_store.hpp"
#include "features/contract/site_store.hpp"
#include "features/question/of_request_store.hpp"
#include "features/question/question_store.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban {
namespace {

using search::Document;

/// The marks of who reaches a request, and what belongs to one.
std::vector<std::string> reaches_of(const work_request::WorkRequest& request)
{
    std::vector<std::string> reaches;
    if (const std::string division = fold(request.division); !division.empty())
        reaches.push_back(search::division(division));
    if (request.site)
        reaches.push_back(search::site(request.site->text));
    return reaches;
}

std::optional<Document> request_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto request = work_request::find(reader, work_request::whole(contract), {id});
    if (!request)
        return std::nullopt;
    Document document{.subject_id = id, .number = request->number, .title = request->title};
    add_field(document, {"作業内容", "Work"}, request->body);
    add_field(document, {"対応結果", "Result"}, request->result);
    add_field(document, {"実施した手順", "Procedure followed"}, request->procedure_followed);
    add_field(document, {"主管課", "Division"}, request->division);
    add_field(document, {"主管課担当者", "Division's person"}, request->division_person);
    add_field(document, {"システム課担当者", "City's person"}, request->city_person);
    add_field(document, {"委託先", "Contractor"}, request->contractor);
    add_field(document, {"委託先担当者", "Contractor's person"}, request->contractor_person);
    add_field(document, {"実施者", "Performed by"}, request->performed_by);
    document.files = files_of_row(reader, contract, {"work_request", id});
    document.reaches = reaches_of(*request);
    return document;
}

/// A row that belongs to a request follows it when it goes to another division or site.
template <class Ids>
auto also_of_request(std::string kind, Ids ids_of_request)
{
    return [kind = std::move(kind), ids_of_request](
               db::Reader& reader, const ContractId& contract, const audit::Subject& subject) {
        std::vector<std::string> ids;
        if (subject.kind == kind && !subject.id.empty())
            ids.push_back(subject.id);
        if (subject.kind == "work_request" && !subject.id.empty())
            ids = ids_of_request(reader, contract, WorkRequestId{subject.id});
        return ids;
    };
}

std::vector<std::string> reaches_of_request(
    db::Reader& reader, const ContractId& contract, const std::optional<WorkRequestId>& id)
{
    const auto request = id ? work_request::find(reader, work_request::whole(contract), *id) : std::nullopt;
    return request ? reaches_of(*request) : std::vector<std::string>{};
}

std::vector<std::string> questions_of_request(
    db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    std::vector<std::string> ids;
    for (const QuestionId& id : question::ids_of_request(reader, contract, request))
        ids.push_back(id.text);
    return ids;
}

// Seen by who reaches its request; what is asked about anything else, by who reaches the whole contract.
std::optional<Document> question_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = question::get(reader, work_request::whole(contract), {id});
    if (!found)
        return std::nullopt;
    Document document{.subject_id = id, .number = found->number, .title = found->title};
    add_field(document, {"対象", "About"}, found->subject_label);
    for (const question::Entry& entry : question::entries_of(reader, contract, {id})) {
        add_field(document, {"やり取り", "Conversation"}, entry.text);
        add_field(document, {"変更の内容", "Change"}, entry.change);
    }
    add_field(document, {"質問した人", "Asked by"}, found->asked_by_name);
    add_field(document, {"回答した人", "Answered by"}, found->answered_by_name);
    document.files = files_of_row(reader, contract, {"question", id});
    if (found->subject == question::SubjectKind::work_request)
        document.reaches = reaches_of_request(reader, contract, WorkRequestId{found->subject_id});
    return document;
}

std::vector<std::string> approvals_of_request(
    db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    std::vector<std::string> ids;
    for (const approval::Approval& each : approval::of_request(reader, contract, request))
        ids.push_back(each.id.text);
    return ids;
}

// Seen by who reaches its job, or the site it is for.
std::optional<Document> approval_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = approval::find(reader, contract, {id});
    if (!found)
        return std::nullopt;
    Document document{.subject_id = id, .number = found->number, .title = found->asked.title};
    add_field(document, {"理由", "Reason"}, found->asked.reason);
    add_field(document, {"条件", "Conditions"}, found->conditions);
    add_field(document, {"部屋", "Room"}, found->asked.room);
    add_field(document, {"申請した人", "Asked by"}, found->asked_by_name);
    document.files = files_of_row(reader, contract, {"approval", id});
    document.reaches = reaches_of_request(reader, contract, found->asked.request);
    if (found->asked.site)
        document.reaches.push_back(search::site(found->asked.site->text));
    return document;
}

// Devices have no events of their own: they come with the contract's profile.
std::vector<std::string> touched_devices(db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    std::vector<std::string> ids;
    if (subject.kind != "contract")
        return ids;
    for (const DeviceId& id : contract::device_ids(reader, contract))
        ids.push_back(id.text);
    return ids;
}

std::optional<Document> device_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = contract::find_device(reader, contract, {id});
    if (!found)
        return std::nullopt;
    const contract::Device& device = found->device;
    Document document{.subject_id = id, .number = device.number, .title = device.kind};
    add_field(document, {"設置場所", "Site"}, found->site_name);
    add_field(document, {"機種名", "Model"}, device.model);
    add_field(document, {"型番", "Type number"}, device.type_number);
    add_field(document, {"主管課", "Division"}, device.division);
    add_field(document, {"備考", "Remarks"}, device.remarks);
    document.reaches = {search::everyone()};
    return document;
}

// What is entered of a site may hold from a day to come: it is found by every name that it ever has.
std::optional<Document> site_document(
    db::Reader& reader, contract::ProfileCache& profiles, const ContractId& contract, const std::string& id)
{
    const auto profile = contract::profile(reader, profiles, contract);
    const contract::Site* site = profile ? contract::find_site(**profile, SiteId{id}) : nullptr;
    if (site == nullptr)
        return std::nullopt;
    Document document{.subject_id = id, .number = std::to_string(site->number), .title = site->name};
    add_field(document, {"住所", "Address"}, site->address);
    add_field(document, {"部署", "Departments"}, site->departments);
    add_field(document, {"備考", "Remarks"}, site->remarks);
    for (const std::string& alias : site->aliases)
        add_field(document, {"別名", "Other name"}, alias);
    const auto entered = contract::entered_facts(reader, contract);
    if (const auto found = entered.find(site->id); found != entered.end()) {
        for (const contract::EnteredFact& each : found->second) {
            add_field(document, {"名前", "Name"}, each.fact.site.name);
            add_field(document, {"住所", "Address"}, each.fact.site.address);
        }
    }
    document.reaches = {search::site(id)};
    return document;
}

search::Source site_source(contract::ProfileCache& profiles)
{
    return {"site", {"拠点", "Sites"}, Permission::view_device,
        [&profiles](db::Reader& reader, const ContractId& contract, const audit::Subject& subject) {
            std::vector<std::string> ids;
            if (subject.kind == "site" && !subject.id.empty())
                ids.push_back(subject.id);
            const auto profile = contract::profile(reader, profiles, contract);
            if (subject.kind == "contract" && profile) {
                for (const contract::Site& site : (*profile)->sites)
                    ids.push_back(site.id.text);
            }
            return ids;
        },
        [&profiles](db::Reader& reader, const ContractId& contract, const std::string& id) {
            return site_document(reader, profiles, contract, id);
        }};
}

}

std::vector<search::Source> search_sources(contract::ProfileCache& profiles)
{
    return {
        {"work_request", {"作業依頼", "Work requests"}, Permission::view_work_request,
            search::same_subject("work_request"), request_document},
        {"question", {"質問", "Questions"}, Permission::view_question,
            also_of_request("question", questions_of_request), question_document},
        {"approval", {"承認", "Permissions"}, Permission::view_approval,
            also_of_request("approval", approvals_of_request), approval_document},
        procedure_source(),
        {"device", {"機器", "Devices"}, Permission::view_contract, touched_devices, device_document},
        site_source(profiles),
        worker_source(profiles),
        activity_source(),
        medium_source(),
        loan_source(),
        licence_source(),
        incident_source(),
        security_incident_source(),
    };
}

live::WholeKinds live_kinds()
{
    return {
        {"assignment", Permission::view_roster},
        {"contract", Permission::view_contract},
        {"due", Permission::view_gates},
        {"procedure_version", Permission::view_procedure},
        {"start", Permission::view_gates},
        {"work_window", Permission::view_schedule},
    };
}

}
