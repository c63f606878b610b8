#include "app/search_sources.hpp"

#include "core/fold.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/contract/device_store.hpp"
#include "features/question/question_list_store.hpp"
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

std::optional<Document> question_document(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto question = question::get(reader, work_request::whole(contract), {id});
    if (!question)
        return std::nullopt;
    Document document{.subject_id = id, .number = question->number, .title = question->title};
    add(document.fields, {"質問内容", "Question"}, question->text);
    add(document.fields, {"回答内容", "Answer"}, question->answer);
    add(document.fields, {"変更内容", "What changes"}, question->change);
    add(document.fields, {"質問者", "Asked by"}, question->asked_by_name);
    add(document.fields, {"回答者", "Answered by"}, question->answered_by_name);
    document.files = files_of(reader, contract, "question", id);
    if (question->subject != question::SubjectKind::work_request)
        return document;
    if (const auto request = work_request::find(reader, work_request::whole(contract), {question->subject_id}))
        document.reaches = reaches_of(*request);
    return document;
}

// Who reaches a question on a request follows the request.
std::vector<std::string> touched_questions(
    db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    if (subject.kind != "work_request" || subject.id.empty())
        return search::same_subject("question")(reader, contract, subject);
    std::vector<std::string> ids;
    question::for_each_listed(reader, work_request::whole(contract), {.request = WorkRequestId{subject.id}},
        [&](const question::Question& each) { ids.push_back(each.id.text); });
    return ids;
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
        {"question", {"質問", "Questions"}, Permission::view_question, touched_questions, question_document},
        {"device", {"機器", "Devices"}, Permission::view_contract, touched_devices, device_document},
    };
    return sources;
}

}
