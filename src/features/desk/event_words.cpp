#include "features/desk/event_words.hpp"

namespace hoshuban::desk {
namespace {

audit::Words::Table kinds_of_desks()
{
    return {
        {"desk.marked", {"窓口の保守契約の有無を記入", "Maintenance contract of a desk marked"}},
        {"desk.day_off_added", {"窓口の休業日を登録", "Day off of a desk entered"}},
        {"desk.day_off_removed", {"窓口の休業日を取消", "Day off of a desk removed"}},
        {"vendor.entered", {"関係業者を登録", "Vendor entered"}},
        {"vendor.changed", {"関係業者の記入を変更", "Vendor changed"}},
        {"desk_call.made", {"窓口への問合せを記録", "Call to a desk recorded"}},
        {"desk_call.changed", {"窓口への問合せの記録を変更", "Call to a desk changed"}},
        {"desk_call.closed", {"窓口への問合せを完了", "Call to a desk closed"}},
        {"desk_call.reopened", {"窓口への問合せを再開", "Call to a desk opened again"}},
        {"desk_call.file_attached", {"窓口への問合せにファイルを添付", "File attached to a call to a desk"}},
    };
}

audit::Words::Table fields_of_desks()
{
    return {
        {"desk.maintained", {"保守契約", "Maintenance contract"}},
        {"desk.note", {"備考", "Note"}},
        {"desk.day", {"休業日", "Day off"}},
        {"desk.reason", {"理由", "Reason"}},
        {"vendor.role", {"役割", "Role"}},
        {"vendor.role_name", {"役割（契約にないもの）", "Role, not of the contract"}},
        {"vendor.name", {"名称", "Name"}},
        {"vendor.contact", {"連絡先", "Contact"}},
        {"vendor.hours", {"受付時間", "Hours"}},
        {"vendor.duties", {"受け持ち", "Duties"}},
        {"vendor.remarks", {"備考", "Remarks"}},
        {"vendor.from", {"いつから", "From"}},
        {"vendor.until", {"いつまで", "Until"}},
        {"desk_call.desk", {"窓口", "Desk"}},
        {"desk_call.channel", {"方法", "Channel"}},
        {"desk_call.unit", {"機器", "Unit"}},
        {"desk_call.incident", {"障害", "Incident"}},
        {"desk_call.request", {"作業依頼", "Work request"}},
        {"desk_call.reached_at", {"受付日時", "Reached at"}},
        {"desk_call.asked", {"伝えたこと", "What was asked"}},
        {"desk_call.form_attached", {"要求書を添付", "Form attached"}},
        {"desk_call.reference", {"受付番号", "Reference"}},
        {"desk_call.said", {"窓口の回答", "What was said"}},
        {"desk_call.visit_expected", {"訪問あり", "Visit expected"}},
        {"desk_call.visit_due", {"訪問の期限", "Visit due"}},
        {"desk_call.visit_at", {"訪問予定", "Promised visit"}},
        {"desk_call.site_told_at", {"拠点に伝えた日時", "Site told at"}},
        {"desk_call.site_told", {"拠点で伝えた相手", "Whom at the site"}},
        {"desk_call.visited_at", {"訪問した日時", "Visited at"}},
        {"desk_call.outcome", {"結果", "Outcome"}},
        {"desk_call.closed", {"完了", "Closed"}},
    };
}

}

audit::Words event_words()
{
    return {kinds_of_desks(), fields_of_desks()};
}

}
