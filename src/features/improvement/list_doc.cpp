#include "features/improvement/list_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>
#include <fmt/format.h>
#include <ranges>

namespace hoshuban::improvement {
namespace {

const xlsx::LedgerColumn columns[] = {
    {{"番号", "Number"}, 8},
    {{"状態", "State"}, 14},
    {{"提案日", "Proposed on"}, 12},
    {{"対象", "About"}, 10},
    {{"名前", "Name"}, 22},
    {{"題名", "Title"}, 36},
    {{"課題", "Problem"}, 40},
    {{"対策", "Measure"}, 40},
    {{"ねらい", "Aim"}, 30},
    {{"担当", "Person"}, 16},
    {{"予定日", "Due on"}, 12},
    {{"市の判断", "Decision"}, 10},
    {{"判断日", "Decided on"}, 12},
    {{"判断した人", "Decided by"}, 16},
    {{"理由", "Reason"}, 30},
    {{"着手日", "Started on"}, 12},
    {{"効果の始まり", "Effective on"}, 12},
    {{"確認した日まで", "Checked until"}, 12},
    {{"前後の件数", "Before and after"}, 44},
    {{"評価", "Evaluation"}, 36},
    {{"結び", "Conclusion"}, 36},
    {{"取下げの理由", "Why withdrawn"}, 24},
};

using Texts = std::array<std::string, std::size(columns)>;

const Text accepted{"合意", "Agreed"};
const Text declined{"採らない", "Declined"};

Texts row_of(const Improvement& is, Language language)
{
    const Decision decision = is.decision.value_or(Decision{});
    const Check check = is.check.value_or(Check{});
    const auto day = [](const auto& act) { return act ? to_text(act->on) : std::string{}; };
    return {std::to_string(is.number), in(language, label(state_of(is))), to_text(day_of(is.proposed_at)),
        in(language, label(is.basis.ground)), is.basis.name, is.plan.title, is.plan.problem, is.plan.measure,
        is.plan.aim, is.plan.person, is.plan.due_on ? to_text(*is.plan.due_on) : "",
        is.decision ? in(language, decision.accepts ? accepted : declined) : "", day(is.decision), decision.by,
        decision.reason, day(is.start), is.check ? to_text(check.effective_on) : "",
        is.check ? to_text(check.until) : "", check.effect ? in(language, trend::sentence(*check.effect)) : "",
        check.text, is.conclusion ? is.conclusion->text : "", is.withdrawn};
}

}

Result<std::string> workbook(const std::vector<Improvement>& improvements, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(
            language, {"改善提案", "Improvements"}, {"改善提案", "Proposals for improvement"}, columns, now)));
    for (const Improvement& each : std::views::reverse(improvements)) {
        const Texts texts = row_of(each, language);
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
