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
    {"incident.month_reported", Group::incident, {{city, P::direct_incident}}},

    {"security_incident.opened", Group::security, {{city, P::close_security_incident}, {contractor, P::keep_roster}},
        true},
    {"security_incident.first_reported", Group::security,
        {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.changed", Group::security, {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.entry_added", Group::security,
        {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.file_attached", Group::security,
        {{city, P::close_security_incident}, {contractor, P::keep_roster}}},
    {"security_incident.closed", Group::security, {{contractor, P::keep_roster}, {asked_by, P::view_contract}}},
    {"security_incident.reopened", Group::security, {{contractor, P::keep_roster}, {asked_by, P::view_contract}}},

    {"webhook.disabled", Group::system, {{city, P::manage_webhooks}}},
};

constexpr std::string_view a_reading = "somebody only looked";
constexpr std::string_view a_list = "an import tells of itself on its page; a notice for each row would be hundreds";
constexpr std::string_view an_account = "the administrator tells the person in question himself";
constexpr std::string_view by_hand = "somebody set it up who knows of it";

constexpr std::string_view the_approval =
    "the application that is made for it tells the deciders, and its decision who asked";
constexpr std::string_view the_ledger = "a line of a ledger that is read there";
constexpr std::string_view the_record = "the record of the work; its result is told";

constexpr Silence silent[] = {
    {"work_request.imported", a_list},
    {"work_request.changed_by_import", a_list},
    {"work_request.exported", a_reading},
    {"work_request.form_exported", a_reading},
    {"work_request.viewed", a_reading},
    {"events.exported", a_reading},
    {"membership.added", an_account},
    {"membership.ended", an_account},
    {"token.created", by_hand},
    {"token.revoked", by_hand},
    {"contract.loaded", by_hand},
    {"approval.viewed", a_reading},
    {"approval.exported", a_reading},
    {"question.viewed", a_reading},
    {"question.exported", a_reading},
    {"procedure.registered", the_ledger},
    {"procedure.changed", the_ledger},
    {"procedure.restored", the_ledger},
    {"procedure.steps_changed", the_ledger},
    {"procedure.file_added", the_ledger},
    {"procedure.file_removed", the_ledger},
    {"procedure.submitted", the_approval},
    {"procedure.cited", the_record},
    {"procedure.dropped", the_record},
    {"step_record.recorded", the_record},
    {"step_record.corrected", the_record},
    {"step_record.file_attached", the_record},
    {"work_record.exported", a_reading},
    {"schedule.routine_ended", the_ledger},
    {"roster.entry_announced", the_approval},
    {"roster.change_announced", the_approval},
    {"roster.leaving_announced", the_approval},
    {"roster.settled", the_approval},
    {"roster.refused", the_approval},
    {"roster.withdrawn", the_approval},
    {"roster.exported", a_reading},
    {"roster.chart_exported", a_reading},
    {"roster.paper_exported", a_reading},
    {"worker.viewed", a_reading},
    {"worker.linked", the_ledger},
    {"worker.pledged", the_ledger},
    {"worker.trained", the_ledger},
    {"worker.file_attached", the_ledger},
    {"device.addressed", the_ledger},
    {"device.detailed", the_ledger},
    {"device.part_recorded", the_ledger},
    {"device.range_given", the_ledger},
    {"device.renewal_planned", the_ledger},
    {"device.renewed", the_ledger},
    {"page_survey.changed", the_ledger},
    {"page_survey.exported", a_reading},
    {"page_survey.planned", the_ledger},
    {"page_survey.read", the_ledger},
    {"page_survey.reopened", the_ledger},
    {"incident.arrived", the_ledger},
    {"incident.concluded", the_ledger},
    {"incident.contacted", the_ledger},
    {"incident.corrected", the_ledger},
    {"incident.departed", the_ledger},
    {"incident.entry_taken_back", the_ledger},
    {"incident.exported", a_reading},
    {"incident.file_attached", the_ledger},
    {"incident.goes_on", the_ledger},
    {"incident.month_exported", a_reading},
    {"incident.started", the_ledger},
    {"incident.stay_corrected", the_ledger},
    {"incident.visit_decided", the_ledger},
    {"visit.arrived", the_ledger},
    {"visit.called_off", the_ledger},
    {"visit.changed", the_ledger},
    {"visit.departed", the_ledger},
    {"visit.planned", the_ledger},
    {"visit.recorded", the_ledger},
    {"visit.started", the_ledger},
    {"visit.ticked", the_ledger},
    {"visit.unticked", the_ledger},
    {"controlled_room.added", the_ledger},
    {"controlled_room.changed", the_ledger},
    {"controlled_room.closed", the_ledger},
    {"controlled_room.reopened", the_ledger},
    {"drill.corrected", the_ledger},
    {"drill.exported", a_reading},
    {"visit.exported", a_reading},
    {"drill.recorded", the_ledger},
    {"drill.seen", the_ledger},
    {"entry_record.corrected", the_ledger},
    {"entry_record.entered", the_ledger},
    {"entry_record.exported", a_reading},
    {"entry_record.left", the_ledger},
    {"entry_record.seen", the_ledger},
    {"entry_record.withdrawn", the_ledger},
    {"site.changed", the_ledger},
    {"site.closed", the_ledger},
    {"site.contact_added", the_ledger},
    {"site.contact_changed", the_ledger},
    {"site.exported", a_reading},
    {"site.layout_changed", the_ledger},
    {"site.opened", the_ledger},
    {"site.reopened", the_ledger},
    {"desk.marked", the_ledger},
    {"desk.day_off_added", the_ledger},
    {"desk.day_off_removed", the_ledger},
    {"vendor.entered", the_ledger},
    {"vendor.changed", the_ledger},
    {"desk_call.made", the_ledger},
    {"desk_call.changed", the_ledger},
    {"desk_call.closed", the_ledger},
    {"desk_call.reopened", the_ledger},
    {"desk_call.file_attached", the_ledger},
    {"on_call.planned", the_ledger},
    {"on_call.changed", the_ledger},
    {"on_call.removed", the_ledger},
    {"stocktake.begun", the_ledger},
    {"stocktake.exported", a_reading},
    {"stocktake.finding_removed", the_ledger},
    {"stocktake.found", the_ledger},
    {"stocktake.reopened", the_ledger},
    {"stocktake.site_finished", the_ledger},
    {"stocktake.site_reopened", the_ledger},
    {"device.act_done", the_ledger},
    {"device.act_undone", the_ledger},
    {"device.columns_remembered", the_ledger},
    {"device.counts_exported", a_reading},
    {"device.described", the_ledger},
    {"device.edition_made", the_ledger},
    {"device.edition_read", a_reading},
    {"device.entered", the_ledger},
    {"device.ledger_exported", a_reading},
    {"device.moved", the_ledger},
    {"device.movements_exported", a_reading},
    {"device.site_alias_remembered", the_ledger},
    {"device.site_alias_removed", the_ledger},
    {"device.withdrawn", the_ledger},
    {"installation.set_up", the_ledger},
    {"installation.done", the_ledger},
    {"installation.cancelled", the_ledger},
    {"installation.file_attached", the_ledger},
    {"installation.exported", a_reading},
    {"recovery.applied", the_ledger},
    {"recovery.begun", the_ledger},
    {"recovery.cancelled", the_ledger},
    {"recovery.entered", the_ledger},
    {"recovery.exported", a_reading},
    {"recovery.file_attached", the_ledger},
    {"recovery.master_named", the_ledger},
    {"recovery.medium_written", the_ledger},
    {"recovery.paper_settled", the_ledger},
    {"recovery.planned", the_ledger},
    {"repair.opened", the_ledger},
    {"repair.corrected", the_ledger},
    {"repair.carried_back", the_ledger},
    {"repair.tested", the_ledger},
    {"repair.sent_to_maker", the_ledger},
    {"repair.returned", the_ledger},
    {"repair.erased", the_ledger},
    {"repair.rebuilt", the_ledger},
    {"repair.settings_made", the_ledger},
    {"repair.made_spare", the_ledger},
    {"repair.handed_over", the_ledger},
    {"repair.disposed", the_ledger},
    {"repair.file_attached", the_ledger},
    {"repair.exported", a_reading},
    {"activity.logged", the_ledger},
    {"activity.corrected", the_ledger},
    {"activity.cancelled", the_ledger},
    {"activity.file_attached", the_ledger},
    {"activity.exported", a_reading},
    {"medium.registered", the_ledger},
    {"medium.changed", the_ledger},
    {"medium.moved", the_ledger},
    {"medium.check_started", the_ledger},
    {"medium.file_checked", the_ledger},
    {"medium.checked", the_ledger},
    {"medium.use_planned", the_ledger},
    {"medium.used", the_ledger},
    {"medium.use_cancelled", the_ledger},
    {"medium.exported", a_reading},
    {"loan.changed", the_ledger},
    {"loan.handed_over", the_ledger},
    {"loan.taken_out", the_ledger},
    {"loan.brought_back", the_ledger},
    {"loan.checked", the_ledger},
    {"loan.file_attached", the_ledger},
    {"loan.exported", a_reading},
    {"webhook.created", by_hand},
    {"webhook.changed", by_hand},
    {"webhook.secret_renewed", by_hand},
    {"webhook.removed", by_hand},
    {"webhook.sent_again", by_hand},
    {"calendar_feed.created", by_hand},
    {"calendar_feed.revoked", by_hand},
    {"mail.sent_again", by_hand},
    {"notice.choices_changed", by_hand},
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
    {Group::media, {"機器・媒体・貸与品", "Devices, media and loans"}},
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

std::span<const Silence> silences()
{
    return silent;
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
        {"on_call.gap", P::keep_support},
        {"approval.ends", P::ask_approval},
    };
    const auto found = std::ranges::find(needs, clock, &Need::clock);
    return found == std::end(needs) ? P::view_gates : found->permission;
}

}
