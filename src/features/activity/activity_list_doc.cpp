#include "features/activity/activity_list_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::activity {
namespace {

const xlsx::LedgerColumn columns[] = {
    {{"番号", "Number"}, 11},
    {{"対応した日", "Done on"}, 12},
    {{"作業の種類", "Kind of work"}, 22},
    {{"件名", "Title"}, 26},
    {{"求めた人", "Asked by"}, 16},
    {{"対応の内容", "What was done"}, 40},
    {{"結果", "Result"}, 32},
    {{"工数(時間)", "Hours"}, 10, true},
    {{"対応した人", "Performed by"}, 14},
    {{"関係する依頼", "Work request"}, 12},
    {{"事前の承認", "Approval beforehand"}, 14},
    {{"取消し", "Struck out"}, 20},
};

std::string label_of(const LedgerSheet& sheet, const std::string& id, Language language)
{
    const contract::WorkType* type = find_logged_type(sheet.profile, id);
    return type ? in(language, type->label) : id;
}

std::string permission_text(const LedgerSheet& sheet, const Activity& activity, Language language)
{
    return lacks_permission(sheet.profile, activity) ? in(language, {"なし", "none"}) : activity.permission;
}

Result<void> add_record(xlsx::Writer& writer, const LedgerSheet& sheet, const Activity& activity, Language language)
{
    const Written& written = activity.written;
    const std::string day = to_text(written.done_on);
    const std::string kind = label_of(sheet, written.work_type, language);
    const std::string permission = permission_text(sheet, activity, language);
    const std::string cancelled = activity.cancelled ? activity.cancelled->reason : "";
    const std::array<xlsx::Value, std::size(columns)> row{activity.number, day, kind, written.title, written.asked_by,
        written.what, written.result, written.hours.tenths / 10.0, written.performed_by, activity.request_number,
        permission, cancelled};
    return writer.add(row);
}

Result<void> add_total(xlsx::Writer& writer, const LedgerSheet& sheet, const Total& total, Language language)
{
    const std::string label = in(language, {"計", "Total"});
    const std::string kind = label_of(sheet, total.work_type, language);
    const std::string count =
        std::to_string(total.activities) + in(language, {"件", total.activities == 1 ? " record" : " records"});
    std::array<xlsx::Value, std::size(columns)> row{};
    row[0] = label;
    row[2] = kind;
    row[3] = count;
    row[7] = total.hours.tenths / 10.0;
    return writer.add(row);
}

}

Result<std::string> activity_workbook(const LedgerSheet& sheet, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(
            language, {"対応記録", "Activities"}, {"対応記録", "Ledger of activities"}, columns, now)));
    for (const Activity& activity : sheet.activities)
        TRY(add_record(writer, sheet, activity, language));
    for (const Total& total : sheet.totals)
        TRY(add_total(writer, sheet, total, language));
    return writer.finish();
}

}
