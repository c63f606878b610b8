#include "app/features.hpp"

#include "app/device_routes.hpp"
#include "app/feed_sources.hpp"
#include "app/ledgers.hpp"
#include "app/media_routes.hpp"
#include "features/account/event_words.hpp"
#include "features/account/sessions_api.hpp"
#include "features/activity/activity_api.hpp"
#include "features/activity/event_words.hpp"
#include "features/approval/approval_api.hpp"
#include "features/approval/event_words.hpp"
#include "features/attachment/attachment_api.hpp"
#include "features/attachment/event_words.hpp"
#include "features/audit/audit_api.hpp"
#include "features/calendar/calendar_api.hpp"
#include "features/calendar/holiday_api.hpp"
#include "features/contract/contract_api.hpp"
#include "features/desk/desk_api.hpp"
#include "features/desk/event_words.hpp"
#include "features/device/device_api.hpp"
#include "features/device/event_words.hpp"
#include "features/device/follow_api.hpp"
#include "features/due/due_api.hpp"
#include "features/due/event_words.hpp"
#include "features/feed/event_words.hpp"
#include "features/gate/event_words.hpp"
#include "features/gate/gate_api.hpp"
#include "features/gate/progress_store.hpp"
#include "features/improvement/event_words.hpp"
#include "features/improvement/improvement_api.hpp"
#include "features/incident/achievement_api.hpp"
#include "features/incident/event_words.hpp"
#include "features/incident/flow_api.hpp"
#include "features/incident/incident_api.hpp"
#include "features/incident/reach_api.hpp"
#include "features/incident/report_api.hpp"
#include "features/incident/severity_api.hpp"
#include "features/installation/event_words.hpp"
#include "features/licence/event_words.hpp"
#include "features/loan/event_words.hpp"
#include "features/media/event_words.hpp"
#include "features/notice/event_words.hpp"
#include "features/notice/notice_api.hpp"
#include "features/page_count/event_words.hpp"
#include "features/page_count/survey_api.hpp"
#include "features/people/event_words.hpp"
#include "features/people/people_api.hpp"
#include "features/premises/event_words.hpp"
#include "features/premises/premises_api.hpp"
#include "features/procedure/event_words.hpp"
#include "features/procedure/job_store.hpp"
#include "features/procedure/procedure_api.hpp"
#include "features/procedure/procedure_store.hpp"
#include "features/procedure/step_record_store.hpp"
#include "features/question/conduct_store.hpp"
#include "features/question/event_words.hpp"
#include "features/question/question_api.hpp"
#include "features/recovery/event_words.hpp"
#include "features/repair/event_words.hpp"
#include "features/repair/low_stock_api.hpp"
#include "features/schedule/answer_store.hpp"
#include "features/schedule/event_words.hpp"
#include "features/schedule/schedule_api.hpp"
#include "features/search/search_api.hpp"
#include "features/security_incident/event_words.hpp"
#include "features/site/event_words.hpp"
#include "features/site/site_api.hpp"
#include "features/stocktake/event_words.hpp"
#include "features/stocktake/stocktake_api.hpp"
#include "features/support/event_words.hpp"
#include "features/support/support_api.hpp"
#include "features/trend/event_words.hpp"
#include "features/trend/trend_api.hpp"
#include "features/visit/event_words.hpp"
#include "features/visit/finding_api.hpp"
#include "features/visit/visit_api.hpp"
#include "features/work_request/event_words.hpp"
#include "features/work_request/work_request_api.hpp"

namespace hoshuban {

audit::Words all_words()
{
    audit::Words words{{
                           {"backup.made", {"バックアップを作成", "Backup made"}},
                           {"backup.restored", {"バックアップから復元", "Restored from a backup"}},
                           {"calendar.holidays_imported", {"祝日を取り込み", "Holidays imported"}},
                           {"contract.loaded", {"契約プロファイルを読み込み", "Contract profile loaded"}},
                           {"events.exported", {"操作の記録を書き出し", "Events exported"}},
                       },
        {
            {"contract.version", {"版", "Version"}},
            {"contract.sha256", {"内容のハッシュ", "Hash of the content"}},
        }};
    words.add(account::event_words());
    words.add(activity::event_words());
    words.add(approval::event_words());
    words.add(attachment::event_words());
    words.add(device::event_words());
    words.add(page_count::event_words());
    words.add(site::event_words());
    words.add(stocktake::event_words());
    words.add(installation::event_words());
    words.add(recovery::event_words());
    words.add(repair::event_words());
    words.add(due::event_words());
    words.add(question::event_words());
    words.add(gate::event_words());
    words.add(schedule::event_words());
    words.add(loan::event_words());
    words.add(licence::event_words());
    words.add(media::event_words());
    words.add(incident::event_words());
    words.add(trend::event_words());
    words.add(improvement::event_words());
    words.add(visit::event_words());
    words.add(security_incident::event_words());
    words.add(support::event_words());
    words.add(desk::event_words());
    words.add(notice::event_words());
    words.add(feed::event_words());
    words.add(people::event_words());
    words.add(premises::event_words());
    words.add(procedure::event_words());
    words.add(work_request::event_words());
    return words;
}

// The contractor confirms work that has begun and whose steps are done.
static Result<void> check_complete(
    db::Reader& reader, const contract::Profile& profile, const work_request::WorkRequest& request, Instant now)
{
    TRY(gate::check_begun(reader, profile, request, now));
    return procedure::check_complete(reader, profile, request);
}

static void add_approval_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/approvals/{id}";
    // What the owner of a row does when the application about it is settled or withdrawn, by the subject's kind.
    const approval::Reactions reactions{
        {"procedure_version", procedure::take_decision},
        {"question",
            [&profiles = shared.profiles, &clock = shared.clock](
                db::Tx& tx, const audit::Cause& cause, const approval::Approval& approval) {
                return question::settled(tx, cause, approval, profiles, clock);
            }},
        {schedule::window_subject, schedule::follow},
        {"roster_change", people::settle_change},
    };
    approval::add_routes(router, {shared.profiles, shared.views}, reactions);
    audit::add_timeline(
        router, shared.words, {one + "/events", "approval", Permission::view_approval, approval::check_seen});
    attachment::add_routes(router,
        {one, "approval", Permission::view_approval, Permission::comment, approval::check_seen, approval::check_attach,
            {"承認・許可の証拠のファイルを添付する", "Attach evidence to an approval"},
            {"承認・許可の添付ファイル", "List the files of an approval"}});
}

static void add_question_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/questions/{id}";
    question::add_routes(router,
        {shared.profiles, shared.views, shared.clock,
            [](db::Reader& reader, const ContractId& contract, const ProcedureId& id) -> Result<std::string> {
                TRY_ASSIGN(const auto found, procedure::get(reader, contract, id));
                return found.number + " " + found.title;
            }});
    audit::add_timeline(
        router, shared.words, {one + "/events", "question", Permission::view_question, question::check_seen});
    attachment::add_routes(router,
        {one, "question", Permission::view_question, Permission::comment, question::check_seen, question::check_attach,
            {"質問にファイルを添付する", "Attach a file to a question"},
            {"質問の添付ファイル", "List the files of a question"}});
}

static void add_people_routes(http::Router& router, const Shared& shared)
{
    people::add_routes(router,
        {shared.profiles, shared.views, shared.clock, [&sessions = shared.account.sessions] { sessions.forget(); }});
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/roster/{id}/events", "worker", Permission::view_roster, people::check_seen});
    attachment::add_routes(router,
        {"/api/v1/contracts/{contract}/roster/{id}", "worker", Permission::view_roster, Permission::keep_roster,
            people::check_files, people::check_files,
            {"従事者の誓約書などを添付する", "Attach a pledge or another file of a worker"},
            {"従事者の添付ファイル", "List the files of a worker"}});
}

static void add_procedure_routes(http::Router& router, const procedure::Rooms& rooms)
{
    procedure::add_routes(router, rooms);
    attachment::add_routes(router,
        {"/api/v1/contracts/{contract}/work-requests/{id}/steps/records/{record}", "step_record",
            Permission::view_procedure, Permission::record_step, procedure::check_photo_seen,
            [rooms](const http::Context& context, db::Reader& reader) {
                return procedure::check_photo_added(context, reader, rooms);
            },
            {"手順の記録に写真を付ける", "Add a photo to a record"}, {"手順の記録の写真", "Photos of a record"},
            "record"});
}

static void add_activity_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/activities/{id}";
    activity::add_routes(router, shared.profiles);
    audit::add_timeline(
        router, shared.words, {one + "/events", "activity", Permission::view_activity, activity::check_seen});
    attachment::add_routes(router,
        {one, "activity", Permission::view_activity, Permission::keep_activity, activity::check_seen,
            activity::check_seen, {"対応の記録に資料を添付する", "Attach a file to an activity"},
            {"対応の記録の資料", "List the files of an activity"}});
}

static void add_premises_routes(http::Router& router, const Shared& shared)
{
    premises::add_routes(router, shared.profiles);
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/entry-records/{id}/events", "entry_record", Permission::view_premises,
            premises::check_record_seen});
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/drills/{id}/events", "drill", Permission::view_premises,
            premises::check_drill_seen});
}

static void add_incident_routes(http::Router& router, const Shared& shared)
{
    incident::add_routes(router, shared.profiles);
    incident::add_report_routes(router, shared.profiles);
    incident::add_achievement_routes(router, shared.profiles);
    incident::add_severity_routes(router, shared.profiles);
    trend::add_routes(router, shared.profiles);
    improvement::add_routes(router, shared.profiles);
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/improvements/{id}/events", "improvement", Permission::view_incident,
            improvement::check_seen});
    incident::add_flow_routes(router,
        {shared.profiles,
            [&profiles = shared.profiles](const http::Context& context) { device::follow(context, profiles); },
            [](db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
                const DeviceId& spare) -> Result<void> {
                TRY(repair::tell_spare_taken(tx, profile, cause, spare));
                return {};
            }});
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/incidents/{id}/events", "incident", Permission::view_incident,
            incident::check_seen});
    attachment::add_routes(router,
        {"/api/v1/contracts/{contract}/incidents/{id}", "incident", Permission::view_incident,
            Permission::view_incident, incident::check_seen, incident::check_attach,
            {"障害に写真やメーカーの報告書を添付する", "Attach a photo or a maker's report to an incident"},
            {"障害の添付ファイル", "List the files of an incident"}});
}

static void add_visit_routes(http::Router& router, const Shared& shared)
{
    visit::add_routes(router, shared.profiles);
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/visits/{id}/events", "visit", Permission::view_visit, visit::check_seen});
    visit::add_finding_routes(router, shared.profiles);
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/visit-findings/{id}/events", "visit_finding", Permission::view_visit,
            visit::check_finding_seen});
}

static void add_support_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/desk-calls/{id}";
    support::add_routes(router, shared.profiles);
    desk::add_routes(router, shared.profiles);
    audit::add_timeline(
        router, shared.words, {one + "/events", "desk_call", Permission::view_support, desk::check_call_seen});
    attachment::add_routes(router,
        {one, "desk_call", Permission::view_support, Permission::keep_support, desk::check_call_seen,
            desk::check_call_attach, {"問合せの記録に作業報告書などを添付する", "Attach a report to a call to a desk"},
            {"問合せの記録の添付ファイル", "List the files of a call to a desk"}});
}

void add_feature_routes(http::Router& router, const Shared& shared)
{
    contract::ProfileCache& profiles = shared.profiles;
    contract::add_routes(router, profiles);
    calendar::add_routes(router, profiles);
    calendar::add_holiday_routes(router);
    account::add_routes(router, shared.account);
    audit::add_routes(router, shared.words, ledger_checks());
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/work-requests/{id}/events", "work_request", Permission::view_work_request,
            work_request::check_seen});
    due::add_routes(router);
    feed::add_routes(router, feed_sources());
    search::add_routes(router, shared.searched, shared.search_memory);
    notice::add_routes(router, shared.words, shared.outside);
    attachment::add_routes(router,
        {"/api/v1/contracts/{contract}/work-requests/{id}", "work_request", Permission::view_work_request,
            Permission::comment, work_request::check_seen, work_request::check_attach,
            {"作業依頼にファイルを添付する", "Attach a file to a work request"},
            {"作業依頼の添付ファイル", "List the files of a work request"}});
    gate::add_routes(router, profiles, kept_runs);
    schedule::add_routes(router, profiles);
    page_count::add_routes(router, profiles);
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/page-surveys/{id}/events", "page_survey", Permission::view_device,
            page_count::check_seen});
    site::add_routes(router, profiles);
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/sites/{site}/events", "site", Permission::view_device,
            [&profiles](const http::Context& context, db::Reader& reader) {
                return site::check_seen(context, reader, profiles);
            },
            "site"});
    stocktake::add_routes(router, profiles);
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/stocktakes/{id}/events", "stocktake", Permission::view_device,
            stocktake::check_seen});
    add_activity_routes(router, shared);
    work_request::add_routes(router,
        {profiles, shared.views, shared.clock, {gate::check_begun, check_complete, gate::check_duties}, kept_runs});
    add_device_routes(router, shared);
    add_media_routes(router, shared);
    add_procedure_routes(router, {profiles, gate::begun_at});
    add_approval_routes(router, shared);
    add_question_routes(router, shared);
    add_people_routes(router, shared);
    add_premises_routes(router, shared);
    add_incident_routes(router, shared);
    add_visit_routes(router, shared);
    add_support_routes(router, shared);
}

}
