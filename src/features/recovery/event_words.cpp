#include "features/recovery/event_words.hpp"

namespace hoshuban::recovery {
namespace {

audit::Words::Table edition_kinds()
{
    return {
        {"recovery.accepted", {"リカバリメディアの版を検収", "Edition of a recovery medium accepted"}},
        {"recovery.applied", {"リカバリメディアの版を適用", "Edition of a recovery medium applied"}},
        {"recovery.begun", {"リカバリメディアの作成を開始", "Update of a recovery medium begun"}},
        {"recovery.cancelled", {"リカバリメディアの更新を取りやめ", "Update of a recovery medium given up"}},
        {"recovery.entered", {"リカバリメディアの初版を記録", "First edition of a recovery medium entered"}},
        {"recovery.exported", {"納品確認表を書き出し", "Checklist of a delivery exported"}},
        {"recovery.file_attached", {"リカバリメディアに書類を添付", "File attached to an edition"}},
        {"recovery.master_named", {"マスターパソコンを決定", "Master PC named"}},
        {"recovery.medium_written", {"リカバリメディアに書込み", "Recovery medium written"}},
        {"recovery.paper_settled", {"更新の成果物を記録", "Deliverable of an update recorded"}},
        {"recovery.planned", {"リカバリメディアの更新を予定", "Update of a recovery medium planned"}},
        {"recovery.released", {"リカバリメディアの版を公開", "Edition of a recovery medium released"}},
        {"recovery.sent_back", {"リカバリメディアの版を差戻し", "Edition of a recovery medium sent back"}},
        {"recovery.submitted", {"リカバリメディアの版を提出", "Edition of a recovery medium submitted"}},
    };
}

audit::Words::Table edition_fields()
{
    return {
        {"recovery.agreement", {"上限を超える合意", "Agreement to pass the cap"}},
        {"recovery.changes", {"変更点", "What changes"}},
        {"recovery.family", {"媒体の系統", "Family"}},
        {"recovery.file", {"書類", "File"}},
        {"recovery.instruction", {"市の指示", "Instruction of the city"}},
        {"recovery.medium", {"媒体", "Medium"}},
        {"recovery.model", {"機種名", "Model"}},
        {"recovery.name", {"名前", "Name"}},
        {"recovery.note", {"備考", "Note"}},
        {"recovery.on", {"日付", "On"}},
        {"recovery.origin", {"種類", "Kind"}},
        {"recovery.paper", {"成果物", "Deliverable"}},
        {"recovery.person", {"だれが", "Who"}},
        {"recovery.planned_on", {"公開の予定日", "Release planned on"}},
        {"recovery.released_on", {"公開日", "Released on"}},
        {"recovery.request", {"作業依頼", "Work request"}},
        {"recovery.sha256", {"内容のハッシュ", "Hash of the content"}},
        {"recovery.state", {"状態", "State"}},
        {"recovery.unchanged", {"変わらない理由", "Why it stays as it is"}},
        {"recovery.unit", {"機器", "Unit"}},
        {"recovery.units", {"機器", "Units"}},
    };
}

}

audit::Words event_words()
{
    return {edition_kinds(), edition_fields()};
}

}
