#include "features/premises/drill_list_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>
#include <ranges>

namespace hoshuban::premises {
namespace {

const xlsx::LedgerColumn drill_columns[] = {
    {{"日付", "Day"}, 12},
    {{"拠点", "Site"}, 22},
    {{"種類", "Kind"}, 14},
    {{"求められたこと", "What was asked"}, 30},
    {{"名前", "Name"}, 16},
    {{"所属", "Affiliation"}, 20},
    {{"出欠", "Attendance"}, 10},
    {{"参加しなかった理由", "Why absent"}, 24},
    {{"結果", "Result"}, 34},
    {{"市の確認", "Seen by the city"}, 16},
};

using DrillRow = std::array<std::string, std::size(drill_columns)>;

DrillRow row_of(const contract::Profile& profile, const Drill& drill, Language language)
{
    const contract::Site* site = contract::find_site(profile, drill.site);
    DrillRow row{};
    row[0] = to_text(drill.on);
    row[1] = site == nullptr ? std::string{} : site->name;
    row[2] = in(language, label(drill.kind));
    row[3] = drill.asked;
    row[8] = drill.result;
    row[9] = drill.seen && drill.seen->version == drill.version ? drill.seen->by : std::string{};
    return row;
}

void put_attendee(DrillRow& row, const Attendee& attendee, Language language)
{
    row[4] = attendee.name;
    row[5] = attendee.affiliation;
    row[6] = in(language, attendee.attended ? Text{"参加", "Took part"} : Text{"欠席", "Absent"});
    row[7] = attendee.reason;
}

}

Result<std::string> drill_workbook(
    const contract::Profile& profile, std::vector<Drill> drills, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"訓練・協力", "Drills"},
            {"訓練と防災・防犯への協力の記録", "Drills and other cooperation"}, drill_columns, now)));
    for (const Drill& drill : std::views::reverse(drills)) {
        DrillRow row = row_of(profile, drill, language);
        if (drill.attendees.empty())
            TRY(writer.add(std::vector<xlsx::Value>(row.begin(), row.end())));
        for (const Attendee& attendee : drill.attendees) {
            put_attendee(row, attendee, language);
            TRY(writer.add(std::vector<xlsx::Value>(row.begin(), row.end())));
        }
    }
    return writer.finish();
}

}
