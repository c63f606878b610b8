#include "app/equipment_subjects.hpp"

#include "features/contract/contract_store.hpp"
#include "features/desk/call_store.hpp"
#include "features/device/edition_clock_store.hpp"
#include "features/device/register_store.hpp"
#include "features/improvement/improvement_store.hpp"
#include "features/incident/incident_store.hpp"
#include "features/installation/job_store.hpp"
#include "features/page_count/survey_store.hpp"
#include "features/recovery/edition_store.hpp"
#include "features/repair/repair_store.hpp"
#include "features/stocktake/stocktake_store.hpp"
#include "features/visit/finding_store.hpp"

#include <fmt/format.h>

namespace hoshuban {
namespace {

using notice::About;

std::optional<About> about_installation(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = installation::get(reader, contract, installation::JobId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->job.number,
        .title = installation::label(found->job.kind).ja + " " + found->site_name,
        .path = "/installations/" + id,
        .see = Permission::view_device,
        .whole = true};
}

std::optional<About> about_device(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = device::get_device(reader, contract, DeviceId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->number,
        .title = found->kind + " " + found->model,
        .path = "/register/" + id,
        .see = Permission::view_device,
        .whole = true};
}

std::string title_of_ledger(
    db::Reader& reader, contract::ProfileCache& profiles, const ContractId& contract, const std::string& division)
{
    const auto profile = contract::profile(reader, profiles, contract);
    return profile ? device::ledger_of(**profile, division).title : device::ledger_title(division);
}

std::optional<About> about_edition(
    db::Reader& reader, contract::ProfileCache& profiles, const ContractId& contract, const std::string& id)
{
    const auto found = device::get_edition(reader, contract, device::EditionId{id});
    if (!found)
        return std::nullopt;
    return About{.number = fmt::format("第{}版", found->number),
        .title = title_of_ledger(reader, profiles, contract, found->division),
        .path = "/register/editions",
        .see = Permission::view_device,
        .whole = true};
}

std::optional<About> about_month(db::Reader&, const ContractId&, const std::string& id)
{
    return About{.title = fmt::format("{} サービスレベルの月次表", id),
        .path = "/incidents/months/" + id,
        .see = Permission::view_incident,
        .whole = true};
}

std::optional<About> about_ledger(
    db::Reader& reader, contract::ProfileCache& profiles, const ContractId& contract, const std::string& id)
{
    return About{.title = title_of_ledger(reader, profiles, contract, device::division_of(id)),
        .path = "/register/editions",
        .see = Permission::view_device,
        .whole = true};
}

std::optional<About> about_desk_call(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = desk::get_call(reader, contract, desk::CallId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->facts.reference,
        .title = found->desk_name,
        .path = "/desks/calls/" + id,
        .see = Permission::view_support,
        .whole = true};
}

std::optional<About> about_on_call(db::Reader&, const ContractId&, const std::string&)
{
    return About{.title = "緊急連絡先の当番", .path = "/desks/on-call", .see = Permission::view_support, .whole = true};
}

std::optional<About> about_survey(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = page_count::get_survey(reader, contract, page_count::SurveyId{id});
    if (!found)
        return std::nullopt;
    return About{
        .title = found->title, .path = "/register/page-surveys/" + id, .see = Permission::view_device, .whole = true};
}

std::optional<About> about_stocktake(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = stocktake::get_stocktake(reader, contract, stocktake::StocktakeId{id});
    if (!found)
        return std::nullopt;
    return About{
        .title = found->title, .path = "/register/stocktakes/" + id, .see = Permission::view_device, .whole = true};
}

std::optional<About> about_recovery(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = recovery::get(reader, contract, recovery::EditionId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->edition.name,
        .title = found->edition.changes,
        .path = "/recovery/" + id,
        .see = Permission::view_device,
        .whole = true};
}

std::optional<About> about_repair(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = repair::get(reader, contract, repair::RepairId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->repair.number,
        .title = found->device_number + " " + found->model,
        .path = "/repairs/" + id,
        .see = Permission::view_device,
        .whole = true};
}

// Who reported it is told what becomes of it; people of a site only of that site.
std::optional<About> about_incident(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = incident::get(reader, contract, incident::IncidentId{id});
    if (!found)
        return std::nullopt;
    return About{.number = found->incident.case_number,
        .title = found->site_name + " " + found->incident.intake.phenomenon,
        .path = "/incidents/" + id,
        .see = Permission::view_incident,
        .site = found->incident.intake.site};
}

std::optional<About> about_improvement(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = improvement::get(reader, contract, improvement::ImprovementId{id});
    if (!found)
        return std::nullopt;
    return About{.number = std::to_string(found->number),
        .title = found->plan.title,
        .path = "/incidents/improvements/" + id,
        .see = Permission::view_incident,
        .whole = true};
}

// People of a site hear only of what was found there.
std::optional<About> about_finding(db::Reader& reader, const ContractId& contract, const std::string& id)
{
    const auto found = visit::get_finding(reader, contract, std::nullopt, visit::FindingId{id});
    if (!found)
        return std::nullopt;
    const visit::FindingFacts& facts = found->finding.facts;
    return About{.number = to_text(facts.found_on),
        .title = found->site_name + " " + visit::label(facts.kind).ja,
        .path = "/visits/findings/" + id,
        .see = Permission::view_visit,
        .site = found->finding.site};
}

}

notice::Subjects equipment_subjects(contract::ProfileCache& profiles)
{
    const auto with_profile = [&profiles](auto about) {
        return [&profiles, about](db::Reader& reader, const ContractId& contract, const std::string& id) {
            return about(reader, profiles, contract, id);
        };
    };
    return {
        {"desk_call", about_desk_call},
        {"device", about_device},
        {"improvement", about_improvement},
        {"incident", about_incident},
        {"incident_month", about_month},
        {"installation", about_installation},
        {"ledger", with_profile(about_ledger)},
        {"ledger_edition", with_profile(about_edition)},
        {"on_call", about_on_call},
        {"page_survey", about_survey},
        {"recovery", about_recovery},
        {"repair", about_repair},
        {"stocktake", about_stocktake},
        {"visit_finding", about_finding},
    };
}

}
