#include "features/schedule/schedule_api.hpp"

#include "core/typed_text.hpp"
#include "features/approval/approval_store.hpp"
#include "features/schedule/answer_store.hpp"
#include "features/schedule/body_api.hpp"
#include "features/schedule/ground_api.hpp"
#include "features/schedule/planned_api.hpp"
#include "features/schedule/schedule_event_store.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/schedule/vendor_api.hpp"
#include "features/schedule/window_view_api.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace hoshuban::schedule {

struct WindowList {
    std::vector<WindowView> items;
};

static auto describe(const WindowList*)
{
    return json::object<WindowList>("WorkWindowList", json::field("items", &WindowList::items));
}

namespace {

using One = http::Versioned<WindowView>;
using work_request::reach_of;

// Granted ones count whatever job they were asked for, as far as this job may use them; asked ones of this job.
std::vector<approval::Approval> approvals_for(
    db::Reader& reader, const ContractId& contract, const WorkRequestId& request, Instant from, Instant until)
{
    auto all = approval::granted_for(reader, contract, request, from, until);
    for (approval::Approval& each : approval::of_request(reader, contract, request)) {
        if (each.state == approval::State::asked)
            all.push_back(std::move(each));
    }
    return all;
}

WindowView shown(
    db::Reader& reader, const Ground& on, const WorkWindow& window, const work_request::WorkRequest& request)
{
    const auto approvals = approvals_for(reader, on.contract, window.request, window.terms.from, window.terms.until);
    const Actor& actor = on.cause.actor();
    const bool may_act = work_request::may(actor, Permission::propose_schedule, request);
    return view_of(window, *on.profile, *on.calendar, approvals, actor.side(on.contract), may_act);
}

Answerer answerer(const Ground& on)
{
    return {on.cause.actor().side(on.contract), on.cause.actor().person, on.cause.actor().name, on.cause.now()};
}

Result<void> check_open(const work_request::WorkRequest& request)
{
    if (request.status == work_request::Status::requested || request.status == work_request::Status::in_progress)
        return {};
    return fail(ErrorKind::conflict, "schedule/request_closed",
        {"確認中・完了の依頼には日程を提案できません。",
            "no window can be proposed for a request under confirmation or completed"});
}

Result<void> check_links(const contract::Profile& profile, const Proposal& terms)
{
    std::vector<FieldError> problems;
    if (terms.site && !contract::find_site(profile, *terms.site))
        problems.push_back({"site_id", "unknown", {"この契約にない拠点です。", "the contract has no such site"}});
    if (!terms.overtime.empty() &&
        std::ranges::find(profile.overtime, terms.overtime, &contract::Overtime::id) == profile.overtime.end())
        problems.push_back({"overtime", "unknown",
            {"この契約にない時間外の事情です。", "the contract knows no such reason for overtime"}});
    if (problems.empty())
        return {};
    return fail(ErrorKind::invalid, "schedule/window", {"日程に誤りがあります。", "the window has errors"}, problems);
}

// The agreement stands in the register of permissions where the contract has a kind for it.
Result<void> register_agreement(
    db::Tx& tx, const Ground& on, http::Context& context, const work_request::WorkRequest& request, WorkWindow& window)
{
    const auto kinds = contract::approval_kinds(*on.profile, contract::ApprovalEffect::schedule);
    if (kinds.empty())
        return {};
    const Proposal& terms = window.terms;
    approval::Application asked{.kind = kinds.front()->id,
        .title = fmt::format("{} {}", request.number, span_text(terms.from, terms.until).ja),
        .reason = terms.purpose,
        .subject = {window_subject, window.id.text},
        .request = window.request,
        .site = terms.site,
        .room = terms.room};
    if (!terms.after_the_fact) {
        asked.from = terms.from;
        asked.until = terms.until;
    }
    const auto id = context.new_id<ApprovalId>();
    TRY(approval::ask(tx, *on.profile, *on.calendar, on.cause, id, asked));
    window.approval = id;
    return {};
}

Result<WorkWindow> enter(
    db::Tx& tx, const Ground& on, http::Context& context, const work_request::WorkRequest& request, Proposal terms)
{
    TRY(check_open(request));
    WorkWindow window{.id = context.new_id<WorkWindowId>(),
        .contract_id = on.contract,
        .request = request.id,
        .terms = std::move(terms),
        .proposed_side = on.cause.actor().side(on.contract),
        .proposed_by = on.cause.actor().person,
        .proposed_name = on.cause.actor().name,
        .proposed_at = on.cause.now()};
    TRY(register_agreement(tx, on, context, request, window));
    insert(tx, window);
    record(tx, on.cause, "schedule.proposed", window);
    return window;
}

Proposal proposal_from(const ProposeWindow& body)
{
    return {
        body.from, body.until, body.site_id, body.room, body.people, body.purpose, body.overtime, body.after_the_fact};
}

Result<void> check_texts(const ProposeWindow& body)
{
    TRY(check_text("room", body.room));
    TRY(check_text("people", body.people));
    return check_text("purpose", body.purpose);
}

Result<Proposal> checked(const Ground& on, const ProposeWindow& body)
{
    const Proposal terms = proposal_from(body);
    TRY(check_texts(body));
    TRY(check(terms, on.profile->period, on.cause.now()));
    TRY(check_links(*on.profile, terms));
    return terms;
}

Result<http::Created<WindowView>> propose(
    http::Context& context, const ProposeWindow& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY_ASSIGN(const Proposal terms, checked(on, body));
    const auto id = context.path<WorkRequestId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<WindowView>> {
        TRY_ASSIGN(const auto request, work_request::get(tx, reach_of(context.actor(), on.contract), id));
        TRY(work_request::check_may(context.actor(), Permission::propose_schedule, request));
        TRY_ASSIGN(const auto window, enter(tx, on, context, request, terms));
        return http::Created<WindowView>{shown(tx, on, window, request), context.request().path + "/" + window.id.text};
    });
}

Result<WindowList> list(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    const auto id = context.path<WorkRequestId>("id");
    return context.database().read([&](db::Reader& reader) -> Result<WindowList> {
        TRY_ASSIGN(const auto request, work_request::get(reader, reach_of(context.actor(), on.contract), id));
        const auto windows = windows_of(reader, on.contract, id);
        WindowList found;
        if (windows.empty())
            return found;
        const auto last = std::ranges::max(windows, {}, [](const WorkWindow& each) { return each.terms.until; });
        const auto approvals = approvals_for(reader, on.contract, id, windows.front().terms.from, last.terms.until);
        const bool may_act = work_request::may(context.actor(), Permission::propose_schedule, request);
        for (const WorkWindow& each : windows)
            found.items.push_back(
                view_of(each, *on.profile, *on.calendar, approvals, context.actor().side(on.contract), may_act));
        return found;
    });
}

/// A window somebody acts on, with the request it belongs to.
struct Seen {
    WorkWindow window;
    work_request::WorkRequest request;
};

Result<Seen> seen(db::Reader& reader, const http::Context& context, int version)
{
    const auto contract = context.path<ContractId>("contract");
    const auto window = find_window(reader, contract, context.path<WorkWindowId>("window"));
    const auto request =
        window ? work_request::find(reader, reach_of(context.actor(), contract), window->request) : std::nullopt;
    if (!request)
        return fail(ErrorKind::not_found, "schedule/not_found", {"日程が見つかりません。", "no such window"});
    if (version != 0 && window->version != version)
        return fail(ErrorKind::precondition, "schedule/changed",
            {"ほかの人が先に変更しました。最新の内容を確かめてください。",
                "somebody else changed this first: look at the present content"});
    return Seen{*window, *request};
}

Result<void> check_signer(const http::Context& context)
{
    if (!context.actor().administrator)
        return {};
    return fail(ErrorKind::forbidden, "schedule/administrator_answers",
        {"管理者は日程に回答できません。", "an administrator answers no proposals"});
}

// An answer given here is the decision in the register as well.
Result<void> decide_in_register(db::Tx& tx, const Ground& on, const WorkWindow& window, approval::Judgement judgement)
{
    const auto asked = window.approval ? approval::find(tx, on.contract, *window.approval) : std::nullopt;
    if (!asked || asked->state != approval::State::asked)
        return {};
    judgement.content_sha256 = asked->asked.content_sha256;
    TRY(approval::decide(tx, *on.profile, *on.calendar, on.cause, *asked, judgement));
    return {};
}

using Decide = std::function<Result<WorkWindow>(db::Tx&, const Ground&, const WorkWindow&)>;

Result<One> act(http::Context& context, contract::ProfileCache& profiles, std::string_view event, const Decide& decide)
{
    TRY(check_signer(context));
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const Seen before, seen(tx, context, version));
        TRY(work_request::check_may(context.actor(), Permission::propose_schedule, before.request));
        TRY_ASSIGN(auto decided, decide(tx, on, before.window));
        TRY_ASSIGN(const auto after, settle(tx, on.cause, event, std::move(decided)));
        return One{shown(tx, on, after, before.request), after.version};
    });
}

Result<One> agree_to(http::Context& context, const AnswerWindow& body, contract::ProfileCache& profiles)
{
    TRY(check_text("reason", body.reason));
    return act(context, profiles, "schedule.agreed",
        [&](db::Tx& tx, const Ground& on, const WorkWindow& window) -> Result<WorkWindow> {
            TRY_ASSIGN(auto agreed, agree(window, answerer(on), body.reason));
            TRY(decide_in_register(tx, on, window, {.verdict = approval::Verdict::grant, .opinion = body.reason}));
            return agreed;
        });
}

Result<One> refuse_it(http::Context& context, const AnswerWindow& body, contract::ProfileCache& profiles)
{
    TRY(check_text("reason", body.reason));
    return act(context, profiles, "schedule.refused",
        [&](db::Tx& tx, const Ground& on, const WorkWindow& window) -> Result<WorkWindow> {
            TRY_ASSIGN(auto refused, refuse(window, answerer(on), body.reason));
            TRY(decide_in_register(tx, on, window, {.verdict = approval::Verdict::refuse, .opinion = body.reason}));
            return refused;
        });
}

Result<One> withdraw_it(http::Context& context, const AnswerWindow& body, contract::ProfileCache& profiles)
{
    TRY(check_text("reason", body.reason));
    return act(context, profiles, "schedule.withdrawn", [&](db::Tx&, const Ground& on, const WorkWindow& window) {
        return withdraw(window, answerer(on), body.reason);
    });
}

Result<http::Created<WindowView>> counter(
    http::Context& context, const ProposeWindow& body, contract::ProfileCache& profiles)
{
    TRY(check_signer(context));
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY_ASSIGN(const Proposal terms, checked(on, body));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<WindowView>> {
        TRY_ASSIGN(const Seen before, seen(tx, context, 0));
        TRY(work_request::check_may(context.actor(), Permission::propose_schedule, before.request));
        TRY_ASSIGN(auto replaced, replace(before.window, answerer(on)));
        TRY(settle(tx, on.cause, "schedule.withdrawn", std::move(replaced)));
        TRY_ASSIGN(const auto window, enter(tx, on, context, before.request, terms));
        return http::Created<WindowView>{shown(tx, on, window, before.request),
            "/api/v1/contracts/" + on.contract.text + "/windows/" + window.id.text};
    });
}

Result<WindowView> ask_permit(http::Context& context, const AskPermit& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    return context.database().write([&](db::Tx& tx) -> Result<WindowView> {
        TRY_ASSIGN(const Seen at, seen(tx, context, 0));
        TRY(work_request::check_may(context.actor(), Permission::ask_approval, at.request));
        const auto wanted = needs(*on.profile, *on.calendar, at.window.terms);
        const auto need = std::ranges::find_if(
            wanted, [&](const Need& each) { return std::ranges::find(each.kinds, body.kind) != each.kinds.end(); });
        if (need == wanted.end())
            return fail(ErrorKind::conflict, "schedule/not_needed",
                {"この日程にその許可は要りません。", "this window does not need that permission"});
        const Text span = span_text(need->from, need->until);
        approval::Application asked{.kind = body.kind,
            .title = fmt::format("{} {}", at.request.number, span.ja),
            .reason = body.reason.empty() ? need->why.ja : body.reason,
            .request = at.request.id,
            .site = need->site,
            .room = need->room};
        // What is over is a paper handed in later: nobody permits a time that has passed.
        if (need->until > on.cause.now()) {
            asked.from = need->from;
            asked.until = need->until;
        }
        TRY(approval::ask(tx, *on.profile, *on.calendar, on.cause, context.new_id<ApprovalId>(), asked));
        return shown(tx, on, at.window, at.request);
    });
}

// Hands the cache of profiles to a handler with a body.
template <class Answer, class Body>
auto with(contract::ProfileCache& profiles, Answer (*handle)(http::Context&, const Body&, contract::ProfileCache&))
{
    return [&profiles, handle](http::Context& context, const Body& body) { return handle(context, body, profiles); };
}

void add_answer_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string one = "/api/v1/contracts/{contract}/windows/{window}";
    router.post(one + "/agree", with(profiles, agree_to))
        .permission(Permission::propose_schedule)
        .summary({"日程に合意する", "Agree to a window"});
    router.post(one + "/refuse", with(profiles, refuse_it))
        .permission(Permission::propose_schedule)
        .summary({"理由を付けて日程を断る", "Refuse a window with a reason"});
    router.post(one + "/withdraw", with(profiles, withdraw_it))
        .permission(Permission::propose_schedule)
        .summary({"日程を取り下げる", "Withdraw a window"});
    router.post(one + "/counter", with(profiles, counter))
        .permission(Permission::propose_schedule)
        .summary({"別の日時を提案する", "Propose another time instead"});
    router.post(one + "/permits", with(profiles, ask_permit))
        .permission(Permission::ask_approval)
        .summary({"日程に必要な許可を申請する", "Ask for a permission that the window needs"});
}

}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/work-requests/{id}/windows";
    router.get(all, [&profiles](http::Context& context) { return list(context, profiles); })
        .permission(Permission::view_schedule)
        .summary({"作業依頼の日程", "List the windows of a work request"});
    router.post(all, with(profiles, propose))
        .permission(Permission::propose_schedule)
        .summary({"作業の日時を提案する", "Propose a window of work"});
    add_planned_routes(router, profiles);
    add_answer_routes(router, profiles);
    add_vendor_routes(router, profiles);
}

}
