#include "core/role.hpp"

#include <algorithm>

namespace hoshuban {
namespace {

constexpr Permission city_section_may[] = {
    Permission::view_contract,
    Permission::view_work_request,
    Permission::write_work_request,
    Permission::import_work_request,
    Permission::export_work_request,
    Permission::sign_city,
    Permission::comment,
    Permission::view_audit,
    Permission::view_people,
    Permission::edit_contract,
    Permission::manage_tokens,
    Permission::view_gates,
    Permission::view_question,
    Permission::answer_question,
    Permission::view_procedure,
    Permission::keep_library,
    Permission::view_approval,
    Permission::ask_approval,
    Permission::decide_approval,
    Permission::manage_deputies,
    Permission::view_schedule,
    Permission::propose_schedule,
    Permission::view_roster,
    Permission::view_media,
    Permission::view_loan,
    Permission::keep_loan,
    Permission::view_activity,
    Permission::view_licence,
    Permission::view_security_incident,
    Permission::report_security_incident,
    Permission::close_security_incident,
    Permission::manage_webhooks,
    Permission::view_incident,
    Permission::report_incident,
    Permission::direct_incident,
    Permission::view_visit,
    Permission::direct_visit,
    Permission::view_device,
    Permission::move_device,
    Permission::keep_site,
    Permission::view_premises,
    Permission::confirm_premises,
    Permission::view_support,
};
constexpr Permission city_division_may[] = {
    Permission::view_contract,
    Permission::view_work_request,
    Permission::export_work_request,
    Permission::comment,
    Permission::view_gates,
    Permission::view_question,
    Permission::view_procedure,
    Permission::view_approval,
    Permission::view_schedule,
};
constexpr Permission site_contact_may[] = {
    Permission::view_contract,
    Permission::view_work_request,
    Permission::write_work_request,
    Permission::comment,
    Permission::view_gates,
    Permission::view_question,
    Permission::view_procedure,
    Permission::view_approval,
    Permission::decide_approval,
    Permission::view_schedule,
    Permission::propose_schedule,
    Permission::report_security_incident,
    Permission::view_incident,
    Permission::report_incident,
    Permission::view_visit,
    Permission::view_device,
    Permission::view_premises,
    Permission::confirm_premises,
};
constexpr Permission responsible_may[] = {
    Permission::view_contract,
    Permission::view_work_request,
    Permission::import_work_request,
    Permission::export_work_request,
    Permission::accept_work_request,
    Permission::record_result,
    Permission::sign_contractor,
    Permission::comment,
    Permission::view_audit,
    Permission::view_people,
    Permission::manage_tokens,
    Permission::view_gates,
    Permission::start_work,
    Permission::start_emergency,
    Permission::view_question,
    Permission::ask_question,
    Permission::view_procedure,
    Permission::edit_procedure,
    Permission::keep_library,
    Permission::record_step,
    Permission::view_approval,
    Permission::ask_approval,
    Permission::decide_approval,
    Permission::view_schedule,
    Permission::propose_schedule,
    Permission::view_roster,
    Permission::keep_roster,
    Permission::assign_worker,
    Permission::view_media,
    Permission::keep_media,
    Permission::view_loan,
    Permission::keep_loan,
    Permission::view_activity,
    Permission::keep_activity,
    Permission::view_licence,
    Permission::keep_licence,
    Permission::view_security_incident,
    Permission::report_security_incident,
    Permission::view_incident,
    Permission::record_incident,
    Permission::view_visit,
    Permission::record_visit,
    Permission::view_device,
    Permission::move_device,
    Permission::keep_site,
    Permission::survey_pages,
    Permission::take_stock,
    Permission::view_premises,
    Permission::keep_premises,
    Permission::view_support,
    Permission::keep_support,
};
constexpr Permission worker_may[] = {
    Permission::view_contract,
    Permission::view_work_request,
    Permission::export_work_request,
    Permission::record_result,
    Permission::comment,
    Permission::view_gates,
    Permission::start_work,
    Permission::start_emergency,
    Permission::view_question,
    Permission::ask_question,
    Permission::view_procedure,
    Permission::edit_procedure,
    Permission::record_step,
    Permission::view_approval,
    Permission::ask_approval,
    Permission::view_schedule,
    Permission::propose_schedule,
    Permission::view_roster,
    Permission::view_media,
    Permission::keep_media,
    Permission::view_loan,
    Permission::view_activity,
    Permission::keep_activity,
    Permission::view_licence,
    Permission::keep_licence,
    Permission::view_security_incident,
    Permission::report_security_incident,
    Permission::view_incident,
    Permission::record_incident,
    Permission::view_visit,
    Permission::record_visit,
    Permission::view_device,
    Permission::move_device,
    Permission::keep_site,
    Permission::survey_pages,
    Permission::take_stock,
    Permission::view_premises,
    Permission::keep_premises,
    Permission::view_support,
    Permission::keep_support,
};
constexpr Permission security_officer_may[] = {
    Permission::view_contract,
    Permission::view_work_request,
    Permission::export_work_request,
    Permission::view_audit,
    Permission::view_people,
    Permission::view_gates,
    Permission::view_question,
    Permission::ask_question,
    Permission::view_procedure,
    Permission::view_approval,
    Permission::ask_approval,
    Permission::view_schedule,
    Permission::view_roster,
    Permission::keep_roster,
    Permission::view_media,
    Permission::keep_media,
    Permission::view_loan,
    Permission::keep_loan,
    Permission::view_activity,
    Permission::view_licence,
    Permission::view_security_incident,
    Permission::report_security_incident,
    Permission::view_incident,
    Permission::view_visit,
    Permission::view_device,
    Permission::view_premises,
    Permission::view_support,
};
constexpr Permission auditor_may[] = {
    Permission::view_contract,
    Permission::view_work_request,
    Permission::export_work_request,
    Permission::view_audit,
    Permission::view_people,
    Permission::view_gates,
    Permission::view_question,
    Permission::view_procedure,
    Permission::view_approval,
    Permission::view_schedule,
    Permission::view_roster,
    Permission::view_media,
    Permission::view_loan,
    Permission::view_activity,
    Permission::view_licence,
    Permission::view_security_incident,
    Permission::view_incident,
    Permission::view_visit,
    Permission::view_device,
    Permission::view_premises,
    Permission::view_support,
};

std::span<const Permission> permissions_of(Role role)
{
    switch (role) {
    case Role::city_section:
        return city_section_may;
    case Role::city_division:
        return city_division_may;
    case Role::site_contact:
        return site_contact_may;
    case Role::responsible:
        return responsible_may;
    case Role::worker:
        return worker_may;
    case Role::security_officer:
        return security_officer_may;
    case Role::auditor:
        return auditor_may;
    }
    return {};
}

}

Side side_of(Role role)
{
    switch (role) {
    case Role::city_section:
    case Role::city_division:
    case Role::site_contact:
        return Side::city;
    case Role::responsible:
    case Role::worker:
    case Role::security_officer:
        return Side::contractor;
    case Role::auditor:
        return Side::neutral;
    }
    return Side::neutral;
}

bool allows(Role role, Permission permission)
{
    const auto permissions = permissions_of(role);
    return std::ranges::find(permissions, permission) != permissions.end();
}

Scope scope_of(Role role)
{
    switch (role) {
    case Role::city_division:
        return Scope::division;
    case Role::site_contact:
        return Scope::site;
    default:
        return Scope::contract;
    }
}

bool Actor::sees(const ContractId& contract) const
{
    return std::ranges::any_of(memberships, [&](const Membership& each) { return each.contract == contract; });
}

bool Actor::may(Permission permission, const ContractId& contract) const
{
    return std::ranges::any_of(memberships,
        [&](const Membership& each) { return each.contract == contract && allows(each.role, permission); });
}

Side Actor::side(const ContractId& contract) const
{
    for (const Membership& each : memberships) {
        if (each.contract == contract && side_of(each.role) != Side::neutral)
            return side_of(each.role);
    }
    return Side::neutral;
}

std::vector<Role> Actor::roles(const ContractId& contract) const
{
    std::vector<Role> roles;
    for (const Membership& each : memberships) {
        if (each.contract == contract)
            roles.push_back(each.role);
    }
    return roles;
}

}
