#include "features/account/members_api.hpp"

#include "features/account/account_view_api.hpp"
#include "features/account/fact_api.hpp"
#include "features/account/membership.hpp"
#include "features/account/membership_store.hpp"
#include "features/account/person_store.hpp"
#include "features/account/sessions_api.hpp"
#include "features/audit/audit_store.hpp"

#include <algorithm>
#include <span>

namespace hoshuban::account {
namespace {

MemberView view_of(const Member& member, std::span<const ScopeSite> sites, LocalDay today)
{
    const Membership& held = member.membership;
    MemberView view{.id = member.id,
        .person_id = member.person,
        .name = member.name,
        .role = held.role,
        .side = side_of(held.role),
        .from = held.from,
        .to = held.to,
        .state = state_on(held, today),
        .division = held.division.empty() ? std::nullopt : std::optional{held.division},
        .site_id = held.site,
        .site_name = {}};
    const auto site = std::ranges::find_if(sites, [&](const ScopeSite& each) { return held.site == each.id; });
    if (site != sites.end())
        view.site_name = site->name;
    return view;
}

std::vector<Member> members_of(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read(
        [&](db::Reader& reader) { return list_members(reader, contract, day_of(context.now())); });
}

Result<MemberListView> list_for_administrator(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<MemberListView> {
        TRY(check_contract(reader, contract));
        const auto sites = list_scope_sites(reader, contract);
        MemberListView list;
        for (const Member& member : list_members(reader, contract, std::nullopt))
            list.items.push_back(view_of(member, sites, day_of(context.now())));
        for (const ScopeSite& site : sites)
            list.sites.push_back({site.id, site.name});
        list.divisions = list_scope_divisions(reader, contract);
        return list;
    });
}

Result<ColleagueListView> list_for_members(http::Context& context)
{
    ColleagueListView list;
    for (const Member& member : members_of(context)) {
        const Membership& held = member.membership;
        list.items.push_back({member.person, member.name, held.role, side_of(held.role), held.from, held.to});
    }
    return list;
}

audit::Entry event(const http::Context& context, std::string_view kind, const Member& member)
{
    return audit::entry(context, member.membership.contract, kind, {"person", member.person.text});
}

Result<http::Created<MemberView>> add(http::Context& context, const CreateMember& body, const Rooms& rooms)
{
    const Membership wanted{.contract = context.path<ContractId>("contract"),
        .role = body.role,
        .from = body.from,
        .to = body.to.value_or(default_end(body.from)),
        .division = body.division.value_or(""),
        .site = body.site_id};
    TRY(check_end(wanted, day_of(context.now())));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<MemberView>> {
        TRY(check_contract(tx, wanted.contract));
        const auto id = context.new_id<MembershipId>();
        TRY(add_membership(tx, id, body.person_id, wanted));
        TRY_ASSIGN(const auto member, get_member(tx, wanted.contract, id));
        audit::record(tx, with_facts(event(context, "membership.added", member), {}, facts_of(member)));
        tx.after_commit([&rooms] { rooms.sessions.forget(); });
        return http::Created<MemberView>{view_of(member, list_scope_sites(tx, wanted.contract), day_of(context.now())),
            context.request().path + "/" + id.text};
    });
}

Result<http::NoContent> end(http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto member, get_member(tx, contract, context.path<MembershipId>("member")));
        Member ended = member;
        ended.membership.to = day_of(context.now());
        end_membership(tx, member, *ended.membership.to);
        audit::record(tx, with_facts(event(context, "membership.ended", member), facts_of(member), facts_of(ended)));
        tx.after_commit([&rooms] { rooms.sessions.forget(); });
        return http::NoContent{};
    });
}

}

void add_members_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/members";
    router.get("/api/v1/contracts/{contract}/people", list_for_members)
        .permission(Permission::view_people)
        .summary({"契約にかかわる人の一覧", "List the people of a contract"});
    router.get(all, list_for_administrator)
        .permission(Permission::administer)
        .summary({"契約の役割の一覧", "List the roles in a contract"});
    router.post(all, [rooms](http::Context& context, const CreateMember& body) { return add(context, body, rooms); })
        .permission(Permission::administer)
        .summary({"契約の役割を与える", "Give a role in a contract"});
    router.del(all + "/{member}", [rooms](http::Context& context) { return end(context, rooms); })
        .permission(Permission::administer)
        .summary({"契約の役割を終える", "End a role in a contract"});
}

}
