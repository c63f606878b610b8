#include "features/notice/kind_rule.hpp"

#include <algorithm>

namespace hoshuban::notice {
namespace {

using enum Who;
using P = Permission;

const std::vector<Rule> table = {
    {"work_request.created", Group::request,
        {{contractor, P::accept_work_request}, {same_side, P::sign_city}, {involved, P::view_work_request}}},
    {"work_request.accepted", Group::request, {{city, P::sign_city}, {asked_by, P::view_work_request}}},
    {"work_request.result_recorded", Group::request, {{contractor, P::sign_contractor}}},
    {"work_request.contractor_signed", Group::request, {{city, P::sign_city}, {asked_by, P::view_work_request}}},
    {"work_request.city_signed", Group::request, {{contractor, P::sign_contractor}, {asked_by, P::view_work_request}}},
    {"work_request.sent_back", Group::request, {{contractor, P::record_result}}},
    {"work_request.declined", Group::request, {{city, P::sign_city}, {asked_by, P::view_work_request}}},
    {"work_request.started", Group::start, {{city, P::sign_city}, {asked_by, P::view_work_request}}},
    {"work_request.emergency_started", Group::start,
        {{city, P::sign_city}, {contractor, P::sign_contractor}, {asked_by, P::view_work_request}}, true},
    {"work_request.start_taken_over", Group::start, {{city, P::sign_city}}},
    {"work_request.changed", Group::comment, {{other_side, P::accept_work_request}, {other_side, P::sign_city}}},
    {"work_request.commented", Group::comment,
        {{other_side, P::accept_work_request}, {other_side, P::sign_city}, {asked_by, P::view_work_request}}},
    {"work_request.file_attached", Group::comment, {{other_side, P::accept_work_request}, {other_side, P::sign_city}}},

    {"due.half", Group::due, {{acting_side, P::view_gates}}},
    {"due.near", Group::due, {{acting_side, P::view_gates}}},
    {"due.passed", Group::due,
        {{acting_side, P::view_gates}, {acting_side, P::sign_contractor}, {waiting_side, P::sign_city},
            {waiting_side, P::sign_contractor}}},

    {"approval.asked", Group::approval, {{other_side, P::decide_approval}}},
    {"approval.step_granted", Group::approval, {{same_side, P::decide_approval}, {asked_by, P::view_approval}}},
    {"approval.granted", Group::approval, {{asked_by, P::view_approval}, {other_side, P::sign_contractor}}},
    {"approval.refused", Group::approval, {{asked_by, P::view_approval}, {other_side, P::sign_contractor}}},
    {"approval.acknowledged", Group::approval, {{asked_by, P::view_approval}}},
    {"approval.withdrawn", Group::approval, {{other_side, P::decide_approval}}},
    {"approval.voided", Group::approval, {{asked_by, P::view_approval}, {other_side, P::decide_approval}}},
    {"approval.ended", Group::approval, {{asked_by, P::view_approval}, {contractor, P::sign_contractor}}},
    {"approval.file_attached", Group::approval, {{other_side, P::decide_approval}}},
    {"approval.approver_named", Group::approval, {{involved, P::view_approval}}},
    {"approval.approver_removed", Group::approval, {{involved, P::view_approval}}},
    {"approval.deputy_named", Group::approval, {{involved, P::view_approval}}},
    {"approval.deputy_removed", Group::approval, {{involved, P::view_approval}}},

    {"question.asked", Group::question, {{other_side, P::answer_question}}},
    {"question.asked_again", Group::question, {{other_side, P::answer_question}}},
    {"question.answered", Group::question, {{asked_by, P::view_question}, {contractor, P::sign_contractor}}},
    {"question.answer_changed", Group::question, {{asked_by, P::view_question}, {contractor, P::sign_contractor}}},
    {"question.accepted", Group::question, {{city, P::answer_question}}},
    {"question.approved", Group::question, {{asked_by, P::view_question}, {contractor, P::sign_contractor}}},
    {"question.approval_refused", Group::question, {{city, P::answer_question}, {contractor, P::sign_contractor}}},
    {"question.approval_withdrawn", Group::question, {{other_side, P::answer_question}}},
    {"question.withdrawn", Group::question, {{city, P::answer_question}}},
    {"question.commented", Group::question, {{city, P::answer_question}, {asked_by, P::view_question}}},
    {"question.oral_recorded", Group::question, {{city, P::answer_question}, {contractor, P::sign_contractor}}},
    {"question.file_attached", Group::question, {{city, P::answer_question}, {asked_by, P::view_question}}},

    {"procedure.version_added", Group::procedure, {{other_side, P::keep_library}}},
    {"procedure.retired", Group::procedure, {{other_side, P::keep_library}}},

    {"schedule.proposed", Group::schedule, {{other_side, P::propose_schedule}}},
    {"schedule.agreed", Group::schedule, {{other_side, P::propose_schedule}}},
    {"schedule.refused", Group::schedule, {{other_side, P::propose_schedule}}},
    {"schedule.withdrawn", Group::schedule, {{other_side, P::propose_schedule}}},
    {"schedule.vendor_told", Group::schedule, {{other_side, P::propose_schedule}}},

    {"gate.emergency_without_request", Group::start, {{city, P::sign_city}, {contractor, P::sign_contractor}}, true},
    {"gate.instruction_told_again", Group::start, {{city, P::sign_city}}, true},
    {"gate.request_written", Group::start, {{city, P::sign_city}, {contractor, P::sign_contractor}}},
    {"gate.duty_met", Group::start, {{other_side, P::sign_city}, {other_side, P::sign_contractor}}},

    {"worker.rights_ended", Group::people, {{contractor, P::keep_roster}, {city, P::view_roster}}},
    {"worker.measures_demanded", Group::people, {{contractor, P::keep_roster}}},
    {"worker.demand_answered", Group::people, {{city, P::view_roster}}},
    {"worker.demand_closed", Group::people, {{contractor, P::keep_roster}}},
    {"assignment.made", Group::people, {{involved, P::view_work_request}, {contractor, P::assign_worker}}},
    {"assignment.removed", Group::people, {{involved, P::view_work_request}, {contractor, P::assign_worker}}},

    {"upload.refused", Group::security, {{contractor, P::keep_roster}, {city, P::close_security_incident}}},
    {"medium.infected", Group::security, {{contractor, P::keep_media}, {city, P::close_security_incident}}, true},
    {"loan.lost", Group::security, {{contractor, P::keep_loan}, {city, P::keep_loan}}, true},
    {"loan.stolen", Group::security, {{contractor, P::keep_loan}, {city, P::keep_loan}}, true},
    {"loan.damaged", Group::media, {{contractor, P::keep_loan}, {city, P::keep_loan}}},
    {"loan.found", Group::media, {{contractor, P::keep_loan}, {city, P::keep_loan}}},
    {"device.edition_submitted", Group::media, {{city, P::view_device}}},
    {"installation.planned", Group::media, {{other_side, P::sign_city}}},
    {"installation.returned", Group::media, {{other_side, P::sign_city}}},
    {"page_survey.submitted", Group::media, {{city, P::sign_city}}},
    {"stocktake.closed", Group::media, {{city, P::sign_city}}},
    {"repair.spares_low", Group::media, {{contractor, P::sign_contractor}}},
    {"recovery.submitted", Group::media, {{city, P::sign_city}}},
    {"recovery.accepted", Group::media, {{contractor, P::move_device}}},
    {"recovery.sent_back", Group::media, {{contractor, P::move_device}}},
    {"recovery.released", Group::media, {{city, P::sign_city}}},
    {"loan.lent", Group::media, {{other_side, P::keep_loan}}},
    {"loan.returned", Group::media, {{other_side, P::keep_loan}}},
    {"licence.entered", Group::media, {{city, P::view_licence}}},
    {"licence.ended", Group::media, {{city, P::view_licence}}},
    {"licence.resumed", Group::media, {{city, P::view_licence}}},
    {"incident.reported", Group::incident, {{city, P::direct_incident}}},
    {"incident.handed_over", Group::incident, {{contractor, P::record_incident}}, true},
    {"incident.filtered", Group::incident, {{asked_by, P::view_incident}}},
    {"incident.agreed", Group::incident, {{city, P::direct_incident}}},
    {"incident.waits", Group::incident, {{city, P::direct_incident}}},
    {"incident.restored", Group::incident, {{city, P::direct_incident}, {asked_by, P::view_incident}}},
    {"incident.checked", Group::incident, {{contractor, P::record_incident}}},
    {"incident.closed", Group::incident, {{city, P::direct_incident}, {asked_by, P::view_incident}}},
    {"incident.reopened", Group::incident, {{city, P::direct_incident}, {contractor, P::record_incident}}},
    {"incident.noted", Group::incident, {{city, P::direct_incident}, {contractor, P::record_incident}}},
    {"incident.severity_ruled", Group::incident, {{contractor, P::record_incident}}},
    {"incident.step_decided", Group::incident, {{contractor, P::record_incident}}},
    {"incident.recounted", Group::incident, {{contractor, P::record_incident}, {city, P::direct_incident}}},
    {"incident.month_reported", Group::incident, {{city, P::direct_incident}}},
    {"improvement.proposed", Group::incident, {{city, P::direct_incident}}},
    {"improvement.agreed", Group::incident, {{contractor, P::record_incident}}},
    {"improvement.declined", Group::incident, {{contractor, P::record_incident}}},
    {"improvement.checked", Group::incident, {{city, P::direct_incident}}},
    {"improvement.concluded", Group::incident, {{contractor, P::record_incident}}},
    {"visit_finding.reported", Group::incident, {{city, P::direct_visit}}},
    {"visit_finding.instructed", Group::incident, {{contractor, P::record_visit}}},
    {"visit_finding.instructed_anew", Group::incident, {{contractor, P::record_visit}}},

    {"security_incident.opened", Group::security, {{city, P::close_security_incident}, {contractor, P::keep_roster}},
        true},
    {"security_incident.first_reported", Group::security,
        {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.reported_in_writing", Group::security,
        {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.restored", Group::security, {{city, P::close_security_incident}}},
    {"security_incident.ruled", Group::security, {{contractor, P::keep_roster}, {asked_by, P::view_contract}}},
    {"security_incident.changed", Group::security, {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.entry_added", Group::security,
        {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.file_attached", Group::security,
        {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.closed", Group::security, {{contractor, P::keep_roster}, {asked_by, P::view_contract}}},
    {"security_incident.reopened", Group::security, {{contractor, P::keep_roster}, {asked_by, P::view_contract}}},

    {"webhook.disabled", Group::system, {{city, P::manage_webhooks}}},
};

struct Label {
    Group group;
    Text text;
};

const Label labels[] = {
    {Group::request, {"依頼の受付・結果・確認", "Requests: accepted, done, confirmed"}},
    {Group::comment, {"依頼の変更・コメント・添付", "Requests: changes, comments, files"}},
    {Group::question, {"質問（疑義）", "Questions"}},
    {Group::approval, {"承認・許可", "Approvals and permissions"}},
    {Group::procedure, {"手順書", "Procedures"}},
    {Group::schedule, {"日程", "Schedule"}},
    {Group::start, {"作業の開始", "Start of work"}},
    {Group::people, {"従事者", "People"}},
    {Group::media, {"機器・媒体・貸与品・ライセンス", "Devices, media, loans and licences"}},
    {Group::incident, {"障害", "Incidents"}},
    {Group::security, {"情報セキュリティ", "Information security"}},
    {Group::due, {"期限", "Due dates"}},
    {Group::system, {"通知の仕組み", "The notices themselves"}},
};

}

Text label(Group group)
{
    return std::ranges::find(labels, group, &Label::group)->text;
}

std::span<const Rule> rules()
{
    return table;
}

const Rule* find_rule(std::string_view kind)
{
    const auto found = std::ranges::find(table, kind, &Rule::kind);
    return found == table.end() ? nullptr : &*found;
}

Permission needed_for(std::string_view clock)
{
    struct Need {
        std::string_view clock;
        Permission permission;
    };
    static constexpr Need needs[] = {
        {"request.wish", P::record_result},
        {"request.confirm", P::sign_city},
        {"question.answer", P::answer_question},
        {"approval.decide", P::decide_approval},
        {"device.edition", P::move_device},
        {"installation.move", P::move_device},
        {"desk.visit", P::keep_support},
        {"visit.reply", P::record_visit},
        {"on_call.gap", P::keep_support},
        {"approval.ends", P::ask_approval},
        {"licence.end", P::keep_licence},
    };
    const auto found = std::ranges::find(needs, clock, &Need::clock);
    return found == std::end(needs) ? P::view_gates : found->permission;
}

}
