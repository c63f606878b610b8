#include "features/gate/emergency_api.hpp"

#include "core/typed_text.hpp"
#include "features/gate/duty_store.hpp"
#include "features/gate/facts_store.hpp"
#include "features/gate/gate_view_api.hpp"
#include "features/gate/ground_api.hpp"
#include "features/gate/instruction_api.hpp"
#include "features/gate/instruction_store.hpp"
#include "features/gate/request_store.hpp"
#include "features/gate/start_store.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>

namespace hoshuban::gate {

/// What the city instructed, and what is begun; `title` and `site_id` where there is no request yet.
struct StartEmergency {
    std::string instructed_by;
    Instant instructed_at;
    std::string instructed_how;
    std::string instruction;
    std::string title;
    std::optional<SiteId> site_id;
    std::optional<Instant> started_at;
};

static auto describe(const StartEmergency*)
{
    using B = StartEmergency;
    return json::object<B>("StartEmergency",
        json::field("instructed_by", &B::instructed_by, {"指示した市の担当者", "Instructed by"}, json::length(1, 200)),
        json::field("instructed_at", &B::instructed_at, {"指示の日時", "Instructed at"}),
        json::field(
            "instructed_how", &B::instructed_how, {"指示の方法", "How it was instructed"}, json::length(1, 100)),
        json::field("instruction", &B::instruction, {"指示の内容", "Instruction"}, json::length(1, 2000)),
        json::field("title", &B::title, {"作業名", "Work"}, json::length(0, 200), json::defaulted()),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("started_at", &B::started_at, {"着手日時", "Started at"}));
}

/// The request that the city writes afterwards.
struct WriteRequestOfStart {
    std::string title;
    std::string body;
    std::vector<std::string> work_types;
};

static auto describe(const WriteRequestOfStart*)
{
    using B = WriteRequestOfStart;
    return json::object<B>("WriteRequestOfStart",
        json::field("title", &B::title, {"作業名", "Work"}, json::length(1, 200)),
        json::field("body", &B::body, {"作業内容", "Description"}, json::length(0, 5000), json::defaulted()),
        json::field("work_types", &B::work_types, {"作業種別", "Work types"}, json::items(0, 20), json::defaulted()));
}

struct StartList {
    std::vector<StartView> items;
};

static auto describe(const StartList*)
{
    return json::object<StartList>("WorkStartList", json::field("items", &StartList::items));
}

namespace {

using work_request::reach_of;
using work_request::WorkRequest;
using One = http::Versioned<BegunView>;

constexpr int most_starts = 200;

Result<void> check_possible(const Ground& on)
{
    if (on.profile->emergency)
        return {};
    return fail(ErrorKind::conflict, "gate/no_emergency",
        {"この契約には緊急着手の定めがありません。", "this contract knows no emergency start"});
}

Result<StartRecord> record_from(const http::Context& context, const Ground& on, const StartEmergency& body)
{
    StartRecord start;
    start.id = context.new_id<StartId>();
    start.contract_id = on.contract;
    start.kind = work_request::Start::emergency;
    start.title = body.title;
    start.site = body.site_id;
    start.started_at = body.started_at.value_or(context.now());
    start.recorded_at = context.now();
    start.started_by = context.actor().person;
    start.started_name = context.actor().name;
    start.instruction = {body.instructed_by, body.instructed_at, body.instructed_how, body.instruction};
    TRY(check(start.instruction, context.now()));
    TRY(check_text("instructed_by", body.instructed_by));
    TRY(check_text("instruction", body.instruction));
    TRY(check_text("title", body.title));
    if (start.started_at > context.now() || start.started_at < *start.instruction.at)
        return fail(ErrorKind::invalid, "gate/started_at",
            {"着手の日時は、指示の後、現在までの時刻にしてください。",
                "the start lies between the instruction and now"},
            {{"started_at", "gate/started_at",
                {"着手の日時は、指示の後、現在までの時刻にしてください。",
                    "the start lies between the instruction and now"}}});
    return start;
}

Result<void> begin_in_emergency(db::Tx& tx, const http::Context& context, const Ground& on, StartRecord& start,
    const std::vector<Gate>& waiting, std::string_view number)
{
    TRY_ASSIGN(start.approval,
        register_instruction(tx, *on.profile, *on.calendar, on.cause, start, context.new_id<ApprovalId>()));
    insert(tx, start);
    TRY_ASSIGN(const auto owed, duties_of(start, waiting, *on.profile->emergency, *on.calendar, on.profile->period));
    owe(tx, *on.calendar, start, owed, number);
    return {};
}

Result<One> start_emergency(http::Context& context, const StartEmergency& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY_ASSIGN(const int version, context.if_match());
    TRY(check_possible(on));
    TRY_ASSIGN(StartRecord start, record_from(context, on, body));
    const auto id = context.path<WorkRequestId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(
            const auto before, work_request::get_version(tx, reach_of(context.actor(), on.contract), id, version));
        TRY(work_request::check_may(context.actor(), Permission::start_emergency, before));
        TRY_ASSIGN(auto begun, work_request::begin(before, work_request::Start::emergency));
        start.request = before.id;
        start.title = before.title;
        start.site = before.site;
        const Known known = know(tx, *on.profile, *on.calendar, before, start.started_at, Sight::in_emergency);
        start.window = known.window;
        TRY(begin_in_emergency(tx, context, on, start, shut(gates(known.facts)), before.number));
        TRY_ASSIGN(const auto after,
            store_begun(
                tx, on.cause, "work_request.emergency_started", start.instruction.text, before, std::move(begun)));
        return One{view_of(after), after.version};
    });
}

Result<http::Created<StartView>> start_without_request(
    http::Context& context, const StartEmergency& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY(check_possible(on));
    if (body.title.empty())
        return fail(ErrorKind::invalid, "gate/title", {"作業名を入力してください。", "enter the name of the work"},
            {{"title", "required", {"作業名を入力してください。", "enter the name of the work"}}});
    if (body.site_id && !contract::find_site(*on.profile, *body.site_id))
        return fail(ErrorKind::invalid, "gate/site", {"この契約にない拠点です。", "the contract has no such site"},
            {{"site_id", "unknown", {"この契約にない拠点です。", "the contract has no such site"}}});
    TRY_ASSIGN(StartRecord start, record_from(context, on, body));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<StartView>> {
        TRY(begin_in_emergency(tx, context, on, start, {}, ""));
        record_start(tx, on.cause, "gate.emergency_without_request", subject_of(start.id), start);
        return http::Created<StartView>{
            view_of(start, duties(tx, on.contract, start.id)), context.request().path + "/" + start.id.text};
    });
}

// One who sees only a part of the contract sees the starts of the requests he reaches.
Result<StartList> list_emergencies(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto reach = reach_of(context.actor(), contract, Permission::view_gates);
    if (!reach.whole)
        return StartList{};
    return context.database().read([&](db::Reader& reader) {
        const auto owed = duties_of_emergencies(reader, contract, most_starts);
        const bool tells = reach_of(context.actor(), contract, Permission::start_emergency).whole;
        StartList list;
        for (const StartRecord& each : emergencies(reader, contract, most_starts)) {
            list.items.push_back(view_of(each, owed));
            list.items.back().can_tell_again = tells && is_disputed(each);
        }
        return list;
    });
}

work_request::Opening opening_for(
    const http::Context& context, const StartRecord& start, const WriteRequestOfStart& body)
{
    const LocalDay today = day_of(context.now());
    return {.title = body.title,
        .body = body.body,
        .entered_on = today,
        .wish_on = work_request::default_wish_on(today),
        .city_person = context.actor().name,
        .division = "",
        .division_person = "",
        .contractor = "",
        .contractor_person = start.started_name,
        .work_types = body.work_types,
        .site = start.site,
        .device = {},
        .agreement = start.instruction.text};
}

// The papers of the gates that were shut when the work began are owed from now on, by the days the contract gives.
Result<void> owe_papers(db::Tx& tx, const Ground& on, const StartRecord& start, const WorkRequest& request)
{
    const auto known = know(tx, *on.profile, *on.calendar, request, start.started_at, Sight::afterwards);
    StartRecord counted = start;
    counted.recorded_at = on.cause.now();
    TRY_ASSIGN(auto owed,
        duties_of(counted, shut(gates(known.facts)), *on.profile->emergency, *on.calendar, on.profile->period));
    std::erase_if(owed, [](const Duty& duty) { return duty.gate == instruction_duty; });
    owe(tx, *on.calendar, counted, owed, request.number);
    return {};
}

Result<http::Created<BegunView>> write_request(http::Context& context, const WriteRequestOfStart& body,
    contract::ProfileCache& profiles, const work_request::KeptRuns& kept)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY(check_possible(on));
    TRY(check_text("title", body.title));
    TRY(check_text("body", body.body));
    const auto id = context.path<StartId>("start");
    const auto writing = reach_of(context.actor(), on.contract, Permission::write_work_request);
    using Written = http::Created<BegunView>;
    return context.database().write([&](db::Tx& tx) -> Result<Written> {
        const auto start = find(tx, on.contract, id);
        if (!start || start->kind != work_request::Start::emergency || !writing.whole)
            return fail(ErrorKind::not_found, "gate/no_start",
                {"緊急着手の記録が見つかりません。", "there is no such emergency start"});
        const auto opening = opening_for(context, *start, body);
        TRY_ASSIGN(auto request,
            work_request::open_request(tx, *on.profile, opening, context.new_id<WorkRequestId>(), context.now(), kept));
        record_written(tx, on.cause, start->instruction.text, request);
        TRY(link(tx, on.contract, id, request.id));
        TRY_ASSIGN(auto begun, work_request::begin(request, work_request::Start::emergency));
        TRY_ASSIGN(const auto after,
            store_begun(
                tx, on.cause, "work_request.emergency_started", start->instruction.text, request, std::move(begun)));
        StartRecord linked = *start;
        linked.request = request.id;
        linked.retroactive = true;
        move_clocks(tx, *on.calendar, *start, linked, request.number, context.now());
        TRY(owe_papers(tx, on, linked, after));
        record_start(tx, on.cause, "gate.request_written", subject_of(linked.id), linked);
        settle(tx, *on.profile, *on.calendar, on.cause, linked);
        std::string location = "/api/v1/contracts/" + on.contract.text + "/work-requests/" + after.id.text;
        return Written{view_of(after), std::move(location)};
    });
}

}

void add_emergency_routes(http::Router& router, contract::ProfileCache& profiles, const work_request::KeptRuns& kept)
{
    add_instruction_routes(router, profiles);
    router
        .post("/api/v1/contracts/{contract}/work-requests/{id}/start-emergency",
            [&profiles](http::Context& context, const StartEmergency& body) {
                return start_emergency(context, body, profiles);
            })
        .permission(Permission::start_emergency)
        .summary({"市の指示を記録して緊急で始める", "Start in an emergency on a recorded instruction"});
    const std::string all = "/api/v1/contracts/{contract}/emergency-starts";
    router.get(all, list_emergencies)
        .permission(Permission::view_gates)
        .summary({"緊急着手の一覧", "List the emergency starts"});
    router
        .post(all,
            [&profiles](http::Context& context, const StartEmergency& body) {
                return start_without_request(context, body, profiles);
            })
        .permission(Permission::start_emergency)
        .summary({"依頼書のない緊急着手を記録する", "Record an emergency start that has no request yet"});
    router
        .post(all + "/{start}/request",
            [&profiles, kept](http::Context& context, const WriteRequestOfStart& body) {
                return write_request(context, body, profiles, kept);
            })
        .permission(Permission::write_work_request)
        .summary({"緊急着手の作業依頼書を作成する", "Write the work request of an emergency start"});
}

}
