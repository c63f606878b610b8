#include "features/improvement/improvement.hpp"

#include "core/typed_fields.hpp"

#include <fmt/format.h>

namespace hoshuban::improvement {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_passage = 2'000;

std::unexpected<Error> does_not_follow()
{
    return fail(ErrorKind::conflict, "improvement/does_not_follow",
        {"この提案の今の状態ではできません。画面を読み込み直してください。",
            "this does not follow from where the proposal stands: reload the page"});
}

Result<void> check_day(const char* field, LocalDay day, LocalDay first, LocalDay last)
{
    if (first <= day && day <= last)
        return {};
    const Text text{fmt::format("{}から{}までの日を書いてください。", to_text(first), to_text(last)),
        fmt::format("write a day from {} to {}", to_text(first), to_text(last))};
    return fail(
        ErrorKind::invalid, "improvement/day_out_of_order", text, {{field, "improvement/day_out_of_order", text}});
}

Result<void> take_plan(Plan& plan, LocalDay today)
{
    TRY(take_fields({{"title", plan.title, longest_name, true}, {"problem", plan.problem, longest_passage, true},
        {"measure", plan.measure, longest_passage, true}, {"aim", plan.aim, longest_passage},
        {"person", plan.person, longest_name, true}}));
    if (plan.due_on && *plan.due_on < today)
        return check_day("due_on", *plan.due_on, today, make_day(9999, 12, 30));
    return {};
}

LocalDay proposed_on(const Improvement& improvement)
{
    return day_of(improvement.proposed_at);
}

}

const Text& label(State state)
{
    static const Text labels[] = {{"市の判断待ち", "Awaits the city"}, {"採らない", "Declined"}, {"合意済み", "Agreed"},
        {"実施中", "Being done"}, {"効果を確認", "Effect checked"}, {"完了", "Closed"}, {"次の改善へ", "Goes on"},
        {"取下げ", "Withdrawn"}};
    return labels[static_cast<std::size_t>(state)];
}

const Text& label(Ground ground)
{
    static const Text labels[] = {
        {"機器", "Unit"}, {"機種", "Model"}, {"拠点", "Site"}, {"見込み", "Estimate"}, {"その他", "Other"}};
    return labels[static_cast<std::size_t>(ground)];
}

State state_of(const Improvement& improvement)
{
    if (!improvement.withdrawn.empty())
        return State::withdrawn;
    if (improvement.conclusion)
        return improvement.conclusion->goes_on ? State::continued : State::closed;
    if (improvement.check)
        return State::checked;
    if (improvement.start)
        return State::doing;
    if (!improvement.decision)
        return State::proposed;
    return improvement.decision->accepts ? State::accepted : State::declined;
}

bool is_open(State state)
{
    return state == State::proposed || state == State::accepted || state == State::doing || state == State::checked;
}

Result<Improvement> proposed(Improvement improvement, LocalDay today)
{
    TRY(take_plan(improvement.plan, today));
    return improvement;
}

Result<Improvement> planned_anew(Improvement improvement, Plan plan, LocalDay today)
{
    if (state_of(improvement) != State::proposed)
        return does_not_follow();
    const bool same_day = plan.due_on == improvement.plan.due_on;
    TRY(take_plan(plan, same_day ? proposed_on(improvement) : today));
    improvement.plan = std::move(plan);
    return improvement;
}

Result<Improvement> decided(Improvement improvement, Decision decision, LocalDay today)
{
    if (state_of(improvement) != State::proposed)
        return does_not_follow();
    TRY(take_fields(
        {{"by", decision.by, longest_name, true}, {"reason", decision.reason, longest_passage, !decision.accepts}}));
    TRY(check_day("on", decision.on, proposed_on(improvement), today));
    improvement.decision = std::move(decision);
    return improvement;
}

Result<Improvement> started(Improvement improvement, Start start, LocalDay today)
{
    if (state_of(improvement) != State::accepted)
        return does_not_follow();
    TRY(take_fields({{"by", start.by, longest_name, true}}));
    TRY(check_day("on", start.on, improvement.decision.value().on, today));
    improvement.start = std::move(start);
    return improvement;
}

Result<Improvement> checked(Improvement improvement, Check check, LocalDay today)
{
    const State state = state_of(improvement);
    if (state != State::doing && state != State::checked)
        return does_not_follow();
    TRY(take_fields({{"text", check.text, longest_passage, true}}));
    TRY(check_day("effective_on", check.effective_on, improvement.start.value().on, today));
    TRY(check_day("until", check.until, check.effective_on, today));
    improvement.check = std::move(check);
    return improvement;
}

Result<Improvement> concluded(Improvement improvement, Conclusion conclusion, LocalDay today)
{
    if (state_of(improvement) != State::checked)
        return does_not_follow();
    TRY(take_fields({{"by", conclusion.by, longest_name, true}, {"text", conclusion.text, longest_passage, true}}));
    TRY(check_day("on", conclusion.on, improvement.check.value().until, today));
    improvement.conclusion = std::move(conclusion);
    return improvement;
}

Result<Improvement> withdrawn(Improvement improvement, std::string reason)
{
    const State state = state_of(improvement);
    if (state != State::proposed && state != State::accepted && state != State::doing)
        return does_not_follow();
    TRY(take_fields({{"reason", reason, longest_passage, true}}));
    improvement.withdrawn = std::move(reason);
    return improvement;
}

}
