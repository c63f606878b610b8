#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban {

/// The two parties of a contract, and those who belong to neither side's business.
enum class Side { city, contractor, neutral };

constexpr auto names_of(const Side*)
{
    return std::to_array<Name<Side>>(
        {{Side::city, "city"}, {Side::contractor, "contractor"}, {Side::neutral, "neutral"}});
}

/// What a person is in one contract. The Japanese and English words stand in docs/glossary.md.
enum class Role {
    city_section, ///< システム課担当者
    city_division, ///< 主管課担当者
    site_contact, ///< 現場担当者
    responsible, ///< 業務責任者
    worker, ///< 作業従事者
    security_officer, ///< 情報セキュリティ責任者
    auditor, ///< 監査人
};

constexpr auto names_of(const Role*)
{
    return std::to_array<Name<Role>>({
        {Role::city_section, "city_section"},
        {Role::city_division, "city_division"},
        {Role::site_contact, "site_contact"},
        {Role::responsible, "responsible"},
        {Role::worker, "worker"},
        {Role::security_officer, "security_officer"},
        {Role::auditor, "auditor"},
    });
}

/// What somebody may do. `administer` belongs to the administrator of the installation, never to a role in a contract.
enum class Permission {
    view_contract,
    view_work_request,
    write_work_request, ///< create a request, edit the city's columns
    import_work_request,
    export_work_request,
    accept_work_request,
    record_result,
    sign_contractor,
    sign_city,
    comment,
    view_audit,
    view_people,
    edit_contract,
    manage_tokens,
    view_gates, ///< what a start waits for, the clocks that run
    start_work,
    start_emergency, ///< before the gates are open, on the city's instruction
    view_question,
    ask_question,
    answer_question,
    view_procedure,
    edit_procedure, ///< write the contractor's own and hand them in
    keep_library, ///< the manuals of the city and of issuers
    record_step,
    view_approval,
    ask_approval,
    decide_approval,
    manage_deputies,
    view_schedule,
    propose_schedule, ///< name days and hours of work, and agree to the other side's
    view_roster,
    keep_roster,
    assign_worker,
    view_media,
    keep_media, ///< register media, scan them, record each use
    view_loan,
    keep_loan,
    view_activity,
    keep_activity, ///< log work that was not on equipment
    view_licence, ///< the licences of third parties' software
    keep_licence,
    view_security_incident,
    report_security_incident,
    close_security_incident,
    view_incident,
    report_incident, ///< tells of a fault, and that it is gone
    direct_incident, ///< instructs the contractor, finds that the equipment is not at fault
    record_incident, ///< what the contractor did about a fault
    view_visit,
    direct_visit, ///< instructs the contractor about what was found on a visit
    record_visit, ///< announces visits, records them and what was found
    view_device, ///< where each unit stands and stood
    move_device,
    keep_site, ///< enters, changes and closes sites, their contacts, floors and seats
    take_stock, ///< looks at every site whether what the register says is there
    view_premises, ///< who was in a controlled room, who took part in a drill
    keep_premises,
    confirm_premises, ///< that the city saw a record
    view_support, ///< whom to call about a fault: desks of makers, vendors, the on-call plan
    keep_support, ///< records calls to desks, enters vendors and closed days, plans who is on call
    survey_pages, ///< plans surveys of printed pages, enters and submits them
    manage_webhooks,
    administer,
};

inline constexpr Name<Permission> permission_names[] = {
    {Permission::view_contract, "view_contract"},
    {Permission::view_work_request, "view_work_request"},
    {Permission::write_work_request, "write_work_request"},
    {Permission::import_work_request, "import_work_request"},
    {Permission::export_work_request, "export_work_request"},
    {Permission::accept_work_request, "accept_work_request"},
    {Permission::record_result, "record_result"},
    {Permission::sign_contractor, "sign_contractor"},
    {Permission::sign_city, "sign_city"},
    {Permission::comment, "comment"},
    {Permission::view_audit, "view_audit"},
    {Permission::view_people, "view_people"},
    {Permission::edit_contract, "edit_contract"},
    {Permission::manage_tokens, "manage_tokens"},
    {Permission::view_gates, "view_gates"},
    {Permission::start_work, "start_work"},
    {Permission::start_emergency, "start_emergency"},
    {Permission::view_question, "view_question"},
    {Permission::ask_question, "ask_question"},
    {Permission::answer_question, "answer_question"},
    {Permission::view_procedure, "view_procedure"},
    {Permission::edit_procedure, "edit_procedure"},
    {Permission::keep_library, "keep_library"},
    {Permission::record_step, "record_step"},
    {Permission::view_approval, "view_approval"},
    {Permission::ask_approval, "ask_approval"},
    {Permission::decide_approval, "decide_approval"},
    {Permission::manage_deputies, "manage_deputies"},
    {Permission::view_schedule, "view_schedule"},
    {Permission::propose_schedule, "propose_schedule"},
    {Permission::view_roster, "view_roster"},
    {Permission::keep_roster, "keep_roster"},
    {Permission::assign_worker, "assign_worker"},
    {Permission::view_media, "view_media"},
    {Permission::keep_media, "keep_media"},
    {Permission::view_loan, "view_loan"},
    {Permission::keep_loan, "keep_loan"},
    {Permission::view_activity, "view_activity"},
    {Permission::keep_activity, "keep_activity"},
    {Permission::view_licence, "view_licence"},
    {Permission::keep_licence, "keep_licence"},
    {Permission::view_security_incident, "view_security_incident"},
    {Permission::report_security_incident, "report_security_incident"},
    {Permission::close_security_incident, "close_security_incident"},
    {Permission::view_incident, "view_incident"},
    {Permission::report_incident, "report_incident"},
    {Permission::direct_incident, "direct_incident"},
    {Permission::record_incident, "record_incident"},
    {Permission::view_visit, "view_visit"},
    {Permission::direct_visit, "direct_visit"},
    {Permission::record_visit, "record_visit"},
    {Permission::view_device, "view_device"},
    {Permission::move_device, "move_device"},
    {Permission::keep_site, "keep_site"},
    {Permission::take_stock, "take_stock"},
    {Permission::view_premises, "view_premises"},
    {Permission::keep_premises, "keep_premises"},
    {Permission::confirm_premises, "confirm_premises"},
    {Permission::view_support, "view_support"},
    {Permission::keep_support, "keep_support"},
    {Permission::survey_pages, "survey_pages"},
    {Permission::manage_webhooks, "manage_webhooks"},
    {Permission::administer, "administer"},
};

constexpr auto names_of(const Permission*)
{
    return std::to_array(permission_names);
}

Side side_of(Role);
bool allows(Role, Permission);

/// How much of a contract's list a role reaches: all of it, or the requests of one division or one site.
enum class Scope { contract, division, site };
Scope scope_of(Role);

/// One role of a person in a contract, in force on [from, to).
struct Membership {
    ContractId contract;
    Role role;
    LocalDay from;
    std::optional<LocalDay> to;
    std::string division = {}; ///< for a role of that scope: as the list prints it; without it nothing is reached
    std::optional<SiteId> site = {}; ///< for a role of that scope; without it nothing is reached
};

/// How somebody reached us.
enum class Origin { screen, token, command, job };

constexpr auto names_of(const Origin*)
{
    return std::to_array<Name<Origin>>(
        {{Origin::screen, "screen"}, {Origin::token, "token"}, {Origin::command, "command"}, {Origin::job, "job"}});
}

/// Who is acting, with the memberships in force at this moment.
struct Actor {
    PersonId person;
    std::string name;
    bool administrator = false;
    std::vector<Membership> memberships = {};
    Origin origin = Origin::screen;

    /// Whether the contract exists for this actor: a role in it.
    bool sees(const ContractId&) const;
    bool may(Permission, const ContractId&) const;
    /// The side this actor stands on in the contract; neutral for auditors and strangers. Nobody stands on both.
    Side side(const ContractId&) const;
    std::vector<Role> roles(const ContractId&) const;
};

}
