#include "features/work_request/work_request.hpp"

#include "features/work_request/reach.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

namespace chrono = std::chrono;

std::unexpected<Error> wrong_state(Text text)
{
    return fail(ErrorKind::conflict, "work_request/wrong_state", std::move(text));
}

std::string day_text(const std::optional<LocalDay>& day)
{
    return day ? hoshuban::to_text(*day) : std::string{};
}
std::string hours_text(const std::optional<Hours>& hours)
{
    return hours ? to_text(*hours) : std::string{};
}

Result<void> assign_day(std::optional<LocalDay>& target, std::string_view text)
{
    if (text.empty()) {
        target.reset();
        return {};
    }
    TRY_ASSIGN(target, parse_day(text));
    return {};
}

Result<void> assign_hours(std::optional<Hours>& target, std::string_view text)
{
    if (text.empty()) {
        target.reset();
        return {};
    }
    TRY_ASSIGN(target, parse_hours(text));
    return {};
}

Result<void> assign_status(Status& target, std::string_view text)
{
    const auto status = named<Status>(text);
    if (!status) {
        return fail(ErrorKind::invalid, "work_request/status",
            {fmt::format("ステータス「{}」はこの契約にありません。", text),
                fmt::format("this contract has no status \"{}\"", text)});
    }
    target = *status;
    return {};
}

void refresh(Signature& signature)
{
    const bool stated = signature.on || !signature.by.empty();
    signature.kind = stated ? Confirmation::imported : Confirmation::none;
    signature.person.reset();
}

std::string WorkRequest::*text_member(Column column)
{
    switch (column) {
    case Column::number:
        return &WorkRequest::number;
    case Column::city_person:
        return &WorkRequest::city_person;
    case Column::division:
        return &WorkRequest::division;
    case Column::division_person:
        return &WorkRequest::division_person;
    case Column::contractor:
        return &WorkRequest::contractor;
    case Column::contractor_person:
        return &WorkRequest::contractor_person;
    case Column::title:
        return &WorkRequest::title;
    case Column::body:
        return &WorkRequest::body;
    default:
        return &WorkRequest::result;
    }
}

FieldError missing(std::string path, Text text)
{
    return {std::move(path), "required", std::move(text)};
}

Result<void> check_begun(const WorkRequest& request)
{
    if (request.start != Start::none)
        return {};
    return fail(ErrorKind::precondition, "work_request/not_started",
        {"着手の記録がありません。着手条件を確かめ、作業を始めてから記録してください。",
            "the start of the work is not recorded: look at what the start waits for, and start the work first"});
}

}

LocalDay default_wish_on(LocalDay entered_on)
{
    const chrono::year_month_day date{entered_on};
    const chrono::year_month month = chrono::year_month{date.year(), date.month()} + chrono::months{1};
    const chrono::year_month_day same{month / date.day()};
    return LocalDay{same.ok() ? same : chrono::year_month_day{month / chrono::last}};
}

std::string canonical(const WorkRequest& request, Column column)
{
    switch (column) {
    case Column::entered_on:
        return hoshuban::to_text(request.entered_on);
    case Column::status:
        return std::string{name_of(request.status)};
    case Column::wish_on:
        return day_text(request.wish_on);
    case Column::received_on:
        return day_text(request.received_on);
    case Column::contractor_confirmed_on:
        return day_text(request.contractor_confirmed.on);
    case Column::contractor_confirmed_by:
        return request.contractor_confirmed.by;
    case Column::city_confirmed_on:
        return day_text(request.city_confirmed.on);
    case Column::city_confirmed_by:
        return request.city_confirmed.by;
    case Column::planned_hours:
        return hours_text(request.planned_hours);
    case Column::actual_hours:
        return hours_text(request.actual_hours);
    default:
        return request.*text_member(column);
    }
}

Result<void> assign(WorkRequest& request, Column column, std::string_view text)
{
    switch (column) {
    case Column::entered_on: {
        TRY_ASSIGN(request.entered_on, parse_day(text));
        return {};
    }
    case Column::status:
        return assign_status(request.status, text);
    case Column::wish_on:
        return assign_day(request.wish_on, text);
    case Column::received_on:
        return assign_day(request.received_on, text);
    case Column::planned_hours:
        return assign_hours(request.planned_hours, text);
    case Column::actual_hours:
        return assign_hours(request.actual_hours, text);
    case Column::contractor_confirmed_on:
    case Column::city_confirmed_on: {
        Signature& signature = signer_of(column) == Side::city ? request.city_confirmed : request.contractor_confirmed;
        TRY(assign_day(signature.on, text));
        refresh(signature);
        return {};
    }
    case Column::contractor_confirmed_by:
    case Column::city_confirmed_by: {
        Signature& signature = signer_of(column) == Side::city ? request.city_confirmed : request.contractor_confirmed;
        signature.by = text;
        refresh(signature);
        return {};
    }
    default:
        request.*text_member(column) = text;
        return {};
    }
}

Result<void> may_edit(const WorkRequest& request, Column column, Side side)
{
    if (owner_of(column) == Owner::act) {
        return fail(ErrorKind::forbidden, "work_request/column_is_an_act",
            {"管理番号・ステータス・確認欄は書き換えられません。受付・確認の操作で決まります。",
                "the control number, the status and the confirmations cannot be typed; they follow from acts"});
    }
    const Side owner = owner_of(column) == Owner::city ? Side::city : Side::contractor;
    if (owner != side) {
        return fail(ErrorKind::forbidden, "work_request/other_side",
            {"相手側の欄は書き換えられません。", "this column belongs to the other side"});
    }
    if (request.status == Status::done)
        return wrong_state({"完了した依頼は書き換えられません。", "a completed request cannot be changed"});
    if (request.status == Status::confirming)
        return wrong_state({"確認中の依頼は書き換えられません。差し戻してから直してください。",
            "a request under confirmation cannot be changed: send it back first"});
    if (side == Side::contractor && request.status == Status::requested && column != Column::contractor_person &&
        column != Column::received_on)
        return wrong_state({"受け付けてから入力してください。", "accept the request first"});
    if (tells_of_work(column))
        return check_begun(request);
    return {};
}

Result<WorkRequest> accept(WorkRequest request, const Acceptance& acceptance)
{
    if (request.status != Status::requested)
        return wrong_state({"この依頼はすでに受け付けられています。", "this request has been accepted already"});
    request.planned_hours = acceptance.planned;
    request.received_on = acceptance.received_on;
    if (!acceptance.contractor_person.empty())
        request.contractor_person = acceptance.contractor_person;
    request.status = Status::in_progress;
    request.declined.clear();
    return request;
}

Result<WorkRequest> decline(WorkRequest request, std::string_view reason)
{
    if (request.status != Status::requested)
        return wrong_state(
            {"断れるのは、受け付ける前の依頼だけです。", "only a request not yet accepted can be declined"});
    if (reason.empty()) {
        return fail(ErrorKind::invalid, "work_request/reason",
            {"受け付けない理由を入力してください。", "say why you do not take it on"},
            {{"reason", "required", {"理由を入力してください。", "enter a reason"}}});
    }
    request.declined = reason;
    return request;
}

Result<WorkRequest> begin(WorkRequest request, Start start)
{
    if (request.start != Start::none)
        return wrong_state({"着手はすでに記録されています。", "the start is recorded already"});
    if (request.status == Status::confirming || request.status == Status::done)
        return wrong_state({"確認中・完了の依頼には着手を記録できません。",
            "no start can be recorded for a request under confirmation or completed"});
    if (request.status == Status::requested && start != Start::emergency)
        return wrong_state({"先に受け付けてください。", "accept the request first"});
    request.start = start;
    return request;
}

bool tells_of_work(Column column)
{
    return column == Column::result || column == Column::actual_hours;
}

Result<WorkRequest> record_result(WorkRequest request, const Report& report, LocalDay today)
{
    if (request.status != Status::in_progress)
        return wrong_state({"結果は、受け付けてから確認するまでの間に記録できます。",
            "a result can be recorded after acceptance and before the confirmation"});
    TRY(check_begun(request));
    std::vector<FieldError> problems;
    if (report.performed_on && *report.performed_on > today)
        problems.push_back(
            {"performed_on", "future", {"実施日が先の日付です。", "the day of the work lies in the future"}});
    if (report.performed_until && (!report.performed_on || *report.performed_until < *report.performed_on))
        problems.push_back({"performed_until", "order",
            {"終了日は実施日以後の日にしてください。", "the last day must not precede the first day"}});
    if (!problems.empty())
        return fail(ErrorKind::invalid, "work_request/result", {"作業結果に誤りがあります。", "the result has errors"},
            problems);
    request.result = report.result;
    request.procedure_followed = report.procedure_followed;
    request.performed_on = report.performed_on;
    request.performed_until = report.performed_until;
    request.performed_by = report.performed_by;
    request.actual_hours = report.actual_hours;
    return request;
}

std::vector<FieldError> missing_for_signature(const WorkRequest& request, Side side)
{
    std::vector<FieldError> gaps;
    if (side == Side::city) {
        if (request.status != Status::confirming)
            gaps.push_back(missing("status", {"委託先の確認がまだです。", "the contractor has not confirmed yet"}));
        return gaps;
    }
    if (request.status == Status::requested)
        gaps.push_back(missing("status", {"先に受け付けてください。", "accept the request first"}));
    else if (request.start == Start::none)
        gaps.push_back(missing("start", {"着手を記録してください。", "record the start of the work"}));
    if (request.result.empty())
        gaps.push_back(missing("result", {"対応結果を入力してください。", "enter the result"}));
    if (request.procedure_followed.empty())
        gaps.push_back(
            missing("procedure_followed", {"実施した手順を入力してください。", "enter the procedure followed"}));
    if (!request.performed_on)
        gaps.push_back(missing("performed_on", {"実施日を入力してください。", "enter the day of the work"}));
    if (request.performed_by.empty())
        gaps.push_back(missing("performed_by", {"実施者を入力してください。", "enter who did the work"}));
    if (!request.actual_hours)
        gaps.push_back(missing("actual_hours", {"実績工数を入力してください。", "enter the actual hours"}));
    return gaps;
}

Result<WorkRequest> sign(WorkRequest request, Side side, const Signer& signer)
{
    if (side == Side::neutral) {
        return fail(ErrorKind::forbidden, "work_request/no_side",
            {"確認は市又は委託先の担当者が行います。", "only the city or the contractor can confirm"});
    }
    const bool city = side == Side::city;
    const Signature& other = city ? request.contractor_confirmed : request.city_confirmed;
    if (other.person == signer.person) {
        return fail(ErrorKind::forbidden, "work_request/both_sides",
            {"同じ人が双方の確認をすることはできません。", "one person cannot confirm for both sides"});
    }
    if (request.status == Status::done || (!city && request.status == Status::confirming))
        return wrong_state({"すでに確認済みです。", "already confirmed"});
    if (auto gaps = missing_for_signature(request, side); !gaps.empty()) {
        return fail(ErrorKind::precondition, "work_request/gate_shut",
            {"確認に必要な事項がそろっていません。", "facts that the confirmation needs are missing"}, std::move(gaps));
    }
    (city ? request.city_confirmed : request.contractor_confirmed) = {
        Confirmation::given, signer.on, signer.name, signer.person};
    request.status = city ? Status::done : Status::confirming;
    return request;
}

Result<WorkRequest> send_back(WorkRequest request, std::string_view reason)
{
    if (request.status != Status::confirming)
        return wrong_state(
            {"差し戻せるのは確認中の依頼だけです。", "only a request under confirmation can be sent back"});
    if (reason.empty()) {
        return fail(ErrorKind::invalid, "work_request/reason",
            {"差し戻しの理由を入力してください。", "say why you send it back"},
            {{"reason", "required", {"理由を入力してください。", "enter a reason"}}});
    }
    request.contractor_confirmed = {};
    request.status = Status::in_progress;
    return request;
}

std::vector<Action> actions(const WorkRequest& request, const Actor& actor)
{
    const auto may = [&](Permission permission) { return work_request::may(actor, permission, request); };
    std::vector<Action> list;
    if (may(Permission::write_work_request) &&
        (request.status == Status::requested || request.status == Status::in_progress))
        list.push_back(Action::edit_city);
    if (may(Permission::accept_work_request) && request.status == Status::requested)
        list.push_back(Action::accept);
    if (may(Permission::accept_work_request) && request.status == Status::requested && request.declined.empty())
        list.push_back(Action::decline);
    const bool begun = request.start != Start::none;
    if (may(Permission::start_work) && request.status == Status::in_progress && !begun)
        list.push_back(Action::start);
    if (may(Permission::record_result) && request.status == Status::in_progress && begun)
        list.push_back(Action::record_result);
    if (may(Permission::sign_contractor) && request.status == Status::in_progress && begun)
        list.push_back(Action::sign_contractor);
    if (may(Permission::sign_city) && request.status == Status::confirming) {
        list.push_back(Action::sign_city);
        list.push_back(Action::send_back);
    }
    return list;
}

Result<Side> writing_side(const Actor& actor, const WorkRequest& request)
{
    if (may(actor, Permission::write_work_request, request))
        return Side::city;
    if (may(actor, Permission::accept_work_request, request) || may(actor, Permission::record_result, request))
        return Side::contractor;
    return fail(ErrorKind::forbidden, "work_request/read_only",
        {"この役割では一覧を書き換えられません。", "this role cannot change the list"});
}

}
