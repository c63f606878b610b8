#include "features/work_request/reach.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

const ContractId contract{"c"};
const LocalDay april = make_day(2026, 4, 1);
const SiteId here{"here"};
const SiteId there{"there"};

Membership as(Role role, std::string division = {}, std::optional<SiteId> site = {}, const ContractId& in = contract)
{
    return {.contract = in, .role = role, .from = april, .to = {}, .division = std::move(division), .site = site};
}

WorkRequest request(std::string division, std::optional<SiteId> site)
{
    WorkRequest request;
    request.contract_id = contract;
    request.division = std::move(division);
    request.site = std::move(site);
    return request;
}

// What somebody sees and may write of the requests of division 窓口課 here, of it there, and of 税務課 here and there.
TEST(Reach, is_what_the_roles_give_together)
{
    struct Case {
        const char* story;
        std::vector<Membership> held;
        std::string sees, writes;
    };
    const Case cases[] = {
        {"nobody", {}, "----", "----"},
        {"the section", {as(Role::city_section)}, "xxxx", "xxxx"},
        {"a division", {as(Role::city_division, "窓口課")}, "xx--", "----"},
        {"a division as others write it", {as(Role::city_division, "窓 口課")}, "xx--", "----"},
        {"a division not named yet", {as(Role::city_division)}, "----", "----"},
        {"a site", {as(Role::site_contact, "", here)}, "x-x-", "x-x-"},
        {"a site not named yet", {as(Role::site_contact)}, "----", "----"},
        {"two sites", {as(Role::site_contact, "", here), as(Role::site_contact, "", there)}, "xxxx", "xxxx"},
        {"a division and a site", {as(Role::city_division, "税務課"), as(Role::site_contact, "", here)}, "x-xx",
            "x-x-"},
        {"a site, and the section elsewhere",
            {as(Role::site_contact, "", here), as(Role::city_section, "", {}, {"other"})}, "x-x-", "x-x-"},
        {"a worker", {as(Role::worker)}, "xxxx", "----"},
        {"an auditor", {as(Role::auditor)}, "xxxx", "----"},
    };
    const WorkRequest requests[] = {
        request("窓口課", here), request("窓口課", there), request("税務課", here), request("税務課", there)};
    for (const Case& c : cases) {
        const Actor actor{{"p"}, "名", false, c.held};
        const Reach seen = reach_of(actor, contract);
        std::string sees, writes;
        for (const WorkRequest& each : requests) {
            EXPECT_EQ(reaches(seen, each), may(actor, Permission::view_work_request, each)) << c.story;
            sees += reaches(seen, each) ? 'x' : '-';
            writes += may(actor, Permission::write_work_request, each) ? 'x' : '-';
        }
        EXPECT_EQ(sees, c.sees) << c.story;
        EXPECT_EQ(writes, c.writes) << c.story;
    }
}

TEST(Reach, never_matches_a_request_without_a_division_or_site)
{
    const Actor actor{{"p"}, "名", false, {as(Role::city_division, " "), as(Role::site_contact)}};
    EXPECT_FALSE(reaches(reach_of(actor, contract), request("", {})));
    EXPECT_FALSE(may(actor, Permission::view_work_request, request("", {})));
}

TEST(Reach, tells_why_an_act_is_refused)
{
    const Actor actor{{"p"}, "名", false, {as(Role::city_division, "窓口課"), as(Role::site_contact, "", here)}};
    const auto code = [&](Permission permission, const WorkRequest& on) {
        const auto checked = check_may(actor, permission, on);
        return checked ? std::string{"done"} : checked.error().code;
    };
    EXPECT_EQ(code(Permission::write_work_request, request("窓口課", here)), "done");
    EXPECT_EQ(code(Permission::write_work_request, request("窓口課", there)), "work_request/out_of_reach");
    EXPECT_EQ(code(Permission::sign_city, request("窓口課", here)), "work_request/not_allowed");
}

}
}
