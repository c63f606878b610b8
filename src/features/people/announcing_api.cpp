#include "features/people/announcing_api.hpp"

#include "core/era.hpp"
#include "features/account/membership_store.hpp"
#include "features/approval/approval_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/people/change_text.hpp"
#include "features/people/event_api.hpp"
#include "features/people/leaving_job.hpp"
#include "features/people/people_store.hpp"
#include "platform/crypto.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::people {
namespace {

constexpr int leavings_at_once = 50;

std::string_view kind_of_event(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::entry:
        return "roster.entry_announced";
    case ChangeKind::change:
        return "roster.change_announced";
    case ChangeKind::leaving:
        return "roster.leaving_announced";
    }
    return {};
}

std::string title_of(const RosterChange& change)
{
    const char* what = change.kind == ChangeKind::entry ? "登録" : change.kind == ChangeKind::change ? "変更" : "終了";
    return fmt::format("従事者の{}：{}（{}）{}から", what, change.entry.name, change.entry.company,
        print_day(change.takes_effect_on, DayStyle::wareki_weekday));
}

std::string reason_of(const RosterChange& change)
{
    std::string text = change.reason;
    const auto add = [&](std::string_view label, const std::string& value) {
        if (!value.empty())
            text += fmt::format("{}{}：{}", text.empty() ? "" : " ／ ", label, value);
    };
    add("市の求め", change.city_request);
    add("書面で届け出た日", change.reported_on ? to_text(*change.reported_on) : "");
    add("緊急", change.emergency ? "効力の日までの期間が足りない届出" : "");
    return text;
}

void put(std::vector<Worker>& roster, const Worker& worker)
{
    const auto known = std::ranges::find(roster, worker.id, &Worker::id);
    if (known == roster.end())
        roster.push_back(worker);
    else
        *known = worker;
}

Result<void> tell_city(
    db::Tx& tx, const Announcing& where, const Course& course, const WorkerId& worker, RosterChange& change)
{
    if (course.kind == nullptr)
        return {};
    approval::Application application{.kind = course.kind->id, .title = title_of(change), .reason = reason_of(change)};
    application.subject = {"roster_change", change.id.text};
    application.content_sha256 = crypto::sha256_hex(text_of_change(worker, change));
    TRY_ASSIGN(const auto asked,
        approval::ask(tx, where.profile, *where.calendar, audit::cause_of(where.context),
            where.context.new_id<ApprovalId>(), application));
    change.approval_number = asked.number;
    return {};
}

// What was announced before contents were hashed has none.
Result<void> check_content(const WorkerId& worker, const RosterChange& change, const approval::Approval& approval)
{
    const std::string& seen = approval.asked.content_sha256;
    if (seen.empty() || seen == crypto::sha256_hex(text_of_change(worker, change)))
        return {};
    return fail(ErrorKind::conflict, "people/other_content",
        {"名簿の届出の内容が、申請されたときの内容と違います。届け出直してもらってください。",
            "the announcement says something else than what was applied for: let it be announced anew"});
}

}

Result<Announcing> announcing(db::Tx& tx, http::Context& context, const contract::Profile& profile, const Rooms& rooms)
{
    TRY_ASSIGN(auto calendar, calendar::working_calendar(tx, profile));
    return Announcing{context, profile, std::move(calendar), rooms, list_workers(tx, profile.id)};
}

Result<Announced> announce(db::Tx& tx, Announcing& where, Worker worker, Announcement wanted)
{
    http::Context& context = where.context;
    const bool is_new = worker.changes.empty();
    const Situation at{where.profile, *where.calendar, where.roster, is_new ? nullptr : &worker, day_of(context.now())};
    TRY_ASSIGN(auto decided, decide(at, std::move(wanted)));
    RosterChange& change = decided.change;
    change.id = context.new_id<RosterChangeId>();
    change.announced_at = context.now();
    change.announced_by = context.actor().person;
    change.announced_by_name = context.actor().name;
    TRY(tell_city(tx, where, decided.course, worker.id, change));
    const RosterChange* before = is_new ? nullptr : in_force_on(worker, change.takes_effect_on);
    Facts facts_before = before == nullptr ? Facts{} : facts_of(before->entry);
    if (is_new) {
        insert(tx, worker, context.now());
    } else {
        TRY_ASSIGN(worker, update(tx, std::move(worker)));
    }
    insert(tx, worker, change);
    record(tx, audit::cause_of(context), {kind_of_event(change.kind), change.reason}, worker, std::move(facts_before),
        facts_of(change));
    worker.changes.push_back(change);
    if (change.kind == ChangeKind::leaving && counts(change) && change.takes_effect_on <= at.today)
        take_leavings(tx, context.now(), leavings_at_once, where.rooms.forget_sessions);
    put(where.roster, worker);
    return Announced{std::move(worker), change};
}

Result<void> take_back(db::Tx& tx, const ContractId& contract, const RosterChange& change)
{
    if (settle(tx, contract, change) == Settling::done)
        return {};
    return fail(ErrorKind::conflict, "people/not_open",
        {"取り下げられる届出ではありません。最新の内容を確かめてください。",
            "this announcement cannot be withdrawn: look at its present state"});
}

Result<void> check_account(db::Reader& reader, const ContractId& contract, const std::optional<PersonId>& person)
{
    if (!person)
        return {};
    const auto members = account::list_members(reader, contract, std::nullopt);
    const bool contractor = std::ranges::any_of(members, [&](const account::Member& member) {
        return member.person == *person && side_of(member.membership.role) == Side::contractor;
    });
    if (contractor)
        return {};
    return fail(ErrorKind::invalid, "people/no_account",
        {"この契約で受託者側の役割を持つ利用者を選んでください。",
            "choose an account that has a role of the contractor in this contract"},
        {{"person_id", "people/no_account",
            {"受託者側の利用者を選んでください。", "choose an account of the contractor"}}});
}

Result<void> settle_change(db::Tx& tx, const audit::Cause& cause, const approval::Approval& approval)
{
    const auto found = find_change(tx, approval.contract_id, {approval.asked.subject.id});
    if (!found || found->change.standing != Standing::announced || approval.state == approval::State::asked ||
        approval.state == approval::State::voided)
        return {};
    RosterChange change = found->change;
    change.settled_at = cause.now();
    change.approval_number = approval.number;
    std::string_view kind = "roster.settled";
    if (approval.state == approval::State::granted) {
        TRY(check_content(found->worker, change, approval));
        change.standing = Standing::settled;
        // Nothing takes effect before the consent that it needs.
        if (change.needs_grant)
            change.takes_effect_on = std::max(change.takes_effect_on, day_of(cause.now()));
    } else {
        const bool refused = approval.state == approval::State::refused;
        change.standing = refused ? Standing::refused : Standing::withdrawn;
        kind = refused ? "roster.refused" : "roster.withdrawn";
    }
    settle(tx, approval.contract_id, change);
    TRY_ASSIGN(auto worker, get_worker(tx, approval.contract_id, found->worker));
    TRY_ASSIGN(worker, update(tx, std::move(worker)));
    record(tx, cause, {kind, approval.conditions}, worker, {}, {{"approval", approval.number}});
    return {};
}

}
