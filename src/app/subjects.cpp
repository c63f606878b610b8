#include "app/subjects.hpp"

#include "app/equipment_subjects.hpp"
#include "features/account/membership_store.hpp"
#include "features/approval/approval_store.hpp"
#include "features/approval/approver_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/gate/start_store.hpp"
#include "features/licence/licence_store.hpp"
#include "features/loan/loan_store.hpp"
#include "features/media/media_store.hpp"
#include "features/notice/webhook_store.hpp"
#include "features/people/people_store.hpp"
#include "features/procedure/procedure_store.hpp"
#include "features/question/question_store.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/security_incident/incident_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "formats/json.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

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

std::optional<About> about_procedure(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = procedure::get(reader, contract, ProcedureId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->number,
        .title = found->title,
        .path = "/procedures/" + id,
        .see = Permission::view_procedure,
        .whole = true};
}

std::optional<About> about_worker(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = people::get_worker(reader, contract, {id});
    if (!found || found->changes.empty())
        return std::nullopt;
    const people::RosterChange* const latest = people::latest(*found);
    About about{.title = (latest ? *latest : found->changes.back()).entry.name,
        .path = "/people/" + id,
        .see = Permission::view_roster,
        .whole = true};
    if (found->person)
        about.involved = {*found->person};
    return about;
}

std::optional<About> about_medium(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = media::get(reader, contract, MediumId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->label,
        .title = found->name,
        .path = "/media/" + id,
        .see = Permission::view_media,
        .whole = true};
}

std::optional<About> about_loan(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = loan::get(reader, contract, LoanId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->number,
        .title = found->title,
        .path = "/loans/" + id,
        .see = Permission::view_loan,
        .whole = true};
}

std::optional<About> about_licence(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = licence::get(reader, contract, licence::LicenceId{id});
    if (!found)
        return std::nullopt;
    return About{.number = std::to_string(found->number),
        .title = found->terms.software,
        .path = "/licences/" + id,
        .see = Permission::view_licence,
        .whole = true};
}

std::optional<About> about_security_incident(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = security_incident::get(reader, contract, SecurityIncidentId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->number,
        .title = found->intake.title,
        .path = "/security-incidents/" + id,
        .see = Permission::view_security_incident,
        .whole = true};
}

std::optional<About> about_vendor_notice(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = schedule::find_notice(reader, contract, {id});
    if (!found)
        return std::nullopt;
    return About{.title = found->vendor, .path = "/schedule", .see = Permission::view_schedule, .whole = true};
}

/// Where somebody decides who is limited to one site; none for who decides for the whole contract.
std::optional<SiteId> site_of(db::Reader& reader, const ContractId& contract, const PersonId& person, LocalDay day)
{
    std::optional<SiteId> site;
    for (const Membership& held : account::roles_in_force(reader, person, day)) {
        if (held.contract != contract || !allows(held.role, Permission::decide_approval))
            continue;
        if (scope_of(held.role) == Scope::contract)
            return std::nullopt;
        site = held.site;
    }
    return site;
}

// Whoever is named decides on the page of the approvals, where only the city's section sees who is named beside him.
std::optional<About> about_deputy(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto panel = approval::panel_of(reader, contract);
    const auto found = std::ranges::find(panel.deputies, DeputyId{id}, &approval::Deputy::id);
    if (found == panel.deputies.end())
        return std::nullopt;
    return About{.title = fmt::format("{} → {}（{}～{}）", found->name, found->deputy_name, to_text(found->from),
                     to_text(found->to - std::chrono::days{1})),
        .path = "/approvals",
        .see = Permission::view_approval,
        .site = site_of(reader, contract, found->deputy, found->from),
        .involved = {found->deputy, found->person}};
}

std::optional<About> about_approver(
    db::Reader& reader, contract::ProfileCache& profiles, const ContractId& contract, const std::string& id)
{
    const auto panel = approval::panel_of(reader, contract);
    const auto found = std::ranges::find(panel.approvers, ApproverId{id}, &approval::Approver::id);
    if (found == panel.approvers.end())
        return std::nullopt;
    About about{
        .title = found->name, .path = "/approvals", .see = Permission::view_approval, .involved = {found->person}};
    const auto profile = contract::profile(reader, profiles, contract);
    const auto* const kind = profile ? contract::find_approval_kind(**profile, found->kind) : nullptr;
    if (kind)
        about.title = fmt::format("{} {}: {}", kind->label.ja, found->step + 1, found->name);
    return about;
}

/// The window that an event of the schedule tells of, and what was said about it.
std::optional<Text> window_of(db::Reader& reader, const audit::Entry& entry)
{
    const auto facts = json::parse<std::map<std::string, std::string>>(entry.after);
    if (!facts || !facts->contains("window_id"))
        return std::nullopt;
    const auto window = schedule::find_window(reader, entry.chain, {facts->at("window_id")});
    if (!window)
        return std::nullopt;
    Text text = schedule::span_text(window->terms.from, window->terms.until);
    if (!entry.reason.empty()) {
        text.ja += "。" + entry.reason;
        text.en += ". " + entry.reason;
    }
    return text;
}

}

notice::Details notice_details()
{
    return {
        {"schedule.agreed", window_of},
        {"schedule.proposed", window_of},
        {"schedule.refused", window_of},
        {"schedule.withdrawn", window_of},
    };
}

notice::Subjects notice_subjects(contract::ProfileCache& profiles)
{
    notice::Subjects subjects{
        {"approval", about_approval},
        {"approver",
            [&profiles](db::Reader& reader, const ContractId& contract, const std::string& id) {
                return about_approver(reader, profiles, contract, id);
            }},
        {"deputy", about_deputy},
        {"licence", about_licence},
        {"loan", about_loan},
        {"medium", about_medium},
        {"procedure", about_procedure},
        {"question", about_question},
        {"security_incident", about_security_incident},
        {"vendor_notice", about_vendor_notice},
        {"webhook", about_webhook},
        {"work_request", about_request},
        {"work_start", about_start},
        {"worker", about_worker},
    };
    subjects.merge(equipment_subjects(profiles));
    return subjects;
}

}
