#include "features/repair/repair_list_doc.hpp"

#include "core/in_language.hpp"
#include "features/repair/repair_words.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::repair {
namespace {

const xlsx::LedgerColumn repair_columns[] = {
    {{"番号", "Number"}, 10},
    {{"機器ID", "Device ID"}, 12},
    {{"機器の種類", "Kind"}, 24},
    {{"機種名", "Model"}, 28},
    {{"システムの区分", "Division"}, 16},
    {{"故障した日", "Failed on"}, 12},
    {{"症状", "Symptom"}, 32},
    {{"代わりの予備機", "Spare in its place"}, 12},
    {{"作業依頼", "Work request"}, 12},
    {{"保証の終わり", "Warranty ends"}, 12},
    {{"状態", "State"}, 16},
    {{"試験の結果", "Finding"}, 12},
    {{"消去した日", "Erased on"}, 12},
    {{"最後の記録", "Latest step"}, 12},
};

std::string day_text(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

}

Result<std::string> repair_workbook(const std::vector<Listed>& repairs, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(
            language, {"修理台帳", "Repairs"}, {"修理台帳", "Ledger of repairs"}, repair_columns, now)));
    for (const Listed& each : repairs) {
        const Repair& repair = each.repair;
        const std::array<std::string, std::size(repair_columns)> texts{repair.number, each.device_number, each.kind,
            each.model, each.division, to_text(repair.failed_on), repair.symptom, each.spare_number,
            each.request_number, day_text(repair.warranty_until), in(language, label(repair.state)),
            repair.finding ? in(language, label(*repair.finding)) : "", day_text(repair.erased_on),
            to_text(repair.last_on)};
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
