#include "features/visit/finding_list_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>
#include <ranges>

namespace hoshuban::visit {
namespace {

const xlsx::LedgerColumn finding_columns[] = {
    {{"日", "Day"}, 12},
    {{"拠点", "Site"}, 22},
    {{"区分", "Kind"}, 16},
    {{"内容", "What"}, 40},
    {{"申し出た人", "Who said so"}, 16},
    {{"その場の回答", "Answer on site"}, 30},
    {{"回答予定日", "Reply promised by"}, 12},
    {{"回答日", "Replied on"}, 12},
    {{"回答", "Reply"}, 30},
    {{"回答した相手", "Replied to"}, 16},
    {{"回答の遅れ", "Reply late"}, 10},
    {{"市に報告した日", "Reported on"}, 14},
    {{"報告した人", "Reported by"}, 16},
    {{"指示した日", "Instructed on"}, 12},
    {{"市の指示", "Instruction of the city"}, 30},
    {{"対応", "Asked for"}, 10},
    {{"対応した日", "Done on"}, 12},
    {{"対応の内容", "What was done"}, 30},
    {{"状態", "State"}, 14},
};

using FindingRow = std::array<std::string, std::size(finding_columns)>;

const Text asked_for{"要", "Yes"};
const Text not_asked_for{"不要", "No"};
const Text came_late{"遅れ", "Late"};

std::string day_text(const auto& act)
{
    return act ? to_text(act->on) : std::string{};
}

FindingRow row_of(const ListedFinding& listed, Language language, LocalDay today)
{
    const Finding& finding = listed.finding;
    const FindingFacts& facts = finding.facts;
    const Reply reply = facts.reply.value_or(Reply{});
    const Instruction instruction = finding.instruction.value_or(Instruction{});
    return {to_text(facts.found_on), listed.site_name, in(language, label(facts.kind)), facts.text, facts.told_by,
        facts.answer, facts.promised_on ? to_text(*facts.promised_on) : "", day_text(facts.reply), reply.text, reply.to,
        is_late(finding, today) ? in(language, came_late) : "", day_text(facts.report),
        facts.report.value_or(Report{}).by, day_text(finding.instruction), instruction.text,
        finding.instruction ? in(language, instruction.asks ? asked_for : not_asked_for) : "",
        day_text(facts.completion), facts.completion.value_or(Completion{}).text,
        in(language, label(state_of(finding)))};
}

}

Result<std::string> finding_workbook(const std::vector<ListedFinding>& findings, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"所見・要望・質問", "Findings"},
            {"訪問での所見・要望・質問", "Findings of visits"}, finding_columns, now)));
    for (const ListedFinding& listed : std::views::reverse(findings)) {
        const FindingRow texts = row_of(listed, language, day_of(now));
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
