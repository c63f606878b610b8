#include "features/approval/register_api.hpp"

#include "features/approval/body_api.hpp"
#include "features/approval/register_doc.hpp"
#include "features/approval/register_store.hpp"
#include "features/approval/view_api.hpp"
#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/work_request/work_request_list.hpp"

#include <fmt/format.h>
#include <map>

namespace hoshuban::approval {

struct ApprovalPage {
    std::vector<ApprovalView> items;
    std::optional<std::string> next_cursor;
    std::optional<int> total;
};

static auto describe(const ApprovalPage*)
{
    using P = ApprovalPage;
    return json::object<P>("ApprovalPage", json::field("items", &P::items), json::field("next_cursor", &P::next_cursor),
        json::field("total", &P::total));
}

/// A kind of approval of the contract. `alone`: the caller's side can apply for it by itself, not only about a row of
/// another ledger.
struct KindView {
    std::string id;
    std::string requirement;
    contract::ApprovalEffect effect;
    contract::ApprovalNature nature;
    Turn turn;
    Text label;
    std::vector<Text> steps;
    contract::Basis basis;
    std::string clause;
    bool alone;
};

static auto describe(const KindView*)
{
    using V = KindView;
    return json::object<V>("ApprovalFormKind", json::field("id", &V::id),
        json::field("requirement", &V::requirement, {"要件", "Requirement"}),
        json::field("effect", &V::effect, {"開くもの", "What it opens"}),
        json::field("nature", &V::nature, {"性質", "Nature"}),
        json::field("turn", &V::turn, {"判断する側", "Who decides what the caller's side asks for"}),
        json::field("label", &V::label, {"名称", "Label"}), json::field("steps", &V::steps, {"段", "Steps"}),
        json::field("basis", &V::basis, {"根拠の種類", "Basis"}), json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("alone", &V::alone, {"単独で申請できる", "Can be applied for by itself"}));
}

struct FormView {
    std::vector<KindView> kinds = {};
    std::vector<ActView> acts = {};
    bool may_ask = false;
};

static auto describe(const FormView*)
{
    using V = FormView;
    return json::object<V>("ApprovalForm", json::field("kinds", &V::kinds, {"種類", "Kinds"}),
        json::field("acts", &V::acts, {"行為", "Acts"}),
        json::field("may_ask", &V::may_ask, {"申請できる", "May apply"}));
}

namespace {

Result<void> read_order(const ListQuery& query, Filter& filter)
{
    std::string_view order = query.sort ? std::string_view{*query.sort} : std::string_view{"-asked_at"};
    filter.descending = order.starts_with('-');
    if (filter.descending)
        order.remove_prefix(1);
    const auto known = named<Order>(order);
    if (!known) {
        return fail(ErrorKind::invalid, "list/order",
            {fmt::format("「{}」では並べ替えられません。", order), fmt::format("cannot order by \"{}\"", order)});
    }
    filter.order = *known;
    return {};
}

Result<Filter> filter_of(const ListQuery& query, const http::Context& context, const ContractId& contract)
{
    const Actor& actor = context.actor();
    if (query.waiting == WaitingFor::me && query.own == Own::decided) {
        return fail(ErrorKind::invalid, "list/filter",
            {"自分の判断を待つものと、自分が判断したものは、別々に表示してください。",
                "what waits for the caller and what he decided are two lists"});
    }
    Filter filter{.states = query.state,
        .kinds = query.kind,
        .on = query.on,
        .request = query.request,
        .site = query.site,
        .words = work_request::search_words(query.q.value_or(""))};
    if (query.waiting == WaitingFor::me)
        filter.inbox = inbox_of(actor, contract, day_of(context.now()));
    else if (query.waiting)
        filter.waiting = query.waiting == WaitingFor::city ? Side::city : Side::contractor;
    if (query.own == Own::asked)
        filter.asked_by = actor.person;
    else if (query.own == Own::side)
        filter.asked_side = actor.side(contract);
    else if (query.own == Own::decided)
        filter.decided_by = actor.person;
    TRY(read_order(query, filter));
    return filter;
}

Result<ApprovalPage> list_approvals(http::Context& context, const ListQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const Filter filter, filter_of(query, context, contract));
    const auto reach = work_request::reach_of(context.actor(), contract, Permission::view_approval);
    const Viewer viewer{*profile, context.actor(), context.now()};
    return context.database().read([&](db::Reader& reader) -> Result<ApprovalPage> {
        TRY_ASSIGN(const Page page, list(reader, reach, filter, query.cursor.value_or(""), query.limit));
        ApprovalPage view;
        for (const Listed& row : page.items)
            view.items.push_back(view_of(row, viewer));
        if (!page.next.empty())
            view.next_cursor = page.next;
        if (query.total)
            view.total = count(reader, reach, filter);
        return view;
    });
}

Result<std::string> write_register(db::Reader& reader, const contract::Profile& profile,
    const work_request::Reach& reach, const Filter& filter, Instant now)
{
    TRY_ASSIGN(RegisterWriter writer, RegisterWriter::create(profile, now));
    std::map<ApprovalId, LastDecision> decisions;
    for (LastDecision& each : last_decisions(reader, profile.id))
        decisions.emplace(each.approval, std::move(each));
    Result<void> written;
    for_each_listed(reader, reach, filter, [&](const Listed& row) {
        const auto found = decisions.find(row.approval.id);
        if (written)
            written = writer.add(row, found == decisions.end() ? nullptr : &found->second);
    });
    TRY(written);
    return writer.finish();
}

Result<http::File> export_register(http::Context& context, const ListQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const Filter filter, filter_of(query, context, contract));
    const auto reach = work_request::reach_of(context.actor(), contract, Permission::view_approval);
    TRY_ASSIGN(auto bytes, context.database().read([&](db::Reader& reader) {
        return write_register(reader, *profile, reach, filter, context.now());
    }));
    audit::Entry entry = audit::entry(context, contract, "approval.exported", {"approval", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = register_name(day_of(context.now()));
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<FormView> show_form(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const Actor& actor = context.actor();
    FormView form{.may_ask = actor.may(Permission::ask_approval, contract) && !actor.administrator};
    for (const contract::ApprovalKind& kind : profile->approvals) {
        form.kinds.push_back({kind.id, kind.requirement, kind.effect, kind.nature, turn_of(kind, actor.side(contract)),
            kind.label, kind.steps, kind.basis, kind.clause,
            stands_for_itself(kind.effect) && contract::applies(kind.applicant, actor.side(contract))});
    }
    for (const contract::ProhibitedAct& act : profile->acts)
        form.acts.push_back({act.id, act.label});
    return form;
}

}

void add_register_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/approvals";
    router
        .get(all,
            [&profiles](
                http::Context& context, const ListQuery& query) { return list_approvals(context, query, profiles); })
        .permission(Permission::view_approval)
        .summary({"承認・許可の一覧", "List approvals and permissions"});
    router
        .get(all + "/export",
            [&profiles](
                http::Context& context, const ListQuery& query) { return export_register(context, query, profiles); })
        .permission(Permission::view_approval)
        .takes_long()
        .summary({"許可台帳をExcelに書き出す", "Export the register as .xlsx"});
    router.get(all + "/form", [&profiles](http::Context& context) { return show_form(context, profiles); })
        .permission(Permission::view_approval)
        .summary({"申請できる承認・許可の種類", "The kinds of approval that the contract knows"});
}

}
