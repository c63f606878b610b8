#include "features/procedure/event_words.hpp"

namespace hoshuban::procedure {
namespace {

audit::Words::Table kinds()
{
    return {
        {"procedure.registered", {"手順書を登録", "Procedure registered"}},
        {"procedure.changed", {"手順書の登録内容を変更", "Procedure's entry changed"}},
        {"procedure.retired", {"手順書を廃止", "Procedure retired"}},
        {"procedure.restored", {"手順書の廃止を取り消し", "Procedure taken up again"}},
        {"procedure.version_added", {"手順書の版を追加", "Version added"}},
        {"procedure.steps_changed", {"手順を変更", "Steps changed"}},
        {"procedure.file_added", {"手順書のファイルを登録", "File added"}},
        {"procedure.file_removed", {"手順書のファイルを外す", "File removed"}},
        {"procedure.submitted", {"手順書を作業に提出", "Handed in for a job"}},
        {"procedure.cited", {"手順書を作業に選択", "Cited for a job"}},
        {"procedure.dropped", {"手順書を作業から外す", "Taken from a job"}},
        {"step_record.recorded", {"手順の実施を記録", "Step recorded"}},
        {"step_record.corrected", {"手順の記録を訂正", "Step record corrected"}},
        {"step_record.file_attached", {"手順の写真を登録", "Photo of a step"}},
        {"work_record.exported", {"作業記録を書き出し", "Work record exported"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"procedure.number", {"手順書番号", "Number"}},
        {"procedure.kind", {"種類", "Kind"}},
        {"procedure.title", {"名称", "Title"}},
        {"procedure.issuer", {"発行者", "Issuer"}},
        {"procedure.device_classes", {"機器の区分", "Device classes"}},
        {"procedure.version", {"版", "Version"}},
        {"procedure.note", {"変更の内容", "What changed"}},
        {"procedure.steps", {"手順の数", "Steps"}},
        {"procedure.file", {"ファイル", "File"}},
        {"procedure.sha256", {"ファイルのハッシュ", "Hash of the file"}},
        {"procedure.procedure", {"手順書", "Procedure"}},
        {"procedure.work_request", {"作業依頼", "Work request"}},
        {"procedure.acts", {"行う行為", "Acts"}},
        {"procedure.devices", {"機器", "Devices"}},
        {"procedure.content_sha256", {"内容のハッシュ", "Hash of the content"}},
        {"procedure.state", {"状態", "State"}},
        {"step_record.work_request", {"作業依頼", "Work request"}},
        {"step_record.step", {"手順", "Step"}},
        {"step_record.device", {"機器", "Device"}},
        {"step_record.result", {"結果", "Result"}},
        {"step_record.note", {"備考", "Note"}},
        {"step_record.done_by", {"実施者", "Done by"}},
        {"step_record.done_at", {"実施日時", "Done at"}},
        {"step_record.replaces", {"訂正した記録", "Corrected record"}},
        {"step_record.name", {"ファイル名", "File name"}},
        {"step_record.sha256", {"ファイルのハッシュ", "Hash of the file"}},
        {"work_record.work_request", {"作業依頼", "Work request"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
