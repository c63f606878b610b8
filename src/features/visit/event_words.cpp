#include "features/visit/event_words.hpp"

namespace hoshuban::visit {
namespace {

audit::Words::Table visit_kinds()
{
    return {
        {"visit.planned", {"訪問を登録", "Visit entered"}},
        {"visit.changed", {"訪問の予定を変更", "Visit announced anew"}},
        {"visit.called_off", {"訪問を中止", "Visit called off"}},
        {"visit.ticked", {"訪問前の確認", "Item ticked before a visit"}},
        {"visit.unticked", {"訪問前の確認を取り消し", "Tick before a visit removed"}},
        {"visit.arrived", {"訪問先に到着", "Arrived on a visit"}},
        {"visit.started", {"訪問先で着手", "Work on a visit begun"}},
        {"visit.departed", {"訪問先を出発", "Departed from a visit"}},
        {"visit.recorded", {"訪問の記録を記入・訂正", "Record of a visit entered or corrected"}},
        {"visit.exported", {"訪問の一覧を書き出し", "Visits exported"}},
    };
}

audit::Words::Table visit_fields()
{
    return {
        {"visit.site", {"拠点", "Site"}},
        {"visit.incident", {"障害", "Incident"}},
        {"visit.request_number", {"作業依頼", "Work request"}},
        {"visit.purpose", {"目的", "Purpose"}},
        {"visit.planned_from", {"予定の始まり", "Announced from"}},
        {"visit.planned_until", {"予定の終わり", "Announced until"}},
        {"visit.told", {"知らせた現場の人", "Who of the site was told"}},
        {"visit.workers", {"訪問する人", "Who goes"}},
        {"visit.state", {"状態", "State"}},
        {"visit.arrived_at", {"到着", "Arrived"}},
        {"visit.started_at", {"着手", "Work begun"}},
        {"visit.departed_at", {"出発", "Departed"}},
        {"visit.unticked_reason", {"確認できなかった理由", "Why items are open"}},
        {"visit.result", {"行ったこと", "What was done"}},
        {"visit.item", {"確認の項目", "Item"}},
        {"visit.spare", {"持って行く予備機", "Spare unit"}},
    };
}

}

audit::Words event_words()
{
    return {visit_kinds(), visit_fields()};
}

}
