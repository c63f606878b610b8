#include "features/activity/event_words.hpp"

namespace hoshuban::activity {

audit::Words event_words()
{
    return {
        {
            {"activity.logged", {"対応を記録", "Activity logged"}},
            {"activity.corrected", {"対応の記録を訂正", "Activity corrected"}},
            {"activity.cancelled", {"対応の記録を取り消し", "Activity struck out"}},
            {"activity.file_attached", {"対応の記録に資料を添付", "File attached to an activity"}},
            {"activity.exported", {"対応の記録を書き出し", "Ledger of activities exported"}},
        },
        {
            {"activity.number", {"番号", "Number"}},
            {"activity.work_type", {"作業の種類", "Kind of work"}},
            {"activity.title", {"件名", "Title"}},
            {"activity.asked_by", {"求めた人", "Asked by"}},
            {"activity.what", {"対応の内容", "What was done"}},
            {"activity.result", {"結果", "Result"}},
            {"activity.done_on", {"対応した日", "Done on"}},
            {"activity.hours", {"工数(時間)", "Hours"}},
            {"activity.performed_by", {"対応した人", "Performed by"}},
            {"activity.request", {"関係する依頼", "Work request"}},
            {"activity.permission", {"事前の承認", "Approval beforehand"}},
            {"activity.cancelled_because", {"取消しの理由", "Why it was struck out"}},
            {"activity.name", {"ファイル名", "File name"}},
            {"activity.sha256", {"内容のハッシュ", "Hash of the content"}},
        },
    };
}

}
