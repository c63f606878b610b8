#include "features/improvement/improvement_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/improvement/sql.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::improvement {
namespace {

Basis basis_from(const db::Row& row)
{
    return {row.get<Ground>("ground"), row.get<std::string>("ground_id"), row.get<std::string>("ground_name"),
        row.get<std::string>("device_class"), row.get<std::optional<LocalDay>>("as_of"), row.get<int>("months"),
        {row.get<std::string>("finding_ja"), row.get<std::string>("finding_en")}};
}

Plan plan_from(const db::Row& row)
{
    return {row.get<std::string>("title"), row.get<std::string>("problem"), row.get<std::string>("measure"),
        row.get<std::string>("aim"), row.get<std::string>("person"), row.get<std::optional<LocalDay>>("due_on")};
}

Check check_from(const db::Row& row, LocalDay effective_on)
{
    Check check{.effective_on = effective_on,
        .until = row.get<LocalDay>("checked_until"),
        .text = row.get<std::string>("evaluation")};
    if (const auto days = row.get<std::optional<int>>("days_before"))
        check.effect = trend::Effect{
            {row.get<int>("faults_before"), *days}, {row.get<int>("faults_after"), row.get<int>("days_after")}};
    return check;
}

Improvement improvement_from(const db::Row& row)
{
    Improvement read{.id = row.get<ImprovementId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<int>("number"),
        .basis = basis_from(row),
        .plan = plan_from(row),
        .continues = row.get<std::optional<ImprovementId>>("continues_id"),
        .withdrawn = row.get<std::string>("withdrawn"),
        .proposed_by = row.get<std::string>("proposed_by"),
        .proposed_at = row.get<Instant>("proposed_at"),
        .version = row.get<int>("version")};
    if (const auto on = row.get<std::optional<LocalDay>>("decided_on"))
        read.decision = Decision{row.get<bool>("accepts"), *on, row.get<std::string>("decided_by"),
            row.get<std::string>("decision"), row.get<std::string>("decision_entered_by")};
    if (const auto on = row.get<std::optional<LocalDay>>("started_on"))
        read.start = Start{*on, row.get<std::string>("started_by")};
    if (const auto on = row.get<std::optional<LocalDay>>("effective_on"))
        read.check = check_from(row, *on);
    if (const auto on = row.get<std::optional<LocalDay>>("concluded_on"))
        read.conclusion = Conclusion{
            row.get<bool>("goes_on"), *on, row.get<std::string>("concluded_by"), row.get<std::string>("conclusion")};
    return read;
}

void add_course(audit::Facts& facts, const Improvement& is)
{
    if (is.decision)
        facts.insert({{"accepts", is.decision->accepts ? "yes" : "no"}, {"decided_on", to_text(is.decision->on)},
            {"decided_by", is.decision->by}, {"decision", is.decision->reason}});
    if (is.start)
        facts.insert({{"started_on", to_text(is.start->on)}, {"started_by", is.start->by}});
    if (is.check)
        facts.insert({{"effective_on", to_text(is.check->effective_on)}, {"checked_until", to_text(is.check->until)},
            {"evaluation", is.check->text},
            {"effect", is.check->effect ? trend::sentence(*is.check->effect).ja : std::string{}}});
    if (is.conclusion)
        facts.insert({{"goes_on", is.conclusion->goes_on ? "yes" : "no"}, {"concluded_on", to_text(is.conclusion->on)},
            {"concluded_by", is.conclusion->by}, {"conclusion", is.conclusion->text}});
}

audit::Facts facts_of(const Improvement& is)
{
    audit::Facts facts{{"number", std::to_string(is.number)}, {"state", std::string{name_of(state_of(is))}},
        {"ground", std::string{name_of(is.basis.ground)}}, {"ground_name", is.basis.name},
        {"finding", is.basis.finding.ja}, {"title", is.plan.title}, {"problem", is.plan.problem},
        {"measure", is.plan.measure}, {"aim", is.plan.aim}, {"person", is.plan.person},
        {"due_on", is.plan.due_on ? to_text(*is.plan.due_on) : ""},
        {"continues", is.continues ? is.continues->text : ""}, {"withdrawn", is.withdrawn}};
    add_course(facts, is);
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

void record_change(
    db::Tx& tx, const audit::Cause& cause, const Happening& told, const audit::Facts& before, const Improvement& after)
{
    audit::Entry event = audit::entry(cause, after.contract_id, told.kind, subject_of(after));
    event.reason = told.reason;
    audit::Facts facts = facts_of(after);
    for (const auto& fact : before)
        facts.emplace(fact.first, ""); // what was left out
    audit::put_change(event, before, facts);
    audit::record(tx, event);
}

Result<void> check_continues(db::Reader& reader, const Improvement& improvement)
{
    if (!improvement.continues)
        return {};
    const auto before = get(reader, improvement.contract_id, *improvement.continues);
    if (before && state_of(*before) == State::continued)
        return {};
    const Text text{"続きの提案は、「次の改善へ」で終わった提案からだけ作れます。",
        "only a proposal that ended with \"goes on\" is continued"};
    return fail(
        ErrorKind::conflict, "improvement/not_continued", text, {{"continues_id", "improvement/not_continued", text}});
}

int number_from(const std::string& text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}

audit::Subject subject_of(const Improvement& improvement)
{
    return {"improvement", improvement.id.text};
}

Result<Improvement> get(db::Reader& reader, const ContractId& contract, const ImprovementId& id)
{
    auto found = reader.query(sql::find_improvement, contract, id).one_or_none(improvement_from);
    if (!found)
        return fail(ErrorKind::not_found, "improvement/not_found", {"改善提案が見つかりません。", "no such proposal"});
    return *std::move(found);
}

Result<Improvement> get_version(db::Reader& reader, const ContractId& contract, const ImprovementId& id, int version)
{
    TRY_ASSIGN(auto found, get(reader, contract, id));
    if (found.version != version)
        return changed_meanwhile("improvement/changed", found.version);
    return found;
}

Result<Improvement> insert(db::Tx& tx, const audit::Cause& cause, Improvement improvement)
{
    TRY(check_continues(tx, improvement));
    improvement.number = tx.query(sql::next_improvement, improvement.contract_id)
                             .one_or_none([](const db::Row& row) { return row.get<int>("number"); })
                             .value_or(1);
    const Basis& basis = improvement.basis;
    const Plan& plan = improvement.plan;
    tx.execute(sql::insert_improvement, improvement.contract_id, improvement.id, improvement.number, basis.ground,
        basis.id, basis.name, basis.device_class, basis.on, basis.months, basis.finding.ja, basis.finding.en,
        plan.title, plan.problem, plan.measure, plan.aim, plan.person, plan.due_on, improvement.continues,
        improvement.proposed_by, improvement.proposed_at);
    record_change(tx, cause, {"improvement.proposed"}, {}, improvement);
    return improvement;
}

Improvement update(
    db::Tx& tx, const audit::Cause& cause, const Happening& told, const Improvement& before, Improvement after)
{
    const State state = state_of(after);
    const Plan& plan = after.plan;
    const Decision decision = after.decision.value_or(Decision{});
    const Check check = after.check.value_or(Check{});
    const Conclusion conclusion = after.conclusion.value_or(Conclusion{});
    const auto day = [](const auto& act) { return act ? std::optional{act->on} : std::nullopt; };
    const auto counted = [&](int trend::Exposure::*what, trend::Exposure trend::Effect::*when) {
        return check.effect ? std::optional{(*check.effect).*when.*what} : std::nullopt;
    };
    using trend::Effect;
    using trend::Exposure;
    tx.execute(sql::update_improvement, after.contract_id, after.id, after.version, state, is_open(state), plan.title,
        plan.problem, plan.measure, plan.aim, plan.person, plan.due_on, decision.accepts, day(after.decision),
        decision.by, decision.reason, decision.entered_by, day(after.start), after.start.value_or(Start{}).by,
        after.check ? std::optional{check.effective_on} : std::nullopt,
        after.check ? std::optional{check.until} : std::nullopt, counted(&Exposure::faults, &Effect::before),
        counted(&Exposure::days, &Effect::before), counted(&Exposure::faults, &Effect::after),
        counted(&Exposure::days, &Effect::after), check.text, conclusion.goes_on, day(after.conclusion), conclusion.by,
        conclusion.text, after.withdrawn);
    ++after.version;
    record_change(tx, cause, told, facts_of(before), after);
    return after;
}

Result<Page> list(
    db::Reader& reader, const ContractId& contract, const Filter& filter, const std::string& cursor, int limit)
{
    int below = 0;
    if (!cursor.empty()) {
        TRY_ASSIGN(const auto keys, cursor_keys(cursor, 1));
        below = number_from(keys[0]);
    }
    const std::string_view state = filter.state ? name_of(*filter.state) : std::string_view{};
    const std::string_view ground = filter.ground ? name_of(*filter.ground) : std::string_view{};
    Page page;
    page.improvements = filter.only_open
        ? reader.query(sql::list_open_improvements, contract, ground, filter.ground_id, below, limit + 1)
              .map(improvement_from)
        : reader.query(sql::list_improvements, contract, state, ground, filter.ground_id, below, limit + 1)
              .map(improvement_from);
    if (static_cast<int>(page.improvements.size()) > limit) {
        page.improvements.pop_back();
        page.next = cursor_of({std::to_string(page.improvements.back().number)});
    }
    return page;
}

}
