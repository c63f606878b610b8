#include "features/people/assignment_api.hpp"

#include "features/contract/contract_store.hpp"
#include "features/people/assignment_store.hpp"
#include "features/people/event_api.hpp"
#include "features/people/people_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>

namespace hoshuban::people {

struct AssignmentView {
    AssignmentId id;
    WorkerId worker_id;
    std::string name;
    std::string company;
    bool subcontractor;
    std::string task;
    LocalDay first_day;
    LocalDay last_day;
    std::vector<DeviceId> devices;
    std::string assigned_by;
    Instant assigned_at;
    std::optional<Text> obstacle; ///< why the worker is not ready on the first such day of the assignment
};

static auto describe(const AssignmentView*)
{
    using V = AssignmentView;
    return json::object<V>("Assignment", json::field("id", &V::id), json::field("worker_id", &V::worker_id),
        json::field("name", &V::name, {"氏名", "Name"}), json::field("company", &V::company, {"所属", "Affiliation"}),
        json::field("subcontractor", &V::subcontractor, {"再委託先", "Subcontractor"}),
        json::field("task", &V::task, {"担当する作業", "Task"}),
        json::field("first_day", &V::first_day, {"初日", "First day"}),
        json::field("last_day", &V::last_day, {"最終日", "Last day"}),
        json::field("devices", &V::devices, {"対象の機器", "Devices"}),
        json::field("assigned_by", &V::assigned_by, {"割り当てた人", "Assigned by"}),
        json::field("assigned_at", &V::assigned_at, {"割り当てた日時", "Assigned at"}),
        json::field("obstacle", &V::obstacle, {"従事できない理由", "Why not ready"}));
}

struct AssignmentListView {
    std::vector<AssignmentView> items;
    bool can_assign = false;
};

static auto describe(const AssignmentListView*)
{
    using V = AssignmentListView;
    return json::object<V>(
        "AssignmentList", json::field("items", &V::items), json::field("can_assign", &V::can_assign));
}

struct AssignWorker {
    WorkerId worker_id;
    std::string task;
    LocalDay first_day;
    std::optional<LocalDay> last_day;
    std::vector<DeviceId> devices;
};

static auto describe(const AssignWorker*)
{
    using B = AssignWorker;
    return json::object<B>("AssignWorker", json::field("worker_id", &B::worker_id, {"従事者", "Worker"}),
        json::field("task", &B::task, {"担当する作業", "Task"}, json::length(1, 500)),
        json::field("first_day", &B::first_day, {"初日", "First day"}),
        json::field("last_day", &B::last_day, {"最終日", "Last day"}),
        json::field("devices", &B::devices, {"対象の機器", "Devices"}, json::items(0, 200), json::defaulted()));
}

namespace {

using work_request::WorkRequest;

std::optional<Text> obstacle_of(const Worker& worker, const StaffTerms& rules, const DayRange& days)
{
    for (LocalDay day = days.first; day <= days.last; day += std::chrono::days{1}) {
        if (auto found = obstacle_on(worker, rules, day))
            return std::move(found->why);
    }
    return std::nullopt;
}

AssignmentView view_of(const Assignment& assignment, const Worker& worker, const StaffTerms& rules)
{
    const Entry& entry = shown_on(worker, assignment.days.first).entry;
    return {.id = assignment.id,
        .worker_id = worker.id,
        .name = entry.name,
        .company = entry.company,
        .subcontractor = entry.subcontractor,
        .task = assignment.task,
        .first_day = assignment.days.first,
        .last_day = assignment.days.last,
        .devices = assignment.devices,
        .assigned_by = assignment.assigned_by,
        .assigned_at = assignment.assigned_at,
        .obstacle = obstacle_of(worker, rules, assignment.days)};
}

Result<WorkRequest> request_of(const http::Context& context, db::Reader& reader)
{
    const auto contract = context.path<ContractId>("contract");
    return work_request::get(
        reader, work_request::reach_of(context.actor(), contract), context.path<WorkRequestId>("id"));
}

Result<void> check_open(const WorkRequest& request)
{
    if (request.status != work_request::Status::done)
        return {};
    return fail(ErrorKind::conflict, "people/request_done",
        {"完了した依頼の従事者は変えられません。", "the people of a completed request stay as they are"});
}

Result<void> check_devices(const contract::Profile& profile, const std::vector<DeviceId>& devices)
{
    for (const DeviceId& device : devices) {
        if (contract::find_device(profile, device) != nullptr)
            continue;
        return fail(ErrorKind::invalid, "people/no_device",
            {"契約にない機器が選ばれています。", "a device is not among those of the contract"},
            {{"devices", "people/no_device", {"契約の機器から選んでください。", "choose devices of the contract"}}});
    }
    return {};
}

Result<AssignmentListView> list_assignments(http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    return context.database().read([&](db::Reader& reader) -> Result<AssignmentListView> {
        TRY_ASSIGN(const auto request, request_of(context, reader));
        const auto workers = workers_of_request(reader, contract, request.id);
        AssignmentListView view;
        for (const Assignment& each : assignments_of(reader, contract, request.id)) {
            const auto worker = std::ranges::find(workers, each.worker, &Worker::id);
            view.items.push_back(view_of(each, *worker, terms_of(profile->staff)));
        }
        view.can_assign = check_open(request) && context.actor().may(Permission::assign_worker, contract);
        return view;
    });
}

Result<http::Created<AssignmentView>> assign(http::Context& context, const AssignWorker& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY(check_devices(*profile, body.devices));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<AssignmentView>> {
        TRY_ASSIGN(const auto request, request_of(context, tx));
        TRY(check_open(request));
        TRY_ASSIGN(const auto worker, get_worker(tx, contract, body.worker_id));
        const Assignment wanted{.id = context.new_id<AssignmentId>(),
            .contract_id = contract,
            .request = request.id,
            .worker = worker.id,
            .task = body.task,
            .days = {body.first_day, body.last_day.value_or(body.first_day)},
            .devices = body.devices,
            .assigned_at = context.now(),
            .assigned_by = context.actor().name};
        TRY(check_assignable(worker, terms_of(profile->staff), wanted.days));
        TRY(check_once(assignments_of(tx, contract, request.id), wanted));
        insert(tx, wanted, context.actor().person);
        AssignmentView view = view_of(wanted, worker, terms_of(profile->staff));
        record(tx, audit::cause_of(context), "assignment.made", wanted, view.name);
        return http::Created<AssignmentView>{std::move(view), context.request().path + "/" + wanted.id.text};
    });
}

Result<http::NoContent> take_back_assignment(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto request, request_of(context, tx));
        TRY(check_open(request));
        TRY_ASSIGN(const auto assignment, get_assignment(tx, contract, context.path<AssignmentId>("assignment")));
        if (assignment.request != request.id)
            return fail(
                ErrorKind::not_found, "people/no_assignment", {"割り当てが見つかりません。", "no such assignment"});
        TRY_ASSIGN(const auto worker, get_worker(tx, contract, assignment.worker));
        remove(tx, assignment, context.now());
        record(tx, audit::cause_of(context), "assignment.removed", assignment,
            shown_on(worker, assignment.days.first).entry.name);
        return http::NoContent{};
    });
}

}

void add_assignment_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/work-requests/{id}/assignments";
    router.get(all, [rooms](http::Context& context) { return list_assignments(context, rooms); })
        .permission(Permission::view_roster)
        .summary({"依頼の従事者の一覧", "List the workers of a request"});
    router.post(all, [rooms](http::Context& context, const AssignWorker& body) { return assign(context, body, rooms); })
        .permission(Permission::assign_worker)
        .summary({"従事者を依頼に割り当てる", "Assign a worker to a request"});
    router.del(all + "/{assignment}", take_back_assignment)
        .permission(Permission::assign_worker)
        .summary({"従事者の割り当てを取り消す", "Take an assignment back"});
}

}
