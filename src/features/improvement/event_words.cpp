#include "features/improvement/event_words.hpp"

namespace hoshuban::improvement {
namespace {

audit::Words::Table kinds()
{
    return {
        {"improvement.proposed", {"改善を提案", "Improvement proposed"}},
        {"improvement.revised", {"改善提案を書き直し", "Proposal written anew"}},
        {"improvement.agreed", {"改善提案に市が合意", "City agrees to a proposal"}},
        {"improvement.declined", {"改善提案を市が採らない", "City declines a proposal"}},
        {"improvement.started", {"改善に着手", "Improvement begun"}},
        {"improvement.checked", {"改善の効果を確認", "Effect of an improvement checked"}},
        {"improvement.concluded", {"改善提案を結ぶ", "Proposal concluded"}},
        {"improvement.withdrawn", {"改善提案を取下げ", "Proposal withdrawn"}},
        {"improvement.exported", {"改善提案を書き出し", "Proposals exported"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"improvement.number", {"番号", "Number"}},
        {"improvement.state", {"状態", "State"}},
        {"improvement.ground", {"対象", "About"}},
        {"improvement.ground_name", {"名前", "Name"}},
        {"improvement.finding", {"傾向の数", "What the trend said"}},
        {"improvement.title", {"題名", "Title"}},
        {"improvement.problem", {"課題", "Problem"}},
        {"improvement.measure", {"対策", "Measure"}},
        {"improvement.aim", {"ねらい", "Aim"}},
        {"improvement.person", {"担当", "Person"}},
        {"improvement.due_on", {"予定日", "Due on"}},
        {"improvement.continues", {"続きの元の提案", "The round before"}},
        {"improvement.accepts", {"市の判断", "Whether the city agrees"}},
        {"improvement.decided_on", {"判断日", "Decided on"}},
        {"improvement.decided_by", {"判断した人", "Decided by"}},
        {"improvement.decision", {"理由", "Reason"}},
        {"improvement.started_on", {"着手日", "Started on"}},
        {"improvement.started_by", {"着手した人", "Started by"}},
        {"improvement.effective_on", {"効果の始まる日", "Effective on"}},
        {"improvement.checked_until", {"確かめた日まで", "Checked until"}},
        {"improvement.effect", {"前後の件数", "Before and after"}},
        {"improvement.evaluation", {"評価", "Evaluation"}},
        {"improvement.goes_on", {"次の改善へ続ける", "Goes on"}},
        {"improvement.concluded_on", {"結びの日", "Concluded on"}},
        {"improvement.concluded_by", {"結びを決めた人", "Concluded by"}},
        {"improvement.conclusion", {"結び", "Conclusion"}},
        {"improvement.withdrawn", {"取下げの理由", "Why it was withdrawn"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
