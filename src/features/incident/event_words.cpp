#include "features/incident/event_words.hpp"

namespace hoshuban::incident {
namespace {

audit::Words::Table incident_kinds()
{
    return {
        {"incident.reported", {"障害を連絡", "Incident reported"}},
        {"incident.handed_over", {"障害の対応を指示", "Contractor instructed"}},
        {"incident.filtered", {"障害の連絡を対象外と判断", "Found to be no fault of the equipment"}},
        {"incident.contacted", {"現場に連絡", "Site contacted"}},
        {"incident.visit_decided", {"訪問が必要と判断", "Visit found necessary"}},
        {"incident.arrived", {"現場に到着", "Arrived on site"}},
        {"incident.started", {"現場で着手", "Work on site begun"}},
        {"incident.departed", {"現場を出発", "Left the site"}},
        {"incident.waits", {"障害対応の待ちを開始", "Waiting begun"}},
        {"incident.goes_on", {"障害対応の待ちを終了", "Waiting ended"}},
        {"incident.agreed", {"着手時間の例外に合意", "Level set aside by agreement"}},
        {"incident.restored", {"障害から復旧", "Restored"}},
        {"incident.checked", {"利用者が動作を確認", "Checked by the user"}},
        {"incident.closed", {"障害対応を完了", "Incident closed"}},
        {"incident.reopened", {"障害対応を再開", "Incident opened again"}},
        {"incident.noted", {"障害に訂正の注記を記入", "Correction note on an incident"}},
        {"incident.recounted", {"暦か条件の変更により期限を数え直し", "Terms counted anew by another calendar"}},
        {"incident.month_reported", {"サービスレベルの月次表を提出", "Service levels of a month reported"}},
        {"incident.month_exported", {"サービスレベルの月次表を出力", "Service levels of a month written"}},
        {"incident.stay_corrected", {"訪問の時刻の変更を反映", "Times of a visit corrected"}},
        {"incident.entry_taken_back", {"障害の経過を取り消し", "Entry of an incident taken back"}},
        {"incident.file_attached", {"障害にファイルを添付", "File attached to an incident"}},
        {"incident.exported", {"障害の書類を出力", "Papers of an incident written"}},
        {"incident.corrected", {"障害の引継事項を変更", "Incident corrected"}},
        {"incident.severity_ruled", {"障害の重大度を決定", "Severity of an incident decided"}},
        {"incident.concluded", {"障害の結果を記入", "Outcome of an incident written"}},
        {"incident.branch_chosen", {"障害の復旧の流れを選択", "Flow of an incident chosen"}},
        {"incident.step_done", {"復旧の流れの手順を実施", "Step of an incident done"}},
        {"incident.step_decided", {"復旧の流れの判断を記録", "Decision of an incident recorded"}},
        {"incident.step_waived", {"復旧の流れの手順を不要と記録", "Step of an incident found not needed"}},
        {"incident.step_taken_back", {"復旧の流れの記録を取り消し", "Step of an incident taken back"}},
        {"incident.unit_exchanged", {"障害の機器を予備機と交換", "Unit of an incident exchanged"}},
        {"incident.exchange_taken_back", {"障害の機器の交換を取り消し", "Exchange of an incident taken back"}},
    };
}

audit::Words::Table incident_fields()
{
    return {
        {"incident.case_number", {"案件管理番号", "Case number"}},
        {"incident.state", {"状態", "State"}},
        {"incident.phenomenon", {"現象", "Phenomenon"}},
        {"incident.site", {"拠点", "Site"}},
        {"incident.place", {"場所", "Place"}},
        {"incident.device", {"機器", "Unit"}},
        {"incident.class", {"機器の区分", "Class"}},
        {"incident.error_text", {"エラー文言", "Error text"}},
        {"incident.contact_person", {"現地担当者", "Site contact"}},
        {"incident.contact_phone", {"連絡先", "Phone"}},
        {"incident.occurred_at", {"発生した日時", "Occurred at"}},
        {"incident.decided_by", {"決めた市の担当者", "Who of the city decided"}},
        {"incident.severity", {"重大度", "Severity"}},
        {"incident.action", {"対応と結果", "Action and result"}},
        {"incident.cause", {"原因", "Cause"}},
        {"incident.notes", {"特記事項", "Notes"}},
        {"incident.terms", {"期限", "Due"}},
        {"incident.at", {"日時", "At"}},
        {"incident.person", {"だれが", "Who"}},
        {"incident.city_person", {"市・現場の担当者", "Of the city or the site"}},
        {"incident.text", {"内容", "What"}},
        {"incident.appointment", {"新しい訪問の約束", "New appointment"}},
        {"incident.finished_at", {"終わる見込み", "Expected to end"}},
        {"incident.arrived_at", {"到着", "Arrived"}},
        {"incident.started_at", {"着手", "Work begun"}},
        {"incident.departed_at", {"出発", "Departed"}},
        {"incident.branch", {"流れ", "Flow"}},
        {"incident.step", {"手順", "Step"}},
        {"incident.decision", {"判断", "Decision"}},
        {"incident.failed_unit", {"故障した機器", "Failed unit"}},
        {"incident.spare_unit", {"代わりに置いた予備機", "Spare in its place"}},
        {"incident_month.edition", {"版", "Edition"}},
        {"incident_month.incidents", {"障害の件数", "Incidents"}},
        {"incident_month.sha256", {"ファイルのSHA-256", "SHA-256 of the file"}},
    };
}

}

audit::Words event_words()
{
    return {incident_kinds(), incident_fields()};
}

}
