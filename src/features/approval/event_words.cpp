#include "features/approval/event_words.hpp"

namespace hoshuban::approval {
namespace {

audit::Words::Table kinds()
{
    return {
        {"approval.asked", {"承認・許可を申請", "Approval applied for"}},
        {"approval.step_granted", {"途中の段を承認", "A step approved"}},
        {"approval.granted", {"承認・許可", "Granted"}},
        {"approval.refused", {"差し戻し", "Refused"}},
        {"approval.acknowledged", {"届出を確認", "Notice acknowledged"}},
        {"approval.withdrawn", {"申請を取下げ", "Application withdrawn"}},
        {"approval.voided", {"対象の変更により無効", "Void because its subject changed"}},
        {"approval.ended", {"許可の期間が終了", "Permission over"}},
        {"approval.viewed", {"閲覧", "Viewed"}},
        {"approval.exported", {"許可台帳を書き出し", "Register exported"}},
        {"approval.file_attached", {"ファイルを添付", "File attached"}},
        {"approval.approver_named", {"承認者を登録", "Approver named"}},
        {"approval.approver_removed", {"承認者を解除", "Approver removed"}},
        {"approval.deputy_named", {"代理を登録", "Deputy named"}},
        {"approval.deputy_removed", {"代理を解除", "Deputy removed"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"approval.number", {"番号", "Number"}},
        {"approval.kind", {"種類", "Kind"}},
        {"approval.title", {"件名", "Title"}},
        {"approval.reason", {"理由・内容", "Reason"}},
        {"approval.subject", {"対象", "Subject"}},
        {"approval.content_sha256", {"内容のハッシュ", "Hash of the content"}},
        {"approval.request_id", {"作業依頼", "Work request"}},
        {"approval.acts", {"行為", "Acts"}},
        {"approval.devices", {"機器", "Devices"}},
        {"approval.site_id", {"拠点", "Site"}},
        {"approval.room", {"部屋", "Room"}},
        {"approval.from", {"始まり", "From"}},
        {"approval.until", {"終わり", "Until"}},
        {"approval.state", {"状態", "State"}},
        {"approval.conditions", {"条件", "Conditions"}},
        {"approval.step", {"段", "Step"}},
        {"approval.deputy_for", {"代理される人", "Deputy for"}},
        {"approval.name", {"ファイル名", "File name"}},
        {"approval.sha256", {"ハッシュ", "Hash"}},
        {"approver.kind", {"種類", "Kind"}},
        {"approver.step", {"段", "Step"}},
        {"approver.approver", {"承認者", "Approver"}},
        {"deputy.approver", {"承認者", "Approver"}},
        {"deputy.deputy", {"代理", "Deputy"}},
        {"deputy.from", {"最初の日", "First day"}},
        {"deputy.until", {"最後の日", "Last day"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
