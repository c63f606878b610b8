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
        {"visit_finding.entered", {"訪問の所見・要望・質問を記録", "Finding of a visit entered"}},
        {"visit_finding.replied", {"訪問先の質問に回答", "Question of a visit replied to"}},
        {"visit_finding.reported", {"訪問の所見を市に報告", "Finding reported to the city"}},
        {"visit_finding.instructed", {"訪問の所見に市が指示", "Instruction about a finding"}},
        {"visit_finding.instructed_anew", {"訪問の所見への指示を訂正", "Instruction about a finding corrected"}},
        {"visit_finding.done", {"訪問の所見に対応", "Finding acted on"}},
        {"visit_finding.corrected", {"訪問の所見を訂正", "Finding of a visit corrected"}},
        {"visit_finding.taken_back", {"訪問の所見を取消", "Finding of a visit taken back"}},
        {"visit_finding.exported", {"訪問の所見・要望・質問を書き出し", "Findings of visits exported"}},
        {"visit.exported", {"訪問の一覧を書き出し", "Visits exported"}},
    };
}

audit::Words::Table finding_fields()
{
    return {
        {"visit_finding.visit", {"訪問", "Visit"}},
        {"visit_finding.site", {"拠点", "Site"}},
        {"visit_finding.kind", {"区分", "Kind"}},
        {"visit_finding.state", {"状態", "State"}},
        {"visit_finding.text", {"内容", "What"}},
        {"visit_finding.told_by", {"申し出た人", "Who said so"}},
        {"visit_finding.found_on", {"日", "Day"}},
        {"visit_finding.answer", {"その場の回答", "Answer on site"}},
        {"visit_finding.promised_on", {"回答予定日", "Reply promised by"}},
        {"visit_finding.replied_on", {"回答日", "Replied on"}},
        {"visit_finding.reply", {"回答", "Reply"}},
        {"visit_finding.replied_to", {"回答した相手", "Replied to"}},
        {"visit_finding.late", {"回答の遅れ", "Reply late"}},
        {"visit_finding.reported_on", {"市に報告した日", "Reported on"}},
        {"visit_finding.reported_by", {"報告した人", "Reported by"}},
        {"visit_finding.instructed_on", {"指示した日", "Instructed on"}},
        {"visit_finding.instruction", {"市の指示", "Instruction of the city"}},
        {"visit_finding.asks", {"対応の要否", "Asks for something"}},
        {"visit_finding.instructed_by", {"指示した人", "Instructed by"}},
        {"visit_finding.done_on", {"対応した日", "Done on"}},
        {"visit_finding.done", {"対応の内容", "What was done"}},
        {"visit_finding.taken_back", {"取消の理由", "Why it was taken back"}},
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
    audit::Words::Table fields = visit_fields();
    const auto of_findings = finding_fields();
    fields.insert(fields.end(), of_findings.begin(), of_findings.end());
    return {visit_kinds(), fields};
}

}
