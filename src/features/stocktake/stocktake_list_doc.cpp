#include "features/stocktake/stocktake_list_doc.hpp"

#include "core/in_language.hpp"
#include "core/time.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::stocktake {
namespace {

const xlsx::LedgerColumn columns[] = {
    {{"拠点", "Site"}, 24},
    {{"機器ID・コード", "Device ID, code"}, 16},
    {{"機器の種類", "Kind"}, 18},
    {{"機種名", "Model"}, 24},
    {{"結果", "Result"}, 14},
    {{"台帳の拠点", "Site on the register"}, 24},
    {{"台帳の場所", "Place on the register"}, 20},
    {{"確認した場所", "Found at"}, 20},
    {{"確認した日", "Found on"}, 12},
    {{"確認した人", "Found by"}, 14},
    {{"備考", "Note"}, 24},
};

std::string name_of_place(const contract::Profile& profile, const std::optional<SiteId>& id)
{
    const contract::Site* site = id ? contract::find_site(profile, *id) : nullptr;
    return site == nullptr ? std::string{} : site->name;
}

}

Result<std::string> stocktake_workbook(const contract::Profile& profile, const Stocktake& stocktake,
    std::span<const Line> lines, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(
            xlsx::ledger_layout(language, {"棚卸", "Stock-take"}, {stocktake.title, stocktake.title}, columns, now)));
    for (const Line& line : lines) {
        std::array<std::string, std::size(columns)> texts{};
        texts[0] = name_of_place(profile, line.site);
        texts[4] = in(language, label_of(line.verdict));
        if (line.unit) {
            texts[1] = line.unit->device.number;
            texts[2] = line.unit->device.kind;
            texts[3] = line.unit->device.model;
            texts[5] = line.unit->site_name;
            texts[6] = line.unit->placement.spot.place;
        }
        if (line.finding) {
            if (!line.unit)
                texts[1] = line.finding->code;
            texts[7] = line.finding->place;
            texts[8] = to_text(day_of(line.finding->found_at));
            texts[9] = line.finding->found_by;
            texts[10] = line.finding->note;
        }
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
