#include "core/role.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

// What each role may do, as the contract's parties would check it: one line per role.
TEST(Roles, MayDoWhatTheTableSays)
{
    constexpr auto roles = names_of(static_cast<const Role*>(nullptr));
    struct Case {
        Permission permission;
        std::string_view city_section, city_division, site_contact, responsible, worker, security_officer, auditor;
    };
    const Case cases[] = {
        {Permission::view_contract, "x", "x", "x", "x", "x", "x", "x"},
        {Permission::view_work_request, "x", "x", "x", "x", "x", "x", "x"},
        {Permission::write_work_request, "x", "", "x", "", "", "", ""},
        {Permission::import_work_request, "x", "", "", "x", "", "", ""},
        {Permission::export_work_request, "x", "x", "", "x", "x", "x", "x"},
        {Permission::accept_work_request, "", "", "", "x", "", "", ""},
        {Permission::record_result, "", "", "", "x", "x", "", ""},
        {Permission::sign_contractor, "", "", "", "x", "", "", ""},
        {Permission::sign_city, "x", "", "", "", "", "", ""},
        {Permission::comment, "x", "x", "x", "x", "x", "", ""},
        {Permission::view_audit, "x", "", "", "x", "", "x", "x"},
        {Permission::view_people, "x", "", "", "x", "", "x", "x"},
        {Permission::edit_contract, "x", "", "", "", "", "", ""},
        {Permission::manage_tokens, "x", "", "", "x", "", "", ""},
        {Permission::view_gates, "x", "x", "x", "x", "x", "x", "x"},
        {Permission::start_work, "", "", "", "x", "x", "", ""},
        {Permission::start_emergency, "", "", "", "x", "x", "", ""},
        {Permission::view_question, "x", "x", "x", "x", "x", "x", "x"},
        {Permission::ask_question, "", "", "", "x", "x", "x", ""},
        {Permission::answer_question, "x", "", "", "", "", "", ""},
        {Permission::view_procedure, "x", "x", "x", "x", "x", "x", "x"},
        {Permission::edit_procedure, "", "", "", "x", "x", "", ""},
        {Permission::keep_library, "x", "", "", "x", "", "", ""},
        {Permission::record_step, "", "", "", "x", "x", "", ""},
        {Permission::view_approval, "x", "x", "x", "x", "x", "x", "x"},
        {Permission::ask_approval, "x", "", "", "x", "x", "x", ""},
        {Permission::decide_approval, "x", "", "x", "x", "", "", ""},
        {Permission::manage_deputies, "x", "", "", "", "", "", ""},
        {Permission::view_schedule, "x", "x", "x", "x", "x", "x", "x"},
        {Permission::propose_schedule, "x", "", "x", "x", "x", "", ""},
        {Permission::view_roster, "x", "", "", "x", "x", "x", "x"},
        {Permission::keep_roster, "", "", "", "x", "", "x", ""},
        {Permission::assign_worker, "", "", "", "x", "", "", ""},
        {Permission::view_media, "x", "", "", "x", "x", "x", "x"},
        {Permission::keep_media, "", "", "", "x", "x", "x", ""},
        {Permission::view_loan, "x", "", "", "x", "x", "x", "x"},
        {Permission::keep_loan, "x", "", "", "x", "", "x", ""},
        {Permission::view_activity, "x", "", "", "x", "x", "x", "x"},
        {Permission::keep_activity, "", "", "", "x", "x", "", ""},
        {Permission::view_licence, "x", "", "", "x", "x", "x", "x"},
        {Permission::keep_licence, "", "", "", "x", "x", "", ""},
        {Permission::view_security_incident, "x", "", "", "x", "x", "x", "x"},
        {Permission::report_security_incident, "x", "", "x", "x", "x", "x", ""},
        {Permission::close_security_incident, "x", "", "", "", "", "", ""},
        {Permission::view_incident, "x", "", "x", "x", "x", "x", "x"},
        {Permission::report_incident, "x", "", "x", "", "", "", ""},
        {Permission::direct_incident, "x", "", "", "", "", "", ""},
        {Permission::record_incident, "", "", "", "x", "x", "", ""},
        {Permission::view_visit, "x", "", "x", "x", "x", "x", "x"},
        {Permission::direct_visit, "x", "", "", "", "", "", ""},
        {Permission::record_visit, "", "", "", "x", "x", "", ""},
        {Permission::view_device, "x", "", "x", "x", "x", "x", "x"},
        {Permission::move_device, "x", "", "", "x", "x", "", ""},
        {Permission::keep_site, "x", "", "", "x", "x", "", ""},
        {Permission::take_stock, "", "", "", "x", "x", "", ""},
        {Permission::view_premises, "x", "", "x", "x", "x", "x", "x"},
        {Permission::keep_premises, "", "", "", "x", "x", "", ""},
        {Permission::confirm_premises, "x", "", "x", "", "", "", ""},
        {Permission::view_support, "x", "", "", "x", "x", "x", "x"},
        {Permission::keep_support, "", "", "", "x", "x", "", ""},
        {Permission::survey_pages, "", "", "", "x", "x", "", ""},
        {Permission::manage_webhooks, "x", "", "", "", "", "", ""},
        {Permission::administer, "", "", "", "", "", "", ""},
    };
    EXPECT_EQ(std::size(cases), names_of(static_cast<const Permission*>(nullptr)).size());
    for (const Case& c : cases) {
        const std::string_view marks[] = {
            c.city_section, c.city_division, c.site_contact, c.responsible, c.worker, c.security_officer, c.auditor};
        for (std::size_t i = 0; i < roles.size(); ++i)
            EXPECT_EQ(allows(roles[i].first, c.permission), marks[i] == "x")
                << roles[i].second << " " << name_of(c.permission);
    }
}

}
}
