#include "features/repair/event_words.hpp"

namespace hoshuban::repair {
namespace {

audit::Words::Table repair_kinds()
{
    return {
        {"repair.opened", {"故障を記録", "Failure entered"}},
        {"repair.corrected", {"修理の記入を変更", "Repair corrected"}},
        {"repair.carried_back", {"故障した機器を引取り", "Failed unit carried back"}},
        {"repair.tested", {"再現試験を記録", "Reproduction test recorded"}},
        {"repair.sent_to_maker", {"メーカーの修理に送付", "Sent to the maker"}},
        {"repair.returned", {"メーカーの修理から返却", "Back from the maker"}},
        {"repair.erased", {"データを消去", "Data erased"}},
        {"repair.rebuilt", {"媒体から再構築", "Rebuilt from the medium"}},
        {"repair.settings_made", {"交換品の設定を記録", "Settings of the spare recorded"}},
        {"repair.made_spare", {"修理した機器を予備機に復帰", "Repaired unit made a spare again"}},
        {"repair.handed_over", {"故障品を市に引渡し", "Failed unit handed over to the city"}},
        {"repair.disposed", {"故障品を廃棄", "Failed unit disposed of"}},
        {"repair.spares_low", {"予備機が残り少ない", "Spares come to an end"}},
        {"repair.file_attached", {"修理の記録に書類を添付", "File attached to a repair"}},
        {"repair.exported", {"修理台帳を書き出し", "Ledger of repairs exported"}},
    };
}

audit::Words::Table repair_fields()
{
    return {
        {"repair.number", {"番号", "Number"}},
        {"repair.device", {"故障した機器", "Failed unit"}},
        {"repair.spare", {"代わりの予備機", "Spare in its place"}},
        {"repair.request", {"作業依頼", "Work request"}},
        {"repair.state", {"状態", "State"}},
        {"repair.failed_on", {"故障した日", "Failed on"}},
        {"repair.symptom", {"症状", "Symptom"}},
        {"repair.warranty_until", {"メーカー保証の終わり", "End of the warranty"}},
        {"repair.on", {"日付", "On"}},
        {"repair.person", {"だれが", "Who"}},
        {"repair.place", {"どこ", "Where"}},
        {"repair.finding", {"試験の結果", "Finding"}},
        {"repair.detail", {"方法・版・番号", "Method, edition or number"}},
        {"repair.attendee", {"立ち会った市の職員", "Attended by"}},
        {"repair.reason", {"理由", "Reason"}},
        {"repair.certificate", {"消去証明書", "Certificate of erasure"}},
        {"repair.model", {"機種名", "Model"}},
        {"repair.spares", {"残りの予備機", "Spares left"}},
        {"device.spares", {"残りの予備機", "Spares left"}},
        {"device.runs_out_on", {"なくなる見込みの日", "Runs out on"}},
        {"repair.runs_out_on", {"なくなる見込みの日", "Runs out on"}},
        {"repair.name", {"ファイル名", "File name"}},
        {"repair.sha256", {"内容のハッシュ", "Hash of the content"}},
    };
}

}

audit::Words event_words()
{
    return {repair_kinds(), repair_fields()};
}

}
