#include "features/media/event_words.hpp"

namespace hoshuban::media {
namespace {

audit::Words::Table kinds()
{
    return {
        {"medium.registered", {"媒体を台帳に登録", "Medium registered"}},
        {"medium.changed", {"媒体の記入を変更", "Medium corrected"}},
        {"medium.moved", {"媒体の持出し・返却などを記録", "Movement of a medium"}},
        {"medium.check_started", {"媒体のウイルスチェックを開始", "Virus check of a medium begun"}},
        {"medium.file_checked", {"媒体のファイルを検査", "File of a medium scanned"}},
        {"medium.checked", {"媒体のウイルスチェックを完了", "Virus check of a medium ended"}},
        {"medium.infected", {"媒体からウイルスを検出", "Virus found on a medium"}},
        {"medium.use_planned", {"媒体の使用を予定", "Use of a medium planned"}},
        {"medium.used", {"媒体を使用", "Medium used"}},
        {"medium.use_cancelled", {"媒体の使用の予定を取り消し", "Planned use cancelled"}},
        {"medium.exported", {"媒体の台帳を書き出し", "Register of media exported"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"medium.label", {"媒体番号", "Label"}},
        {"medium.kind", {"種類", "Kind"}},
        {"medium.name", {"内容", "Content"}},
        {"medium.purpose", {"目的", "Purpose"}},
        {"medium.keeper", {"管理者", "Keeper"}},
        {"medium.storage_place", {"保管場所", "Place of storage"}},
        {"medium.recovery", {"リカバリメディア", "Recovery medium"}},
        {"medium.state", {"状態", "State"}},
        {"medium.holder", {"持っている人", "Holder"}},
        {"medium.move", {"記録の種類", "Movement"}},
        {"medium.at", {"日時", "At"}},
        {"medium.person", {"だれが", "Who"}},
        {"medium.place", {"どこ", "Where"}},
        {"medium.note", {"目的・事情・備考", "Note"}},
        {"medium.check", {"チェックの記録", "Check"}},
        {"medium.method", {"チェックの方法", "How it was checked"}},
        {"medium.verdict", {"結果", "Result"}},
        {"medium.checked_by", {"チェックした人", "Checked by"}},
        {"medium.tool", {"検査プログラム", "Scanner"}},
        {"medium.definitions_on", {"定義ファイルの日付", "Date of the signatures"}},
        {"medium.checked_from", {"チェックを始めた日時", "Check begun at"}},
        {"medium.checked_at", {"チェックを終えた日時", "Check ended at"}},
        {"medium.file", {"ファイル名", "File name"}},
        {"medium.sha256", {"内容のハッシュ", "Hash of the content"}},
        {"medium.size", {"大きさ（バイト）", "Size in bytes"}},
        {"medium.threat", {"ウイルス", "Virus"}},
        {"medium.use", {"使用の記録", "Use"}},
        {"medium.request", {"作業依頼", "Work request"}},
        {"medium.device", {"機器", "Device"}},
        {"medium.planned_at", {"使う予定の日時", "Planned for"}},
        {"medium.use_purpose", {"使う目的", "Purpose of the use"}},
        {"medium.use_state", {"使用の状態", "State of the use"}},
        {"medium.used_at", {"使った日時", "Used at"}},
        {"medium.used_by", {"使った人", "Used by"}},
        {"medium.permission", {"接続の許可", "Permission"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
