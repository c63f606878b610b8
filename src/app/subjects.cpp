#include "app/subjects.hpp"

#include "features/approval/approval_store.hpp"
#include "features/gate/start_store.hpp"
#include "features/notice/webhook_store.hpp"
#include "features/question/question_store.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban {
namespace {

using notice::About;

/// What belongs to a request stands where the request stands.
void place_by_request(db::Reader& reader, const ContractId& contract, const WorkRequestId& id, About& about)
{
    const auto request = work_request::find(reader, work_request::whole(contract), id);
    if (!request)
        return;
    about.division = request->division;
    if (!about.site)
        about.site = request->site;
}

std::optional<About> about_request(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto request = work_request::find(reader, work_request::whole(contract), {id});
    if (!request)
        return std::nullopt;
    return About{.number = request->number,
        .title = request->title,
        .path = "/requests/" + id,
        .see = Permission::view_work_request,
        .division = request->division,
        .site = request->site};
}

// A permission for a job is seen where the job is, one for a site at the site.
std::optional<About> about_approval(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto approval = approval::find(reader, contract, {id});
    if (!approval)
        return std::nullopt;
    About about{.number = approval->number,
        .title = approval->asked.title,
        .path = "/approvals/" + id,
        .see = Permission::view_approval,
        .whole = !approval->asked.request && !approval->asked.site,
        .site = approval->asked.site,
        .asked_by = {approval->asked_by}};
    if (approval->asked.request)
        place_by_request(reader, contract, *approval->asked.request, about);
    return about;
}

std::optional<About> about_question(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto question = question::get(reader, work_request::whole(contract), {id});
    if (!question)
        return std::nullopt;
    const bool of_request = question->subject == question::SubjectKind::work_request;
    About about{.number = question->number,
        .title = question->title,
        .path = "/questions/" + id,
        .see = Permission::view_question,
        .whole = !of_request,
        .asked_by = {question->asked_by}};
    if (of_request)
        place_by_request(reader, contract, {question->subject_id}, about);
    return about;
}

std::optional<About> about_start(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto start = gate::find(reader, contract, {id});
    if (!start)
        return std::nullopt;
    About about{.title = start->title,
        .see = Permission::view_gates,
        .whole = !start->request && !start->site,
        .site = start->site,
        .asked_by = {start->started_by}};
    if (start->request) {
        about.path = "/requests/" + start->request->text;
        place_by_request(reader, contract, *start->request, about);
    }
    return about;
}

std::optional<About> about_webhook(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto hook = notice::get_webhook(reader, contract, {id});
    if (!hook)
        return std::nullopt;
    return About{.title = hook->name, .see = Permission::manage_webhooks, .whole = true};
}

}

notice::Subjects notice_subjects()
{
    return {
        {"approval", about_approval},
        {"question", about_question},
        {"webhook", about_webhook},
        {"work_request", about_request},
        {"work_start", about_start},
    };
}

}
