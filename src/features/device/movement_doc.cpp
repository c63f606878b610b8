#include "features/device/movement_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::device {
namespace {

const xlsx::LedgerColumn movement_columns[] = {
    {{"異動日", "Moved on"}, 12},
    {{"予定していた日", "Planned on"}, 12},
    {{"機器ID", "Device ID"}, 12},
    {{"機種名", "Model"}, 24},
    {{"異動の理由", "Cause"}, 14},
    {{"異動前の拠点", "From site"}, 20},
    {{"異動前の場所", "From place"}, 16},
    {{"異動前の使い方", "From use"}, 10},
    {{"異動後の拠点", "To site"}, 20},
    {{"異動後の場所", "To place"}, 16},
    {{"異動後の使い方", "To use"}, 10},
    {{"作業依頼", "Work request"}, 12},
    {{"障害", "Incident"}, 14},
    {{"備考", "Note"}, 24},
    {{"記入した人", "Entered by"}, 14},
    {{"記入日", "Entered on"}, 12},
    {{"記入までの日数", "Days until entered"}, 9},
};

Text incident_text(const std::optional<IncidentName>& incident)
{
    if (!incident)
        return {};
    if (incident->number.empty())
        return {"案件管理番号なし", "without a case number"};
    return {incident->number, incident->number};
}

std::vector<xlsx::Value> movement_row(const std::vector<std::string>& texts, int days)
{
    std::vector<xlsx::Value> row(texts.begin(), texts.end());
    row.emplace_back(static_cast<double>(days));
    return row;
}

}

Result<std::string> movement_workbook(std::span<const ListedMovement> movements, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(
            language, {"異動の記録", "Movements"}, {"異動の記録", "Ledger of movements"}, movement_columns, now)));
    for (const ListedMovement& each : movements) {
        const Movement& movement = each.movement;
        const Move& move = movement.move;
        const std::vector<std::string> texts{to_text(move.on), move.planned_on ? to_text(*move.planned_on) : "",
            each.device_number, each.model, in(language, label_of(move.cause)), each.from_site_name,
            movement.from.place, in(language, label_of(movement.from.use)), each.site_name, move.to.place,
            in(language, label_of(move.to.use)), each.request_number, in(language, incident_text(move.incident)),
            move.note, movement.entered_by, to_text(day_of(movement.entered_at))};
        TRY(writer.add(movement_row(texts, entered_after(movement))));
    }
    return writer.finish();
}

}
