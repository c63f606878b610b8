#include "features/approval/approver_api.hpp"

#include "features/approval/approval.hpp"
#include "features/approval/approver_store.hpp"
#include "features/contract/contract_store.hpp"
#include "formats/json.hpp"

namespace hoshuban::approval {

struct ApproverView {
    ApproverId id;
    std::string kind;
    int step;
    PersonId person_id;
    std::string name;
};

static auto describe(const ApproverView*)
{
    using V = ApproverView;
    return json::object<V>("Approver", json::field("id", &V::id), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("step", &V::step, {"段（0から）", "Step, from 0"}),
        json::field("person_id", &V::person_id, {"利用者", "Person"}), json::field("name", &V::name, {"氏名", "Name"}));
}

/// `last` is the last day: people name days, not ends.
struct DeputyView {
    DeputyId id;
    PersonId person_id;
    std::string name;
    PersonId deputy_id;
    std::string deputy_name;
    LocalDay first;
    LocalDay last;
};

static auto describe(const DeputyView*)
{
    using V = DeputyView;
    return json::object<V>("Deputy", json::field("id", &V::id),
        json::field("person_id", &V::person_id, {"代理される人", "Person stood in for"}),
        json::field("name", &V::name, {"代理される人の氏名", "Name of the person stood in for"}),
        json::field("deputy_id", &V::deputy_id, {"代理", "Deputy"}),
        json::field("deputy_name", &V::deputy_name, {"代理の氏名", "Name of the deputy"}),
        json::field("first", &V::first, {"最初の日", "First day"}),
        json::field("last", &V::last, {"最後の日", "Last day"}));
}

struct CandidateView {
    PersonId id;
    std::string name;
};

static auto describe(const CandidateView*)
{
    return json::object<CandidateView>("ApproverCandidate", json::field("id", &CandidateView::id),
        json::field("name", &CandidateView::name, {"氏名", "Name"}));
}

struct PanelView {
    std::vector<ApproverView> approvers;
    std::vector<DeputyView> deputies;
    std::vector<CandidateView> candidates;
};

static auto describe(const PanelView*)
{
    using V = PanelView;
    return json::object<V>("ApproverPanel", json::field("approvers", &V::approvers, {"承認者", "Approvers"}),
        json::field("deputies", &V::deputies, {"代理", "Deputies"}),
        json::field("candidates", &V::candidates, {"判断できる人", "Who may decide"}));
}

struct NewApprover {
    std::string kind;
    int step = 0;
    PersonId person_id;
};

static auto describe(const NewApprover*)
{
    using B = NewApprover;
    return json::object<B>("NewApprover", json::field("kind", &B::kind, {"種類", "Kind"}, json::length(1, 80)),
        json::field("step", &B::step, {"段（0から）", "Step, from 0"}, json::range(0, 20)),
        json::field("person_id", &B::person_id, {"利用者", "Person"}));
}

struct NewDeputy {
    PersonId person_id;
    PersonId deputy_id;
    LocalDay first;
    LocalDay last;
};

static auto describe(const NewDeputy*)
{
    using B = NewDeputy;
    return json::object<B>("NewDeputy",
        json::field("person_id", &B::person_id, {"代理される人", "Person stood in for"}),
        json::field("deputy_id", &B::deputy_id, {"代理", "Deputy"}),
        json::field("first", &B::first, {"最初の日", "First day"}),
        json::field("last", &B::last, {"最後の日", "Last day"}));
}

namespace {

ApproverView view_of(const Approver& approver)
{
    return {approver.id, approver.kind, approver.step, approver.person, approver.name};
}

DeputyView view_of(const Deputy& deputy)
{
    return {deputy.id, deputy.person, deputy.name, deputy.deputy, deputy.deputy_name, deputy.from,
        deputy.to - std::chrono::days{1}};
}

Result<PanelView> show_panel(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const Side side = context.actor().side(contract);
    return context.database().read([&](db::Reader& reader) -> Result<PanelView> {
        const Panel panel = panel_of(reader, contract);
        PanelView view;
        for (const Approver& approver : panel.approvers) {
            if (approver.side == side)
                view.approvers.push_back(view_of(approver));
        }
        for (const Deputy& deputy : panel.deputies) {
            if (deputy.side == side)
                view.deputies.push_back(view_of(deputy));
        }
        for (const Decider& person : deciders(reader, contract, side, day_of(context.now())))
            view.candidates.push_back({person.person, person.name});
        return view;
    });
}

Result<http::Created<ApproverView>> add_approver(
    http::Context& context, const NewApprover& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const Approver wanted{
        .id = context.new_id<ApproverId>(), .kind = body.kind, .step = body.step, .person = body.person_id, .name = {}};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ApproverView>> {
        TRY_ASSIGN(const Approver approver, name_approver(tx, *profile, audit::cause_of(context), wanted));
        return http::Created<ApproverView>{view_of(approver), context.request().path + "/" + approver.id.text};
    });
}

Result<http::Created<DeputyView>> add_new_deputy(http::Context& context, const NewDeputy& body)
{
    const auto contract = context.path<ContractId>("contract");
    const Deputy wanted{.id = context.new_id<DeputyId>(),
        .person = body.person_id,
        .name = {},
        .deputy = body.deputy_id,
        .deputy_name = {},
        .from = body.first,
        .to = body.last + std::chrono::days{1}};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<DeputyView>> {
        TRY_ASSIGN(const Deputy deputy, add_deputy(tx, audit::cause_of(context), contract, wanted));
        return http::Created<DeputyView>{view_of(deputy), context.request().path + "/" + deputy.id.text};
    });
}

template <class IdType>
Result<http::NoContent> remove(
    http::Context& context, Result<void> (*take_away)(db::Tx&, const audit::Cause&, const ContractId&, const IdType&))
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<IdType>("id");
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY(take_away(tx, audit::cause_of(context), contract, id));
        return http::NoContent{};
    });
}

}

void add_approver_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string contract = "/api/v1/contracts/{contract}";
    router.get(contract + "/approvers", show_panel)
        .permission(Permission::manage_deputies)
        .summary({"承認者と代理", "Approvers and their deputies"});
    router
        .post(contract + "/approvers",
            [&profiles](
                http::Context& context, const NewApprover& body) { return add_approver(context, body, profiles); })
        .permission(Permission::manage_deputies)
        .summary({"段の承認者を登録する", "Name an approver for a step"});
    router.del(contract + "/approvers/{id}", [](http::Context& context) { return remove(context, remove_approver); })
        .permission(Permission::manage_deputies)
        .summary({"承認者の登録を解く", "Remove an approver"});
    router.post(contract + "/deputies", add_new_deputy)
        .permission(Permission::manage_deputies)
        .summary({"代理を登録する", "Name a deputy"});
    router.del(contract + "/deputies/{id}", [](http::Context& context) { return remove(context, remove_deputy); })
        .permission(Permission::manage_deputies)
        .summary({"代理の登録を解く", "Remove a deputy"});
}

}
