#include "features/recovery/checklist_doc.hpp"

#include "core/era.hpp"
#include "core/in_language.hpp"
#include "formats/docx_writer.hpp"
#include "formats/xlsx_ledger.hpp"

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

std::vector<std::string> cells_of(const ChecklistLine& line, Language language)
{
    return {in(language, line.what), in(language, line.done ? Text{"済", "Done"} : Text{"未", "Open"}), line.shown,
        line.said, line.on ? to_text(*line.on) : std::string{}, line.by, line.clause};
}

Text title_of(const std::string& edition)
{
    return {"リカバリメディア納品確認表　" + edition, "Delivery of " + edition};
}

}

Result<std::string> checklist_workbook(
    const std::string& edition, std::span<const ChecklistLine> lines, Language language, Instant now)
{
    const Text title = title_of(edition);
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"納品確認表", "Delivery"}, title, checklist_columns, now)));
    for (const ChecklistLine& line : lines) {
        const auto texts = cells_of(line, language);
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

Result<std::string> checklist_document(
    const std::string& edition, std::span<const ChecklistLine> lines, Language language, Instant now)
{
    const std::string title = in(language, title_of(edition));
    docx::Writer writer{title, docx::Paper::landscape, now};
    writer.heading(title, docx::Align::center);
    const LocalDay today = day_of(now);
    writer.paragraph(in(language, {print_day(today, DayStyle::wareki), to_text(today)}), docx::Align::right);
    std::vector<int> widths;
    std::vector<std::string> head;
    for (const xlsx::LedgerColumn& column : checklist_columns) {
        widths.push_back(static_cast<int>(column.width));
        head.push_back(in(language, column.title));
    }
    std::vector<std::vector<std::string>> rows;
    for (const ChecklistLine& line : lines)
        rows.push_back(cells_of(line, language));
    writer.table(widths, head, rows);
    writer.space();
    writer.table({1, 1},
        {in(language, {"納品（受託者）", "Delivered by (contractor)"}),
            in(language, {"検収（市）", "Accepted by (city)"})},
        {{in(language, {"年　　月　　日　氏名", "Date and name"}),
            in(language, {"年　　月　　日　氏名", "Date and name"})}});
    return writer.finish();
}

}
