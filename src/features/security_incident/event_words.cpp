#include "features/security_incident/event_words.hpp"

namespace hoshuban::security_incident {
namespace {

audit::Words::Table kinds()
{
    return {
        {"security_incident.opened", {"事故・損害を受付", "Incident taken in"}},
        {"security_incident.changed", {"事故・損害の記入を訂正", "Incident corrected"}},
        {"security_incident.first_reported", {"市に最初の報告", "First report to the city"}},
        {"security_incident.entry_added", {"事故の経過・措置を記録", "Course of an incident recorded"}},
        {"security_incident.reported_in_writing", {"損害を市に書面で報告", "Damage reported to the city in writing"}},
        {"security_incident.restored", {"損害の復旧を記録", "Restoration of damage recorded"}},
        {"security_incident.ruled", {"損害の復旧を市が判断", "Restoration of damage ruled on"}},
        {"security_incident.closed", {"事故・損害を完了", "Incident closed"}},
        {"security_incident.reopened", {"事故・損害の完了を取り消し", "Incident opened again"}},
        {"security_incident.exported", {"事故・損害の一覧を書き出し", "Incidents exported"}},
        {"security_incident.paper_exported", {"事故・損害の報告書を書き出し", "Report of an incident exported"}},
        {"security_incident.file_attached", {"事故の資料を添付", "File attached to an incident"}},
    };
}

// Of accidents and damage.
audit::Words::Table harm_fields()
{
    return {
        {"security_incident.cause", {"原因", "Cause"}},
        {"security_incident.extent", {"被害の状況", "Damage done"}},
        {"security_incident.affected", {"被害を受けた人・物", "Who or what was hit"}},
        {"security_incident.first_measures", {"初めの措置", "First measures"}},
        {"security_incident.party", {"損害を受けた側", "Whose damage"}},
        {"security_incident.party_name", {"損害を受けた第三者", "Third party"}},
        {"security_incident.amount_yen", {"損害額（円）", "Amount (yen)"}},
        {"security_incident.written_at", {"書面で報告した日時", "Reported in writing at"}},
        {"security_incident.written_to", {"書面の相手", "Written to"}},
        {"security_incident.written_how", {"渡し方", "Handed over how"}},
        {"security_incident.written_file", {"書面のファイル", "File of the report"}},
        {"security_incident.written_by", {"書面で報告した人", "Reported in writing by"}},
        {"security_incident.restored_on", {"復旧した日", "Restored on"}},
        {"security_incident.restored", {"復旧の内容", "What was restored"}},
        {"security_incident.material_before", {"前の資材", "Material before"}},
        {"security_incident.material_after", {"復旧に使った資材", "Material used"}},
        {"security_incident.borne_by", {"費用の負担", "Cost borne by"}},
        {"security_incident.restored_by", {"復旧を記録した人", "Restoration recorded by"}},
        {"security_incident.verdict", {"市の判断", "The city's ruling"}},
        {"security_incident.ruling", {"市の判断の理由", "Why the city ruled so"}},
        {"security_incident.ruled_by", {"判断した人", "Ruled by"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"security_incident.number", {"番号", "Number"}},
        {"security_incident.category", {"区分", "Category"}},
        {"security_incident.kind", {"種類", "Kind"}},
        {"security_incident.title", {"件名", "Subject"}},
        {"security_incident.what", {"内容", "What happened"}},
        {"security_incident.noticed_at", {"気づいた日時", "Noticed at"}},
        {"security_incident.place", {"場所", "Place"}},
        {"security_incident.assets", {"関係する情報資産", "Information assets"}},
        {"security_incident.subject", {"もとの記録", "Began with"}},
        {"security_incident.state", {"状態", "State"}},
        {"security_incident.reported_at", {"最初の報告の日時", "First reported at"}},
        {"security_incident.told_to", {"報告した相手", "Told to"}},
        {"security_incident.reported_how", {"報告の方法", "Reported how"}},
        {"security_incident.reported_by", {"報告した人", "Reported by"}},
        {"security_incident.report_due_at", {"報告の期限", "Report due"}},
        {"security_incident.closed_by", {"完了にした人", "Closed by"}},
        {"security_incident.closing", {"市の結論", "The city's conclusion"}},
        {"security_incident.entry", {"記録の種類", "Kind of entry"}},
        {"security_incident.at", {"日時", "At"}},
        {"security_incident.text", {"内容", "Text"}},
        {"security_incident.name", {"ファイル名", "File name"}},
    };
}

}

audit::Words event_words()
{
    auto all = fields();
    const auto harm = harm_fields();
    all.insert(all.end(), harm.begin(), harm.end());
    return {kinds(), all};
}

}
