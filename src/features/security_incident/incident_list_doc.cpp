#include "features/security_incident/incident_list_doc.hpp"

#include "core/in_language.hpp"
#include "features/security_incident/words.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::security_incident {
namespace {

const xlsx::LedgerColumn incident_columns[] = {
    {{"番号", "Number"}, 12},
    {{"区分", "Category"}, 18},
    {{"種類", "Kind"}, 16},
    {{"件名", "Subject"}, 30},
    {{"気づいた日時", "Noticed at"}, 17},
    {{"場所", "Place"}, 22},
    {{"内容", "What happened"}, 40},
    {{"原因", "Cause"}, 30},
    {{"被害の状況", "Damage done"}, 30},
    {{"被害を受けた人・物", "Who or what was hit"}, 24},
    {{"損害を受けた側", "Whose damage"}, 20},
    {{"損害額（円）", "Amount (yen)"}, 14},
    {{"状態", "State"}, 12},
    {{"報告の期限", "Report due"}, 17},
    {{"市に報告した日時", "City told at"}, 17},
    {{"報告の遅れ", "Report late"}, 10},
    {{"復旧した日", "Restored on"}, 12},
    {{"市の判断", "The city's ruling"}, 16},
    {{"完了日時", "Closed at"}, 17},
    {{"市の結論", "The city's conclusion"}, 30},
};

std::string minute_of(const std::optional<Instant>& at)
{
    return at ? to_text_jst(*at).substr(0, 10) + " " + to_text_jst(*at).substr(11, 5) : std::string{};
}

std::string whose(const Harm& harm, Language language)
{
    if (!harm.party)
        return {};
    return in(language, label(*harm.party)) + (harm.party_name.empty() ? "" : " " + harm.party_name);
}

using ListRow = std::array<std::string, std::size(incident_columns)>;

ListRow row_of(const Incident& incident, Language language, Instant now)
{
    const Intake& intake = incident.intake;
    const Harm& harm = intake.harm;
    const auto due = incident.term ? std::optional{incident.term->due_at} : std::nullopt;
    return {incident.number, in(language, label(intake.category)), in(language, label(intake.kind)), intake.title,
        minute_of(intake.noticed_at), intake.place, intake.what, harm.cause, harm.extent, harm.affected,
        whose(harm, language), harm.amount_yen ? std::to_string(*harm.amount_yen) : "",
        in(language, label(incident.state)), minute_of(due), minute_of(told_at(incident)),
        is_late(incident, now) ? in(language, {"遅れ", "Late"}) : "",
        incident.restoration ? to_text(incident.restoration->done_on) : "",
        incident.ruling ? in(language, label(incident.ruling->verdict)) : "", minute_of(incident.closed_at),
        incident.closing};
}

}

Result<std::string> incident_workbook(const std::vector<Incident>& incidents, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"事故・損害", "Incidents"},
            {"事故・損害の一覧", "Security incidents, accidents and damage"}, incident_columns, now)));
    for (const Incident& incident : incidents) {
        const ListRow texts = row_of(incident, language, now);
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
