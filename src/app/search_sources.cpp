#include "app/search_sources.hpp"

#include "core/fold.hpp"
#include "features/approval/approval_store.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/contract/device_store.hpp"
#include "features/question/of_request_store.hpp"
#include "features/question/question_store.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban {
namespace {

using search::Document;
using search::Field;

void add(std::vector<Field>& fields, Text label, const std::string& text)
{
    if (!text.empty())
        fields.push_back({std::move(label), text});
}

std::vector<search::File> files_of(
    db::Reader& reader, const ContractId& contract, const std::string& kind, const std::string& id)
{
    std::vector<search::File> files;
    for (const attachment::Attachment& file : attachment::list(reader, contract, {kind, id}))
        files.push_back({file.id.text, file.name, file.sha256});
    return files;
}

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
    add(document.fields, {"作業内容", "Work"}, request->body);
    add(document.fields, {"対応結果", "Result"}, request->result);
    add(document.fields, {"実施した手順", "Procedure followed"}, request->procedure_followed);
    add(document.fields, {"主管課", "Division"}, request->division);
    add(document.fields, {"主管課担当者", "Division's person"}, request->division_person);
    add(document.fields, {"システム課担当者", "City's person"}, request->city_person);
    add(document.fields, {"委託先", "Contractor"}, request->contractor);
    add(document.fields, {"委託先担当者", "Contractor's person"}, request->contractor_person);
    add(document.fields, {"実施者", "Performed by"}, request->performed_by);
    document.files = files_of(reader, contract, "work_request", id);
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
    add(document.fields, {"対象", "About"}, found->subject_label);
    for (const question::Entry& entry : question::entries_of(reader, contract, {id})) {
        add(document.fields, {"やり取り", "Conversation"}, entry.text);
        add(document.fields, {"変更の内容", "Change"}, entry.change);
    }
    add(document.fields, {"質問した人", "Asked by"}, found->asked_by_name);
    add(document.fields, {"回答した人", "Answered by"}, found->answered_by_name);
    document.files = files_of(reader, contract, "question", id);
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
    add(document.fields, {"理由", "Reason"}, found->asked.reason);
    add(document.fields, {"条件", "Conditions"}, found->conditions);
    add(document.fields, {"部屋", "Room"}, found->asked.room);
    add(document.fields, {"申請した人", "Asked by"}, found->asked_by_name);
    document.files = files_of(reader, contract, "approval", id);
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
    add(document.fields, {"設置場所", "Site"}, found->site_name);
    add(document.fields, {"機種名", "Model"}, device.model);
    add(document.fields, {"型番", "Type number"}, device.type_number);
    add(document.fields, {"主管課", "Division"}, device.division);
    add(document.fields, {"備考", "Remarks"}, device.remarks);
    document.reaches = {search::everyone()};
    return document;
}

}

const std::vector<search::Source>& search_sources()
{
    static const std::vector<search::Source> sources{
        {"work_request", {"作業依頼", "Work requests"}, Permission::view_work_request,
            search::same_subject("work_request"), request_document},
        {"question", {"質問", "Questions"}, Permission::view_question,
            also_of_request("question", questions_of_request), question_document},
        {"approval", {"承認", "Permissions"}, Permission::view_approval,
            also_of_request("approval", approvals_of_request), approval_document},
        {"device", {"機器", "Devices"}, Permission::view_contract, touched_devices, device_document},
    };
    return sources;
}

live::WholeKinds live_kinds()
{
    return {
        {"assignment", Permission::view_roster},
        {"contract", Permission::view_contract},
        {"due", Permission::view_gates},
        {"loan", Permission::view_loan},
        {"medium", Permission::view_media},
        {"procedure", Permission::view_procedure},
        {"procedure_version", Permission::view_procedure},
        {"security_incident", Permission::view_security_incident},
        {"start", Permission::view_gates},
        {"work_window", Permission::view_schedule},
        {"worker", Permission::view_roster},
    };
}

}
