#include "features/approval/approver_store.hpp"

#include "features/account/membership_store.hpp"
#include "features/approval/approval.hpp"
#include "features/approval/sql.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::approval {
namespace {

Approver approver_from(const db::Row& row)
{
    return {.id = row.get<ApproverId>("id"),
        .kind = row.get<std::string>("kind"),
        .step = row.get<int>("step"),
        .side = row.get<Side>("side"),
        .person = row.get<PersonId>("person_id"),
        .name = row.get<std::string>("name")};
}

Deputy deputy_from(const db::Row& row)
{
    return {.id = row.get<DeputyId>("id"),
        .side = row.get<Side>("side"),
        .person = row.get<PersonId>("person_id"),
        .name = row.get<std::string>("name"),
        .deputy = row.get<PersonId>("deputy_id"),
        .deputy_name = row.get<std::string>("deputy_name"),
        .from = row.get<LocalDay>("from_day"),
        .to = row.get<LocalDay>("to_day")};
}

void record(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, std::string_view kind,
    audit::Subject subject, const std::map<std::string, std::string>& facts)
{
    audit::Entry entry = audit::entry(cause, contract, kind, std::move(subject));
    entry.after = audit::facts_json(facts);
    audit::record(tx, entry);
}

std::map<std::string, std::string> facts_of(const Approver& approver)
{
    return {{"kind", approver.kind}, {"step", std::to_string(approver.step + 1)}, {"approver", approver.name}};
}

std::map<std::string, std::string> facts_of(const Deputy& deputy)
{
    return {{"approver", deputy.name}, {"deputy", deputy.deputy_name}, {"from", to_text(deputy.from)},
        {"until", to_text(deputy.to - std::chrono::days{1})}};
}

Result<void> check_own_side(Side side)
{
    if (side != Side::neutral)
        return {};
    return fail(ErrorKind::forbidden, "approval/no_side",
        {"自分の側の承認者だけを登録できます。", "only approvers of one's own side can be named"});
}

Result<std::string> name_of_decider(const std::vector<Decider>& people, const PersonId& person, bool for_site)
{
    const auto found = std::ranges::find(people, person, &Decider::person);
    if (found != people.end() && (found->whole || for_site))
        return found->name;
    return fail(ErrorKind::invalid, "approval/cannot_decide",
        {"この人は自分の側で承認・許可の判断をする役割を持っていません。先に役割を登録してください。",
            "this person has no role that decides on your side: give the role first"});
}

std::unexpected<Error> no_such_row()
{
    return fail(ErrorKind::not_found, "approval/no_such_row",
        {"登録が見つかりません。画面を読み直してください。", "no such entry: load the page again"});
}

}

Panel panel_of(db::Reader& reader, const ContractId& contract)
{
    return {reader.query(sql::list_approvers, contract).map(approver_from),
        reader.query(sql::list_deputies, contract).map(deputy_from)};
}

Result<Approver> name_approver(
    db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause, const Approver& wanted)
{
    Approver approver = wanted;
    approver.side = cause.actor().side(profile.id);
    TRY(check_own_side(approver.side));
    const contract::ApprovalKind* kind = contract::find_approval_kind(profile, approver.kind);
    if (!kind || approver.step < 0 || approver.step >= steps_of(*kind)) {
        return fail(ErrorKind::invalid, "approval/unknown_step",
            {"この契約にない種類か段です。選び直してください。", "this contract has no such kind or step"});
    }
    const auto people = deciders(tx, profile.id, approver.side, day_of(cause.now()));
    const bool for_site = kind->decider == contract::ApprovalDecider::site;
    TRY_ASSIGN(approver.name, name_of_decider(people, approver.person, for_site));
    if (tx.execute(sql::insert_approver, profile.id, approver.id, approver.kind, approver.step, approver.side,
            approver.person) != 1) {
        return fail(ErrorKind::conflict, "approval/named_already",
            {fmt::format("{}さんはこの段の承認者として登録されています。", approver.name),
                fmt::format("{} is named for this step already", approver.name)});
    }
    record(tx, cause, profile.id, "approval.approver_named", {"approver", approver.id.text}, facts_of(approver));
    return approver;
}

Result<void> remove_approver(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const ApproverId& id)
{
    const Side side = cause.actor().side(contract);
    const auto approvers = panel_of(tx, contract).approvers;
    const auto found = std::ranges::find(approvers, id, &Approver::id);
    if (found == approvers.end() || tx.execute(sql::delete_approver, contract, id, side) != 1)
        return no_such_row();
    record(tx, cause, contract, "approval.approver_removed", {"approver", id.text}, facts_of(*found));
    return {};
}

Result<Deputy> add_deputy(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const Deputy& wanted)
{
    Deputy deputy = wanted;
    deputy.side = cause.actor().side(contract);
    TRY(check_own_side(deputy.side));
    TRY(check(deputy));
    const auto people = deciders(tx, contract, deputy.side, day_of(cause.now()));
    TRY_ASSIGN(deputy.name, name_of_decider(people, deputy.person, true));
    TRY_ASSIGN(deputy.deputy_name, name_of_decider(people, deputy.deputy, true));
    tx.execute(
        sql::insert_deputy, contract, deputy.id, deputy.side, deputy.person, deputy.deputy, deputy.from, deputy.to);
    record(tx, cause, contract, "approval.deputy_named", {"deputy", deputy.id.text}, facts_of(deputy));
    return deputy;
}

Result<void> remove_deputy(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const DeputyId& id)
{
    const Side side = cause.actor().side(contract);
    const auto deputies = panel_of(tx, contract).deputies;
    const auto found = std::ranges::find(deputies, id, &Deputy::id);
    if (found == deputies.end() || tx.execute(sql::delete_deputy, contract, id, side) != 1)
        return no_such_row();
    record(tx, cause, contract, "approval.deputy_removed", {"deputy", id.text}, facts_of(*found));
    return {};
}

std::vector<Decider> deciders(db::Reader& reader, const ContractId& contract, Side side, LocalDay day)
{
    std::vector<Decider> people;
    for (const account::Member& member : account::list_members(reader, contract, day)) {
        const Role role = member.membership.role;
        if (hoshuban::side_of(role) != side || !allows(role, Permission::decide_approval))
            continue;
        const bool whole = scope_of(role) == Scope::contract;
        if (const auto known = std::ranges::find(people, member.person, &Decider::person); known != people.end())
            known->whole = known->whole || whole;
        else
            people.push_back({member.person, member.name, whole});
    }
    return people;
}

}
