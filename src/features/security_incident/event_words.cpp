#include "features/security_incident/event_words.hpp"

namespace hoshuban::security_incident {
namespace {

audit::Words::Table kinds()
{
    return {
        {"security_incident.opened", {"情報セキュリティ事故を受付", "Security incident taken in"}},
        {"security_incident.changed", {"情報セキュリティ事故の記入を変更", "Security incident corrected"}},
        {"security_incident.first_reported", {"市に最初の報告", "First report to the city"}},
        {"security_incident.entry_added", {"事故の経過・措置を記録", "Course of an incident recorded"}},
        {"security_incident.closed", {"情報セキュリティ事故を完了", "Security incident closed"}},
        {"security_incident.reopened", {"情報セキュリティ事故の完了を取り消し", "Security incident opened again"}},
        {"security_incident.file_attached", {"事故の資料を添付", "File attached to an incident"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"security_incident.number", {"番号", "Number"}},
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
    return {kinds(), fields()};
}

}
