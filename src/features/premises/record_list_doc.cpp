#include "features/premises/record_list_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>
#include <ranges>

namespace hoshuban::premises {
namespace {

const xlsx::LedgerColumn record_columns[] = {
    {{"拠点", "Site"}, 22},
    {{"部屋", "Room"}, 18},
    {{"階", "Floor"}, 8},
    {{"名前", "Name"}, 16},
    {{"所属", "Affiliation"}, 20},
    {{"入室", "In"}, 17},
    {{"退室", "Out"}, 17},
    {{"目的", "Purpose"}, 30},
    {{"作業依頼", "Work request"}, 14},
    {{"立ち会った市の人", "Who of the city was there"}, 18},
    {{"市の確認", "Seen by the city"}, 16},
    {{"訂正", "Versions"}, 8},
};

std::string minute_text(Instant at)
{
    const std::string text = to_text_jst(at);
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

std::string place_name(const contract::Profile& profile, const SiteId& id)
{
    const contract::Site* site = contract::find_site(profile, id);
    return site == nullptr ? std::string{} : site->name;
}

// Only what the city saw of the version that stands here.
std::string seen_text(const EntryRecord& record)
{
    return record.seen && record.seen->version == record.version ? record.seen->by : std::string{};
}

}

Result<std::string> record_workbook(
    const contract::Profile& profile, std::vector<PlacedRecord> records, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"入退室記録", "Entry records"},
            {"管理区域の入退室記録", "Entry records of controlled rooms"}, record_columns, now)));
    for (const PlacedRecord& placed : std::views::reverse(records)) {
        const RoomStay& stay = placed.record.stay;
        if (placed.record.withdrawn)
            continue;
        const bool corrected = placed.record.version > (stay.out_at ? 2 : 1);
        const std::array<std::string, std::size(record_columns)> texts{place_name(profile, placed.site), placed.room,
            placed.floor, stay.name, stay.affiliation, minute_text(stay.in_at),
            stay.out_at ? minute_text(*stay.out_at) : in(language, {"中にいる", "Inside"}), stay.purpose,
            stay.request_number, stay.attendant, seen_text(placed.record),
            corrected ? in(language, {"あり", "Yes"}) : std::string{}};
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
