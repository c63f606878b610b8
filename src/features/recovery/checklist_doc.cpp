#include "features/recovery/checklist_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>
#include <vector>

namespace hoshuban::recovery {
namespace {

const xlsx::LedgerColumn checklist_columns[] = {
    {{"成果物・予備機", "Deliverable or spare"}, 40},
    {{"確認", "Checked"}, 10},
    {{"書類・媒体・所在", "File, medium or place"}, 44},
    {{"変わらない理由・今の版", "Why unchanged, or present edition"}, 40},
    {{"日付", "Day"}, 12},
    {{"記入した人", "By"}, 18},
    {{"根拠", "Clause"}, 18},
};

}

Result<std::string> checklist_workbook(
    const std::string& edition, std::span<const ChecklistLine> lines, Language language, Instant now)
{
    const Text title{"リカバリメディア納品確認表　" + edition, "Delivery of " + edition};
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"納品確認表", "Delivery"}, title, checklist_columns, now)));
    for (const ChecklistLine& line : lines) {
        const std::array<std::string, std::size(checklist_columns)> texts{in(language, line.what),
            in(language, line.done ? Text{"済", "Done"} : Text{"未", "Open"}), line.shown, line.said,
            line.on ? to_text(*line.on) : std::string{}, line.by, line.clause};
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
