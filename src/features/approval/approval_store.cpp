#include "features/approval/approval_store.hpp"

#include "core/due_rule.hpp"
#include "core/fold.hpp"
#include "core/packed.hpp"
#include "features/approval/approver_store.hpp"
#include "features/approval/sql.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/contract/number_store.hpp"
#include "features/due/due_store.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::approval {
namespace {

constexpr std::string_view decide_clock = "approval.decide";
constexpr std::string_view end_clock = "approval.ends";

std::vector<std::string> texts_of(const std::vector<DeviceId>& devices)
{
    std::vector<std::string> texts;
    for (const DeviceId& device : devices)
        texts.push_back(device.text);
    return texts;
}

std::vector<DeviceId> devices_from(std::string_view text)
{
    std::vector<DeviceId> devices;
    for (std::string& id : unpacked(text))
        devices.push_back({std::move(id)});
    return devices;
}

Application application_from(const db::Row& row)
{
    return {.kind = row.get<std::string>("kind"),
        .title = row.get<std::string>("title"),
        .reason = row.get<std::string>("reason"),
        .subject = {row.get<std::string>("subject_kind"), row.get<std::string>("subject_id")},
        .content_sha256 = row.get<std::string>("content_sha256"),
        .request = row.get<std::optional<WorkRequestId>>("request_id"),
        .acts = unpacked(row.get<std::string>("acts")),
        .devices = devices_from(row.get<std::string>("devices")),
        .site = row.get<std::optional<SiteId>>("site_id"),
        .room = row.get<std::string>("room"),
        .from = row.get<std::optional<Instant>>("valid_from"),
        .until = row.get<std::optional<Instant>>("valid_until")};
}

Decision decision_from(const db::Row& row)
{
    return {.step = row.get<int>("step"),
        .verdict = row.get<Verdict>("verdict"),
        .by = row.get<PersonId>("decided_by"),
        .by_name = row.get<std::string>("decided_by_name"),
        .side = row.get<Side>("side"),
        .for_person = row.get<std::optional<PersonId>>("for_person"),
        .for_name = row.get<std::string>("for_name"),
        .opinion = row.get<std::string>("opinion"),
        .conditions = row.get<std::string>("conditions"),
        .content_sha256 = row.get<std::string>("content_sha256"),
        .at = row.get<Instant>("decided_at")};
}

audit::Subject subject_of(const Approval& approval)
{
    return {"approval", approval.id.text};
}

audit::Entry event(const audit::Cause& cause, const Approval& approval, std::string_view kind)
{
    return audit::entry(cause, approval.contract_id, kind, subject_of(approval));
}

std::string search_key(const Approval& approval, const contract::ApprovalKind& kind)
{
    const Application& asked = approval.asked;
    return fold(approval.number + '\n' + asked.title + '\n' + asked.reason + '\n' + asked.room + '\n' +
        approval.asked_by_name + '\n' + kind.label.ja + '\n' + kind.label.en);
}

due::NewDue clock_of(const Approval& approval, std::string_view kind, Side side, Instant from, Instant until)
{
    return {.kind = std::string{kind},
        .subject = subject_of(approval),
        .number = approval.number,
        .title = approval.asked.title,
        .side = side,
        .starts_at = from,
        .due_at = until};
}

Result<void> start_decision(db::Tx& tx, const contract::Profile& profile, const contract::ApprovalKind& kind,
    const WorkingCalendar& calendar, const Approval& approval)
{
    if (approval.turn == Turn::nobody || !kind.answer_within)
        return {};
    TRY_ASSIGN(const Due due, due_moment(*kind.answer_within, approval.asked_at, calendar, profile.period));
    auto clock = clock_of(approval, decide_clock, side_of(approval.turn), approval.asked_at, due.at);
    clock.guide = kind.answer_basis != contract::Basis::contract;
    due::start(tx, approval.contract_id, {approval.id.text + ".decide"}, clock, calendar);
    return {};
}

// The end breaks nothing, so the clock is a guide: it only warns.
void start_end(db::Tx& tx, const WorkingCalendar& calendar, const Approval& approval)
{
    const auto from = warned_from(approval);
    if (!from)
        return;
    auto clock = clock_of(approval, end_clock, approval.asked_side, *from, *approval.asked.until);
    clock.guide = true;
    due::start(tx, approval.contract_id, {approval.id.text + ".ends"}, clock, calendar);
}

void insert(db::Tx& tx, const Approval& approval, const contract::ApprovalKind& kind)
{
    const Application& asked = approval.asked;
    tx.execute(sql::insert_approval, approval.contract_id, approval.id, approval.number, asked.kind, asked.title,
        asked.reason, asked.subject.kind, asked.subject.id, asked.content_sha256, asked.request, packed(asked.acts),
        packed(texts_of(asked.devices)), asked.site, asked.room, asked.from, asked.until, approval.asked_by,
        approval.asked_by_name, approval.asked_side, approval.asked_at, approval.state, approval.turn, approval.step,
        approval.conditions, approval.settled_at, approval.begins_at, search_key(approval, kind));
}

Result<Approval> update(db::Tx& tx, Approval approval)
{
    if (tx.execute(sql::update_approval, approval.contract_id, approval.id, approval.version, approval.state,
            approval.turn, approval.step, approval.conditions, approval.settled_at, approval.begins_at) != 1) {
        return fail(ErrorKind::precondition, "approval/changed",
            {"ほかの人が先に判断しました。最新の内容を確かめてください。", "somebody else was first: load it again"});
    }
    ++approval.version;
    return approval;
}

void insert(db::Tx& tx, const Approval& approval, const Decision& decision)
{
    tx.execute(sql::insert_decision, approval.contract_id, approval.id, decision.step, decision.verdict, decision.by,
        decision.by_name, decision.side, decision.for_person, decision.for_name, decision.opinion, decision.conditions,
        decision.content_sha256, decision.at);
}

std::string_view event_kind(const Approval& after, const Decision& decision)
{
    switch (decision.verdict) {
    case Verdict::refuse:
        return "approval.refused";
    case Verdict::acknowledge:
        return "approval.acknowledged";
    case Verdict::grant:
        break;
    }
    return after.state == State::granted ? "approval.granted" : "approval.step_granted";
}

void record_decision(db::Tx& tx, const audit::Cause& cause, const Approval& after, const Decision& decision)
{
    audit::Entry entry = event(cause, after, event_kind(after, decision));
    std::map<std::string, std::string> facts{{"number", after.number}, {"step", std::to_string(decision.step + 1)},
        {"content_sha256", decision.content_sha256}, {"conditions", decision.conditions},
        {"deputy_for", decision.for_name}, {"state", std::string{name_of(after.state)}}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = audit::facts_json(facts);
    entry.reason = decision.opinion;
    audit::record(tx, entry);
}

std::optional<SiteId> site_of(db::Reader& reader, const Approval& approval)
{
    if (approval.asked.site || !approval.asked.request)
        return approval.asked.site;
    const auto request = work_request::find(reader, work_request::whole(approval.contract_id), *approval.asked.request);
    return request ? request->site : std::nullopt;
}

Result<void> check_job(
    db::Reader& reader, const contract::Profile& profile, const contract::ApprovalKind& kind, const Application& asked)
{
    if (!asked.request)
        return {};
    TRY_ASSIGN(const auto request, work_request::get(reader, work_request::whole(profile.id), *asked.request));
    const bool needs_site = kind.decider == contract::ApprovalDecider::site;
    if (needs_site && !asked.site && !request.site) {
        return fail(ErrorKind::invalid, "approval/site_missing",
            {"依頼に拠点がありません。どの拠点との合意かを選んでください。",
                "the request names no site: choose the site that agrees"},
            {{"site_id", "approval/site_missing", {"拠点を選んでください。", "choose the site"}}});
    }
    return {};
}

}

Approval approval_from(const db::Row& row)
{
    return {.id = row.get<ApprovalId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .asked = application_from(row),
        .asked_by = row.get<PersonId>("asked_by"),
        .asked_by_name = row.get<std::string>("asked_by_name"),
        .asked_side = row.get<Side>("asked_side"),
        .asked_at = row.get<Instant>("asked_at"),
        .state = row.get<State>("state"),
        .turn = row.get<Turn>("turn"),
        .step = row.get<int>("step"),
        .conditions = row.get<std::string>("conditions"),
        .settled_at = row.get<std::optional<Instant>>("settled_at"),
        .begins_at = row.get<std::optional<Instant>>("begins_at"),
        .version = row.get<int>("version")};
}

Result<Approval> ask(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const audit::Cause& cause, const ApprovalId& id, const Application& asked)
{
    TRY(check(profile, asked, cause.now()));
    const contract::ApprovalKind& kind = *contract::find_approval_kind(profile, asked.kind);
    TRY(check_job(tx, profile, kind, asked));
    TRY_ASSIGN(Approval approval, entered(profile, kind, cause.actor(), id, asked, cause.now()));
    TRY_ASSIGN(approval.number, contract::numbered(tx, profile, "approval", day_of(cause.now())));
    insert(tx, approval, kind);
    audit::Entry entry = event(cause, approval, "approval.asked");
    entry.after = audit::facts_json(facts_of(approval));
    audit::record(tx, entry);
    TRY(start_decision(tx, profile, kind, calendar, approval));
    start_end(tx, calendar, approval);
    return approval;
}

Result<Approval> decide(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const audit::Cause& cause, const Approval& approval, const Judgement& judgement)
{
    const contract::ApprovalKind* kind = contract::find_approval_kind(profile, approval.asked.kind);
    if (!kind) {
        return fail(ErrorKind::conflict, "approval/unknown_kind",
            {"この種類の承認・許可は、もう契約にありません。申請を取り下げてもらってください。",
                "the contract no longer knows this kind of approval: let it be withdrawn"});
    }
    const Panel panel = panel_of(tx, approval.contract_id);
    const auto decisions = decisions_of(tx, approval.contract_id, approval.id);
    const Case about{approval, *kind, panel, decisions, site_of(tx, approval)};
    TRY_ASSIGN(const Decision decision, judge(about, cause.actor(), judgement, cause.now()));
    TRY_ASSIGN(const Approval after, update(tx, decided(approval, *kind, decision)));
    insert(tx, after, decision);
    record_decision(tx, cause, after, decision);
    if (after.turn == Turn::nobody)
        due::stop(tx, after.contract_id, decide_clock, subject_of(after), cause.now());
    if (after.state == State::granted && approval.state != State::granted)
        start_end(tx, calendar, after);
    return after;
}

Result<Approval> withdraw(db::Tx& tx, const audit::Cause& cause, const Approval& approval, const std::string& reason)
{
    TRY_ASSIGN(Approval taken_back, withdrawn(approval, cause.actor(), cause.now()));
    TRY_ASSIGN(const Approval after, update(tx, std::move(taken_back)));
    audit::Entry entry = event(cause, after, "approval.withdrawn");
    entry.after = audit::facts_json({{"number", after.number}, {"state", "withdrawn"}});
    entry.reason = reason;
    audit::record(tx, entry);
    due::cancel(tx, after.contract_id, decide_clock, subject_of(after), cause.now());
    return after;
}

int void_of(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const audit::Subject& subject,
    const std::string& reason)
{
    int count = 0;
    for (const Approval& approval : of_subject(tx, contract, subject)) {
        if (approval.state != State::asked && approval.state != State::granted)
            continue;
        tx.execute(sql::void_approval, contract, approval.id, cause.now());
        audit::Entry entry = event(cause, approval, "approval.voided");
        entry.before = audit::facts_json({{"state", std::string{name_of(approval.state)}}});
        entry.after = audit::facts_json({{"number", approval.number}, {"state", "voided"}});
        entry.reason = reason;
        audit::record(tx, entry);
        due::cancel(tx, contract, decide_clock, subject_of(approval), cause.now());
        due::cancel(tx, contract, end_clock, subject_of(approval), cause.now());
        ++count;
    }
    return count;
}

int take_ended(db::Tx& tx, Instant now, int limit)
{
    Actor program;
    program.origin = Origin::job;
    const audit::Cause cause{program, now};
    int count = 0;
    for (const Approval& approval : tx.query(sql::ended_approvals, now, limit).map(approval_from)) {
        // Another process may have told it between the question and this.
        if (tx.execute(sql::tell_end, approval.contract_id, approval.id) != 1)
            continue;
        audit::Entry entry = event(cause, approval, "approval.ended");
        entry.after = audit::facts_json({{"number", approval.number}, {"title", approval.asked.title}});
        audit::record(tx, entry);
        due::cancel(tx, approval.contract_id, end_clock, subject_of(approval), now);
        ++count;
    }
    return count;
}

std::optional<Approval> find(db::Reader& reader, const ContractId& contract, const ApprovalId& id)
{
    return reader.query(sql::find_approval, contract, id).one_or_none(approval_from);
}

std::vector<Approval> of_subject(db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    return reader.query(sql::approvals_of_subject, contract, subject.kind, subject.id).map(approval_from);
}

std::vector<Approval> of_request(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::approvals_of_request, contract, request).map(approval_from);
}

std::vector<Approval> granted_for(
    db::Reader& reader, const ContractId& contract, const WorkRequestId& request, Instant from, Instant until)
{
    return reader.query(sql::granted_approvals, contract, request, from, until).map(approval_from);
}

std::vector<Decision> decisions_of(db::Reader& reader, const ContractId& contract, const ApprovalId& id)
{
    return reader.query(sql::list_decisions, contract, id).map(decision_from);
}

std::vector<Permitted> permits(
    db::Reader& reader, const contract::Profile& profile, const WorkRequestId& request, Instant from, Instant until)
{
    return permits(profile, granted_for(reader, profile.id, request, from, until), from, until);
}

Result<Permitted> permission_for(
    db::Reader& reader, const contract::Profile& profile, const WorkRequestId& request, const Use& use)
{
    // The past ones too, so that the answer can name the one that is over.
    constexpr Instant first = instant(LocalTime{make_day(1970, 1, 1)});
    constexpr Instant last = instant(LocalTime{make_day(9999, 12, 31)});
    return permission_for(profile, granted_for(reader, profile.id, request, first, last), use);
}

}
