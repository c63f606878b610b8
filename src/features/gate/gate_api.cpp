#include "features/gate/gate_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/gate/duty_store.hpp"
#include "features/gate/emergency_api.hpp"
#include "features/gate/facts_store.hpp"
#include "features/gate/gate_view_api.hpp"
#include "features/gate/ground_api.hpp"
#include "features/gate/request_store.hpp"
#include "features/gate/start_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::gate {

struct StartWork {
    std::optional<Instant> started_at;
};

static auto describe(const StartWork*)
{
    return json::object<StartWork>("StartWork",
        json::field(
            "started_at", &StartWork::started_at, {"着手日時（後から記録するとき）", "When it began, if told later"}));
}

struct TakeOver { };

static auto describe(const TakeOver*)
{
    return json::object<TakeOver>("TakeOverStart");
}

namespace {

using work_request::reach_of;
using work_request::WorkRequest;
using One = http::Versioned<BegunView>;

// Work that nobody could start here: it was under way when starts began to be recorded, or when its list was taken
// over.
bool began_elsewhere(db::Reader& reader, const WorkRequest& request)
{
    if (began_before_gates(reader, request.contract_id, request.id))
        return true;
    constexpr int far_back = 10'000;
    const auto events = audit::events_of(reader, request.contract_id, {"work_request", request.id.text}, far_back);
    return std::ranges::any_of(
        events, [](const audit::Event& event) { return event.entry.kind == "work_request.imported"; });
}

std::vector<GateAct> acts_on(db::Reader& reader, const Ground& on, const WorkRequest& request)
{
    std::vector<GateAct> can;
    const Actor& actor = on.cause.actor();
    const bool waits =
        request.status == work_request::Status::requested || request.status == work_request::Status::in_progress;
    if (request.start != work_request::Start::none || !waits)
        return can;
    const bool in_progress = request.status == work_request::Status::in_progress;
    if (in_progress && work_request::may(actor, Permission::start_work, request)) {
        can.push_back(GateAct::start);
        if (began_elsewhere(reader, request))
            can.push_back(GateAct::take_over);
    }
    if (on.profile->emergency && work_request::may(actor, Permission::start_emergency, request))
        can.push_back(GateAct::start_emergency);
    return can;
}

Result<GatesView> show_gates(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    const auto id = context.path<WorkRequestId>("id");
    return context.database().read([&](db::Reader& reader) -> Result<GatesView> {
        TRY_ASSIGN(const auto request, work_request::get(reader, reach_of(context.actor(), on.contract), id));
        const auto start = start_of(reader, on.contract, id);
        // After the start the gates are shown as they stand for it; papers of an emergency count whenever they came.
        const Instant at = start ? start->started_at : context.now();
        const bool emergency = start && start->kind == work_request::Start::emergency;
        const Known known =
            know(reader, *on.profile, *on.calendar, request, at, emergency ? Sight::afterwards : Sight::before);
        GatesView view;
        for (const Gate& each : gates(known.facts))
            view.items.push_back(view_of(each));
        view.shut = static_cast<int>(shut(gates(known.facts)).size());
        view.begins_at = known.facts.schedule.from;
        if (start) {
            view.start = view_of(*start, duties(reader, on.contract, start->id));
            view.start->can_tell_again =
                is_disputed(*start) && work_request::may(context.actor(), Permission::start_emergency, request);
        }
        view.can = acts_on(reader, on, request);
        view.emergency_possible = on.profile->emergency.has_value();
        return view;
    });
}

std::string cited(const Known& known)
{
    std::string text;
    for (const std::string& each : known.procedures)
        text += (text.empty() ? "" : "、") + each;
    return text;
}

StartRecord record_of(const http::Context& context, const WorkRequest& request, work_request::Start kind)
{
    StartRecord start;
    start.id = context.new_id<StartId>();
    start.contract_id = request.contract_id;
    start.request = request.id;
    start.kind = kind;
    start.title = request.title;
    start.site = request.site;
    start.started_at = start.recorded_at = context.now();
    start.started_by = context.actor().person;
    start.started_name = context.actor().name;
    return start;
}

Result<One> carry(db::Tx& tx, const Ground& on, const WorkRequest& before, const StartRecord& start,
    std::string_view event, const std::string& reason)
{
    TRY_ASSIGN(auto begun, work_request::begin(before, start.kind));
    TRY_ASSIGN(const auto after, store_begun(tx, on.cause, event, reason, before, std::move(begun)));
    insert(tx, start);
    return One{view_of(after), after.version};
}

Result<One> start_work(http::Context& context, const StartWork& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<WorkRequestId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(
            const auto before, work_request::get_version(tx, reach_of(context.actor(), on.contract), id, version));
        TRY(work_request::check_may(context.actor(), Permission::start_work, before));
        // A request that is not accepted yet is told so by its gate.
        if (before.status != work_request::Status::requested)
            TRY(work_request::begin(before, work_request::Start::regular));
        TRY_ASSIGN(const Instant at, started_at(body.started_at, before, context.now()));
        const Known known = know(tx, *on.profile, *on.calendar, before, at);
        TRY(may_start(known.facts));
        StartRecord start = record_of(context, before, work_request::Start::regular);
        start.started_at = at;
        start.procedure = known.procedure;
        start.procedure_text = cited(known);
        start.window = known.window;
        return carry(tx, on, before, start, "work_request.started", start.procedure_text);
    });
}

Result<One> take_over(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<WorkRequestId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(
            const auto before, work_request::get_version(tx, reach_of(context.actor(), on.contract), id, version));
        TRY(work_request::check_may(context.actor(), Permission::start_work, before));
        if (!began_elsewhere(tx, before))
            return fail(ErrorKind::conflict, "gate/not_imported",
                {"取り込んだ一覧の依頼でも、着手を記録し始める前から実施している依頼でもありません。着手条件をそろえて"
                 "作業を始めてください。",
                    "this request was neither taken over from a list nor under way before starts were recorded here: "
                    "start it through its gates"});
        return carry(tx, on, before, record_of(context, before, work_request::Start::imported),
            "work_request.start_taken_over", "");
    });
}

}

void add_routes(http::Router& router, contract::ProfileCache& profiles, const work_request::KeptRuns& kept)
{
    const std::string one = "/api/v1/contracts/{contract}/work-requests/{id}";
    router.get(one + "/gates", [&profiles](http::Context& context) { return show_gates(context, profiles); })
        .permission(Permission::view_gates)
        .summary({"着手条件を見る", "Show what the start of work waits for"});
    router
        .post(one + "/start",
            [&profiles](http::Context& context, const StartWork& body) { return start_work(context, body, profiles); })
        .permission(Permission::start_work)
        .summary({"作業を始める", "Start the work"});
    router
        .post(one + "/start-taken-over",
            [&profiles](http::Context& context, const TakeOver&) { return take_over(context, profiles); })
        .permission(Permission::start_work)
        .summary({"着手済みと記録する", "Record that the work was under way before starts were recorded here"});
    add_emergency_routes(router, profiles, kept);
}

}
